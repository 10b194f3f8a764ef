import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import type { Clause, Rule, SchemeRules } from '../../src/eligibility/index.ts';

/** The scheme that every contender decides: 12 clauses of the shapes that real schemes have, none a judgement. */
const RULES: readonly (readonly [says: string, rule: Rule])[] = [
  ['Aged 18 or over on the day of the offence', { fact: 'age', atLeast: 18 }],
  ['Lives in County Durham or Darlington', { fact: 'home-force', is: 'durham' }],
  ['The offence was in County Durham or Darlington', { fact: 'force', is: 'durham' }],
  ['The offence is less than three months old', { fact: 'offence-age-days', atMost: 89 }],
  [
    'The offence is on the list',
    { fact: 'offence-group', in: ['possession', 'shoplifting', 'theft', 'criminal-damage', 'fraud', 'public-order'] },
  ],
  [
    'Domestic abuse, where there is any, is graded standard or medium',
    { fact: 'domestic-abuse', in: ['none', 'standard', 'medium'] },
  ],
  [
    'Admits it, or made no reply and there is evidence to charge',
    {
      anyOf: [
        { fact: 'admission', is: 'admits' },
        {
          allOf: [
            { fact: 'admission', is: 'no-reply' },
            { fact: 'evidence-to-charge', is: true },
          ],
        },
      ],
    },
  ],
  ['Not a hate crime', { fact: 'hate-crime', is: false }],
  ['Not subject to a court order', { fact: 'subject-to-court-order', is: false }],
  [
    'Not under a suspended sentence or conditional discharge',
    { fact: 'suspended-sentence-or-conditional-discharge', is: false },
  ],
  ['Nobody else is accused', { fact: 'co-accused', is: false }],
  ['Gravity score of 1 to 3', { fact: 'gravity-score', between: [1, 3] }],
];

export const benchScheme: SchemeRules = {
  id: 'bench',
  version: 'bench',
  standing: [{ from: calendarDayOf('2015-04-01'), is: 'live' }],
  eligibility: RULES.map(([says, rule], index): Clause => ({
    id: `BEN-${index + 1}`,
    says,
    rule,
    source: 'S-BEN',
    standing: 'assumed',
  })),
};
