import { expect, test } from 'vitest';
import { isHeldBack, verdictWouldTell } from './held-back.ts';

const mayShow = (fact: string): boolean => fact !== 'marac-known';
const shown = { reads: ['age'], result: 'met' } as const;
const hidden = { reads: ['disposal', 'marac-known'], result: 'met' } as const;

test('a clause is held back where one of the facts that it reads may not be shown', () => {
  expect(isHeldBack(hidden, mayShow)).toBe(true);
  expect(isHeldBack(shown, mayShow)).toBe(false);
});

const broken = { result: 'not-met' } as const;
const open = { result: 'not-known' } as const;

test.each([
  ['eligible, as everything is met', 'eligible', [shown, hidden], false],
  ['what is shown is against it', 'ineligible', [{ ...shown, ...broken }, hidden], false],
  [
    'what is shown is against it too',
    'ineligible',
    [
      { ...shown, ...broken },
      { ...hidden, ...broken },
    ],
    false,
  ],
  ['what is held back alone is against it', 'ineligible', [shown, { ...hidden, ...broken }], true],
  [
    'asking stopped at what is held back',
    'ineligible',
    [
      { ...shown, ...open },
      { ...hidden, ...broken },
    ],
    true,
  ],
  ['what is held back alone is not known', 'needs-information', [shown, { ...hidden, ...open }], true],
  [
    'something shown is not known too',
    'needs-information',
    [
      { ...shown, ...open },
      { ...hidden, ...open },
    ],
    false,
  ],
  ['what is held back is to be judged', 'needs-discretion', [shown, { ...hidden, result: 'for-discretion' }], true],
  ['what is held back may be settled later', 'eligible', [shown, { ...hidden, ...open, settledBy: 'outcome' }], false],
  ['law that is held back is broken', 'ineligible', [shown, { ...hidden, ...broken, settledBy: 'outcome' }], true],
] as const)('the verdict would tell, or would not: %s', (_when, verdict, clauses, expected) => {
  expect(verdictWouldTell({ verdict, clauses }, mayShow)).toBe(expected);
});
