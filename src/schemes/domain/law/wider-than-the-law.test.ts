import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../eligibility/index.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { shippedLaw } from '../../store/shipped-law.test-support.ts';
import { parseSchemeDocument } from '../parse-scheme-document.ts';
import { EXAMPLE } from '../example-scheme.test-support.ts';
import type { Scheme } from '../scheme-document.ts';
import { restingOn } from './law-for-scheme.ts';
import { widerThanTheLaw } from './wider-than-the-law.ts';

const reference = await loadReferenceLists();
const laws = shippedLaw;
const example = parseSchemeDocument(EXAMPLE, 'scheme.yaml', reference);

type Different = Partial<Pick<Scheme, 'disposals' | 'forces' | 'kind'>>;
interface Dated {
  readonly rule: Rule;
  readonly from: string;
  readonly until?: string;
}

/** What is said of a scheme of these clauses: the clause of the law, the place, and the person shown. */
function said(rules: readonly (Rule | Dated)[], different: Different = {}) {
  if (!example.ok) throw new Error('the example has faults');
  const { eligibility, outcome, ...rest } = example.value;
  const [first] = eligibility;
  if (first === undefined) throw new Error('the example has no clause');
  const scheme = {
    ...rest,
    ...different,
    outcome: { ...outcome, completed: { type: null } },
    eligibility: rules.map((each, index) => ({
      ...first,
      id: `TRY-${index + 1}`,
      ...('from' in each ? each : { rule: each }),
    })),
  } as Scheme;
  return widerThanTheLaw(restingOn(scheme, laws), reference.vocabulary, reference.drugClasses).map(
    ({ path, problem }) => {
      const [, law, day, person] = /keeps out by (LAW-\d+).*, decided on (\S+): (\{.*\})$/.exec(problem) ?? [];
      return { law, day, at: path[1], person: JSON.parse(person ?? '{}') as object };
    },
  );
}

const possession: Rule = { fact: 'offence-group', is: 'possession' };
const notice: Different = { disposals: ['penalty-notice'] };
const resolution: Different = { disposals: ['community-resolution'] };

describe('A scheme that speaks to what the law asks, and lets in whom it keeps out, is told with somebody:', () => {
  test.each<{ what: string; rules: readonly (Rule | Dated)[]; scheme?: Different; is: object }>([
    {
      what: 'aged 8 or over',
      rules: [{ fact: 'age', atLeast: 8 }],
      is: { law: 'LAW-1', day: '2015-04-01', at: 0, person: { age: 8 } },
    },
    {
      what: 'aged 8 or over, under 10 by a judgement',
      rules: [
        {
          anyOf: [
            { fact: 'age', atLeast: 10 },
            {
              allOf: [
                { fact: 'age', atLeast: 8 },
                { discretion: 'Is the child ripe for it?', by: 'sergeant' },
              ],
            },
          ],
        },
      ],
      is: { law: 'LAW-1', person: { age: 8 } },
    },
    {
      what: 'of several ways of ending a case, the penalty notice from 16 on',
      rules: [
        { fact: 'disposal', in: ['community-resolution', 'penalty-notice'] },
        {
          anyOf: [
            { fact: 'disposal', isNot: 'penalty-notice' },
            { fact: 'age-today', atLeast: 16 },
          ],
        },
      ],
      scheme: { disposals: ['community-resolution', 'penalty-notice'] },
      is: { law: 'LAW-60', at: 1, person: { disposal: 'penalty-notice', 'age-today': 16 } },
    },
    {
      what: 'aged 10 or over in Scotland',
      rules: [possession, { fact: 'age', atLeast: 10 }],
      scheme: { forces: ['scotland'] },
      is: { law: 'LAW-12', at: 1, person: { age: 10 } },
    },
    {
      what: 'a penalty notice from 16 on at the offence, as of somebody who is dealt with the same day',
      rules: [{ fact: 'age', atLeast: 16 }],
      scheme: notice,
      is: { law: 'LAW-60', person: { age: 16, 'age-today': 16 } },
    },
    {
      what: 'a child named by age, though nobody younger is kept out',
      rules: [{ fact: 'age', between: [0, 17] }],
      is: { law: 'LAW-1', person: { age: 0 } },
    },
    {
      what: 'a community resolution for those who deny the offence',
      rules: [{ fact: 'admission', in: ['admits', 'denies'] }],
      scheme: resolution,
      is: { law: 'LAW-20', person: { admission: 'denies' } },
    },
    {
      what: 'a resolution or a caution for all who do not deny it',
      rules: [{ fact: 'admission', isNot: 'denies' }],
      scheme: { disposals: ['community-resolution', 'conditional-caution'] },
      is: { law: 'LAW-41', person: { admission: 'no-reply', disposal: 'conditional-caution' } },
    },
    {
      what: 'possession of alcohol',
      rules: [possession, { fact: 'substances', includes: 'alcohol' }],
      is: { law: 'LAW-10', at: 1, person: { 'offence-group': 'possession', substances: ['alcohol'] } },
    },
    {
      what: 'possession of cannabis or steroids, each of which is enough',
      rules: [possession, { fact: 'substances', in: ['cannabis', 'anabolic-steroid'] }],
      is: { law: 'LAW-10', at: 1, person: { 'offence-group': 'possession', substances: ['anabolic-steroid'] } },
    },
    {
      what: 'a penalty notice for cannabis or cocaine',
      rules: [possession, { fact: 'substances', in: ['cannabis', 'cocaine'] }],
      scheme: notice,
      is: { law: 'LAW-61', at: 1, person: { substances: ['cocaine'] } },
    },
    {
      what: 'a warning from 16 on, from the day since which the law says 18',
      rules: [{ fact: 'age', atLeast: 16 }],
      scheme: { forces: ['scotland'], disposals: ['recorded-police-warning'] },
      is: { law: 'LAW-81', day: '2024-08-14', person: { age: 16 } },
    },
  ])('$what', ({ rules, scheme, is }) => {
    expect(said(rules, scheme)).toMatchObject([is]);
  });
});

