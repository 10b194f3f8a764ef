import { expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, type Rule } from '../../../eligibility/index.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { calendarDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import type { Scheme } from '../scheme-document.ts';
import type { Law } from './law-document.ts';
import { restingOn } from './law-for-scheme.ts';
import { widerThanTheLaw } from './wider-than-the-law.ts';

const reference = await loadReferenceLists();
const { vocabulary } = reference;
const FROM = calendarDayOf('2020-01-01');

interface Dated {
  readonly rule: Rule;
  readonly from?: string;
  readonly until?: string;
}

function clauses(id: string, rules: readonly (Rule | Dated)[]) {
  return rules.map((each, index) => {
    const { rule, from, until } = 'rule' in each ? each : { rule: each, from: undefined, until: undefined };
    return {
      id: `${id}-${index + 1}`,
      says: 'So it is',
      source: 'S-T',
      standing: 'assumed' as const,
      rule,
      from: from === undefined ? FROM : calendarDayOf(from),
      ...(until === undefined ? {} : { until: calendarDayOf(until) }),
    };
  });
}

function resting(own: readonly (Rule | Dated)[], asked: readonly (Rule | Dated)[]): Scheme {
  const law: Law = {
    id: 'the-law',
    name: 'The law',
    version: 'l',
    file: 'law/the-law.yaml',
    nation: ['england-and-wales'],
    applies: {},
    clauses: clauses('LAW', asked),
    base: {},
    scenarios: [],
    sources: {},
  };
  const scheme: Scheme = {
    id: 'trial',
    name: 'Trial',
    version: 'v',
    file: 'scheme.yaml',
    forces: [],
    kind: 'support',
    standing: [],
    eligibility: clauses('TRY', own),
    pathway: { admission: 'not-required', agreement: null, steps: [], fee: null, repeats: { atMost: null } },
    outcome: { completed: { type: null }, notCompleted: { then: 'no-consequence' } },
    sources: {},
  };
  return restingOn(scheme, [law]);
}

interface Shown {
  readonly day: CalendarDay;
  readonly person: object;
}

/** Whom the check shows; each is held to what it says of them. */
function shown(own: readonly (Rule | Dated)[], asked: readonly (Rule | Dated)[]): Shown[] {
  const scheme = resting(own, asked);
  return widerThanTheLaw(scheme, vocabulary, reference.drugClasses).map(({ problem }) => {
    const [, id, day = '', person = ''] = /keeps out by (LAW-\d+) .*, decided on (\S+): (\{.*\})$/.exec(problem) ?? [];
    const one = { day: calendarDayOf(day), person: JSON.parse(person) as object };
    const facts = parseFacts(vocabulary, one.person);
    if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
    const alone = decide(compileScheme(vocabulary, { ...scheme, law: [] }), facts.value, one.day);
    const both = decide(compileScheme(vocabulary, scheme), facts.value, one.day);
    expect(['eligible', 'needs-discretion']).toContain(alone.verdict);
    expect(both.verdict).toBe('ineligible');
    expect(both.clauses.find((answer) => answer.id === id)?.result).toBe('not-met');
    return one;
  });
}

const of = (substance: string) => ({ fact: 'grams', forSubstance: substance }) as const;
const sum = (...substances: string[]) => ({ fact: 'grams', forSubstances: substances }) as const;
const once = (scheme: string) => ({ fact: 'diversions-by-scheme', forScheme: scheme }) as const;

/** Each form that a clause can have: what the law asks, a scheme that is wider by it, and one that is not. */
interface Form {
  readonly form: string;
  readonly law: readonly (Rule | Dated)[];
  readonly wider: readonly (Rule | Dated)[];
  readonly narrower: readonly (Rule | Dated)[];
}

