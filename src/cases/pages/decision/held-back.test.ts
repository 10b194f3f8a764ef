import { expect, test } from 'vitest';
import { isHeldBack, verdictWouldTell } from './held-back.ts';

const mayShow = (fact: string): boolean => fact !== 'marac-known';
const shown = { reads: ['age'], result: 'met' } as const;
const hidden = { reads: ['disposal', 'marac-known'], result: 'met' } as const;

test('a clause is held back where one of the facts that it reads may not be shown', () => {
  expect(isHeldBack(hidden, mayShow)).toBe(true);
  expect(isHeldBack(shown, mayShow)).toBe(false);
});

test.each([
  ['everything is met', [shown, hidden], false],
  ['only what is shown is against it', [{ ...shown, result: 'not-met' }, hidden], false],
  [
    'something shown is against it too',
    [
      { ...shown, result: 'not-met' },
      { ...hidden, result: 'not-met' },
    ],
    false,
  ],
  ['only what is held back is against it', [shown, { ...hidden, result: 'not-met' }], true],
  ['only what is held back is not known', [shown, { ...hidden, result: 'not-known' }], true],
  ['only what is held back is to be judged', [shown, { ...hidden, result: 'for-discretion' }], true],
  ['what is held back may be settled later', [shown, { ...hidden, result: 'not-known', settledBy: 'outcome' }], false],
  [
    'a clause of law that is held back is broken',
    [shown, { ...hidden, result: 'not-met', settledBy: 'outcome' }],
    true,
  ],
] as const)('where %s, whether the verdict would tell: %#', (_when, clauses, expected) => {
  expect(verdictWouldTell({ clauses }, mayShow)).toBe(expected);
});