describe('Nothing is said of a scheme that rests on the law:', () => {
  test.each<{ what: string; rules: readonly (Rule | Dated)[]; scheme?: Different }>([
    { what: 'one that is silent about age', rules: [possession] },
    { what: 'one that has only a highest age', rules: [{ fact: 'age', atMost: 17 }] },
    { what: 'one that draws the line where the law does', rules: [{ fact: 'age', atLeast: 10 }] },
    {
      what: 'one for children of 10 to 17, of whom one may be 18 when cautioned',
      rules: [{ fact: 'age', between: [10, 17] }],
      scheme: { disposals: ['youth-caution'] },
    },
    {
      what: 'one that asks the age on the right day',
      rules: [
        { fact: 'age', atLeast: 16 },
        { fact: 'age-today', atLeast: 18 },
      ],
      scheme: notice,
    },
    {
      what: 'one that does not say whether responsibility is accepted',
      rules: [{ fact: 'admission', in: ['admits', 'no-reply'] }],
      scheme: resolution,
    },
    {
      what: 'one for alcohol that is about no possession',
      rules: [
        { fact: 'offence-group', is: 'drunk-and-disorderly' },
        { fact: 'substances', includes: 'alcohol' },
      ],
    },
    { what: 'one for alcohol, whatever the offence', rules: [{ fact: 'substances', includes: 'alcohol' }] },
    {
      what: 'one for the drugs of a class and no others, and alcohol beside them',
      rules: [
        possession,
        { fact: 'substances', in: ['khat', 'benzodiazepine', 'nitrous-oxide', 'ketamine', 'ghb', 'alcohol'] },
      ],
    },
    {
      what: 'one for cannabis and no other drug, though the law also asks that some was found',
      rules: [possession, { fact: 'substances', in: ['cannabis'] }],
      scheme: { disposals: ['cannabis-warning'] },
    },
    {
      what: 'one that takes what an inspector may allow, and leaves to the law who allows it',
      rules: [{ fact: 'domestic-abuse', in: ['none', 'standard'] }],
      scheme: { disposals: ['diversionary-activity'] },
    },
    {
      what: 'one whose line moved on the day when the law’s did',
      rules: [
        { rule: { fact: 'age', atLeast: 16 }, from: '2016-01-11', until: '2024-08-13' },
        { rule: { fact: 'age', atLeast: 18 }, from: '2024-08-14' },
      ],
      scheme: { forces: ['scotland'], disposals: ['recorded-police-warning'] },
    },
    {
      what: 'another country’s, which rests on no law of this one',
      rules: [{ fact: 'age', atLeast: 8 }],
      scheme: { kind: 'comparator' },
    },
  ])('$what', ({ rules, scheme }) => {
    expect(said(rules, scheme)).toEqual([]);
  });
});

test('the person shown is kept out by nothing else that the scheme reads, where there is such a person', () => {
  const rules: Rule[] = [
    { fact: 'age', atMost: 17 },
    { fact: 'admission', in: ['admits', 'denies'] },
  ];
  expect(said(rules, resolution)).toMatchObject([{ law: 'LAW-20', person: { age: 10 } }]);
});