const forms: readonly Form[] = [
  {
    form: 'atLeast',
    law: [{ fact: 'age', atLeast: 18 }],
    wider: [{ fact: 'age', atLeast: 17 }],
    narrower: [{ fact: 'age', atLeast: 19 }],
  },
  {
    form: 'atMost',
    law: [{ fact: 'gravity-score', atMost: 3 }],
    wider: [{ fact: 'gravity-score', atMost: 4 }],
    narrower: [{ fact: 'gravity-score', atMost: 2 }],
  },
  {
    form: 'moreThan',
    law: [{ fact: 'age', moreThan: 17 }],
    wider: [{ fact: 'age', moreThan: 16 }],
    narrower: [{ fact: 'age', moreThan: 17 }],
  },
  {
    form: 'lessThan',
    law: [{ fact: 'prior-convictions', lessThan: 2 }],
    wider: [{ fact: 'prior-convictions', lessThan: 3 }],
    narrower: [{ fact: 'prior-convictions', lessThan: 1 }],
  },
  {
    form: 'lessThan of what is not whole',
    law: [{ ...of('heroin'), lessThan: 1 }],
    wider: [{ ...of('heroin'), atMost: 1 }],
    narrower: [{ ...of('heroin'), lessThan: 1 }],
  },
  {
    form: 'between',
    law: [{ fact: 'age', between: [18, 25] }],
    wider: [{ fact: 'age', between: [18, 26] }],
    narrower: [{ fact: 'age', between: [19, 25] }],
  },
  {
    form: 'a number that is',
    law: [{ fact: 'prior-convictions', is: 0 }],
    wider: [{ fact: 'prior-convictions', in: [0, 1] }],
    narrower: [{ fact: 'prior-convictions', is: 0 }],
  },
  {
    form: 'is',
    law: [{ fact: 'admission', is: 'admits' }],
    wider: [{ fact: 'admission', in: ['admits', 'no-reply'] }],
    narrower: [{ fact: 'admission', is: 'admits' }],
  },
  {
    form: 'isNot',
    law: [{ fact: 'admission', isNot: 'denies' }],
    wider: [{ fact: 'admission', in: ['admits', 'denies'] }],
    narrower: [{ fact: 'admission', in: ['admits', 'no-reply'] }],
  },
  {
    form: 'in',
    law: [{ fact: 'offence-group', in: ['possession', 'theft'] }],
    wider: [{ fact: 'offence-group', in: ['possession', 'fraud'] }],
    narrower: [{ fact: 'offence-group', is: 'theft' }],
  },
  {
    form: 'notIn',
    law: [{ fact: 'offence-group', notIn: ['weapon', 'supply'] }],
    wider: [{ fact: 'offence-group', notIn: ['supply'] }],
    narrower: [{ fact: 'offence-group', notIn: ['supply', 'weapon', 'fraud'] }],
  },
  {
    form: 'yes or no',
    law: [{ fact: 'consents', is: true }],
    wider: [{ fact: 'consents', in: [true, false] }],
    narrower: [{ fact: 'consents', is: true }],
  },
  {
    form: 'a set of these alone',
    law: [{ fact: 'substances', in: ['cannabis', 'khat'] }],
    wider: [{ fact: 'substances', in: ['cannabis', 'khat', 'heroin'] }],
    narrower: [{ fact: 'substances', in: ['cannabis'] }],
  },
  {
    form: 'a set that includes',
    law: [{ fact: 'substances', includes: 'cannabis' }],
    wider: [
      {
        anyOf: [
          { fact: 'substances', includes: 'cannabis' },
          { fact: 'substances', includes: 'khat' },
        ],
      },
    ],
    narrower: [{ fact: 'substances', includes: 'cannabis' }],
  },
  {
    form: 'a set that includes one of several',
    law: [
      {
        anyOf: [
          { fact: 'substances', includes: 'cannabis' },
          { fact: 'substances', includes: 'khat' },
        ],
      },
    ],
    wider: [{ fact: 'substances', in: ['cannabis', 'heroin'] }],
    narrower: [{ fact: 'substances', in: ['cannabis', 'khat'] }],
  },
  {
    form: 'a set that has none of',
    law: [{ not: { fact: 'substances', includes: 'heroin' } }],
    wider: [{ fact: 'substances', in: ['cannabis', 'heroin'] }],
    narrower: [{ fact: 'substances', in: ['cannabis', 'khat'] }],
  },
  {
    form: 'a set that has something beyond these',
    law: [{ not: { fact: 'substances', in: ['alcohol', 'anabolic-steroid'] } }],
    wider: [{ fact: 'substances', in: ['cannabis', 'anabolic-steroid'] }],
    narrower: [{ fact: 'substances', in: ['cannabis', 'heroin'] }],
  },
  {
    form: 'an amount of one',
    law: [{ ...of('cannabis'), atMost: 10 }],
    wider: [{ ...of('cannabis'), atMost: 11 }],
    narrower: [{ ...of('cannabis'), atMost: 9 }],
  },
  {
    form: 'an amount, by moreThan',
    law: [{ not: { ...of('cannabis'), moreThan: 10 } }],
    wider: [{ not: { ...of('cannabis'), moreThan: 12 } }],
    narrower: [{ ...of('cannabis'), atMost: 10 }],
  },
  {
    form: 'a sum',
    law: [{ ...sum('cocaine', 'crack'), atMost: 2 }],
    wider: [{ ...sum('cocaine', 'crack'), atMost: 3 }],
    narrower: [{ ...sum('cocaine', 'crack'), atMost: 1 }],
  },
  {
    form: 'a sum, by one of them',
    law: [{ ...sum('cocaine', 'crack'), atMost: 2 }],
    wider: [{ ...of('cocaine'), atMost: 3 }],
    narrower: [{ ...of('cocaine'), atMost: 2 }],
  },
  {
    form: 'a sum, by a sum of more',
    law: [{ ...sum('cocaine', 'crack'), atMost: 2 }],
    wider: [{ ...sum('cocaine', 'crack', 'heroin'), atMost: 3 }],
    narrower: [{ ...sum('cocaine', 'crack', 'heroin'), atMost: 2 }],
  },
  {
    form: 'a sum, by each of two',
    law: [{ ...sum('cocaine', 'crack'), atMost: 2 }],
    wider: [
      { ...of('cocaine'), atMost: 1.5 },
      { ...of('crack'), atMost: 1.5 },
    ],
    narrower: [
      { ...of('cocaine'), atMost: 1 },
      { ...of('crack'), atMost: 1 },
    ],
  },
  {
    form: 'one of a sum',
    law: [{ ...of('cocaine'), atMost: 2 }],
    wider: [{ ...sum('cocaine', 'crack'), atMost: 3 }],
    narrower: [{ ...sum('cocaine', 'crack'), atMost: 2 }],
  },
  {
    form: 'a count by scheme',
    law: [{ ...once('trial'), atMost: 0 }],
    wider: [{ ...once('trial'), atMost: 1 }],
    narrower: [{ ...once('trial'), atMost: 0 }],
  },
  {
    form: 'a force',
    law: [{ fact: 'force', in: ['durham', 'cleveland'] }],
    wider: [{ fact: 'force', in: ['durham', 'kent'] }],
    narrower: [{ fact: 'force', is: 'durham' }],
  },
  {
    form: 'an area by its code',
    law: [{ fact: 'offence-local-authority', in: ['E06000037', 'E06000040'] }],
    wider: [{ fact: 'offence-local-authority', in: ['E06000037', 'E06000001'] }],
    narrower: [{ fact: 'offence-local-authority', is: 'E06000037' }],
  },
  {
    form: 'days since',
    law: [{ fact: 'offence-age-days', atMost: 28 }],
    wider: [{ fact: 'offence-age-days', atMost: 29 }],
    narrower: [{ fact: 'offence-age-days', atMost: 28 }],
  },
  {
    form: 'either of two',
    law: [
      {
        anyOf: [
          { fact: 'evidence-to-charge', is: true },
          { fact: 'admission', is: 'admits' },
        ],
      },
    ],
    wider: [
      {
        anyOf: [
          { fact: 'evidence-to-charge', in: [true, false] },
          { fact: 'admission', is: 'admits' },
        ],
      },
      { fact: 'admission', in: ['admits', 'no-reply'] },
    ],
    narrower: [{ fact: 'admission', is: 'admits' }],
  },
  {
    form: 'both of two',
    law: [
      {
        allOf: [
          { fact: 'age', atLeast: 18 },
          { fact: 'age', atMost: 25 },
        ],
      },
    ],
    wider: [
      {
        allOf: [
          { fact: 'age', atLeast: 18 },
          { fact: 'age', atMost: 30 },
        ],
      },
    ],
    narrower: [{ fact: 'age', is: 20 }],
  },
  {
    form: 'not',
    law: [{ not: { fact: 'age', atMost: 17 } }],
    wider: [{ not: { fact: 'age', atMost: 15 } }],
    narrower: [{ not: { fact: 'age', atMost: 20 } }],
  },
  {
    form: 'a judgement beside',
    law: [{ fact: 'age', atLeast: 18 }],
    wider: [
      {
        anyOf: [
          { fact: 'age', atLeast: 18 },
          {
            allOf: [
              { fact: 'age', atLeast: 16 },
              { discretion: 'Is it right?', by: 'sergeant' },
            ],
          },
        ],
      },
    ],
    narrower: [
      { fact: 'age', atLeast: 18 },
      { discretion: 'Is it right?', by: 'sergeant' },
    ],
  },
  {
    form: 'from a day',
    law: [
      { rule: { fact: 'age', atLeast: 16 }, until: '2023-12-31' },
      { rule: { fact: 'age', atLeast: 18 }, from: '2024-01-01' },
    ],
    wider: [{ rule: { fact: 'age', atLeast: 16 } }],
    narrower: [
      { rule: { fact: 'age', atLeast: 16 }, until: '2023-12-31' },
      { rule: { fact: 'age', atLeast: 18 }, from: '2024-01-01' },
    ],
  },
  {
    form: 'until a day',
    law: [
      { rule: { fact: 'age', atLeast: 18 }, until: '2023-12-31' },
      { rule: { fact: 'age', atLeast: 16 }, from: '2024-01-01' },
    ],
    wider: [
      { rule: { fact: 'age', atLeast: 18 }, until: '2023-12-30' },
      { rule: { fact: 'age', atLeast: 16 }, from: '2023-12-31' },
    ],
    narrower: [
      { rule: { fact: 'age', atLeast: 18 }, until: '2024-06-30' },
      { rule: { fact: 'age', atLeast: 16 }, from: '2024-07-01' },
    ],
  },
];

test.each(forms)('A scheme that is wider is shown somebody: $form', ({ law, wider }) => {
  expect(shown(wider, law)).toHaveLength(1);
});

test.each(forms)('and one that is not is told nothing: $form', ({ law, narrower }) => {
  expect(shown(narrower, law)).toEqual([]);
});
