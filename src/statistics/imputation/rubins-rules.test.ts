import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/imputation/rubin.json' with { type: 'json' };
import { rubinsRules, type RubinInput } from './rubins-rules.ts';

function pool(input: RubinInput) {
  const answer = rubinsRules(input);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

describe("Rubin's rules", () => {
  test.each(Object.entries(expected))('pool as mice does: %s', (_name, theirs) => {
    const { estimates, standardErrors, ...numbers } = theirs;
    const ours = pool({
      estimates,
      standardErrors,
      ...('completeDegreesOfFreedom' in numbers ? { completeDegreesOfFreedom: numbers.completeDegreesOfFreedom } : {}),
    });
    for (const [name, value] of Object.entries(numbers)) {
      if (name === 'completeDegreesOfFreedom') continue;
      expect(Math.abs((ours[name as keyof typeof ours] - value) / value), name).toBeLessThan(1e-12);
    }
  });

  test('of estimates that are all the same give back what each says', () => {
    const { estimate, standardError, degreesOfFreedom, fractionMissing } = pool({
      estimates: [2, 2, 2],
      standardErrors: [0.5, 0.5, 0.5],
    });
    expect([estimate, standardError, degreesOfFreedom, fractionMissing]).toEqual([2, 0.5, Infinity, 0]);
  });

  test('refuse one imputation, and estimates or errors that are none', () => {
    const refused = (input: RubinInput) => {
      const answer = rubinsRules(input);
      return answer.ok || answer.refusal.code;
    };
    expect(refused({ estimates: [1], standardErrors: [1] })).toBe('too-few');
    expect(refused({ estimates: [1, 2], standardErrors: [1] })).toBe('unequal-lengths');
    expect(refused({ estimates: [1, NaN], standardErrors: [1, 1] })).toBe('not-a-number');
    expect(refused({ estimates: [1, 2], standardErrors: [1, 0] })).toBe('not-a-number');
  });
});
