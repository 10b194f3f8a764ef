import { describe, expect, test } from 'vitest';
import { aScheme, basis, facts, caseThrough, law } from '../../../../tests/cases/case-in-state.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { recordOf } from '../case-state.ts';
import type { RefusalCode } from '../case-refusal.ts';
import { lawOfOutcome, legalBasisOf, outcomesInLaw } from './law-of-outcome.ts';
import { refusalOfOutcome } from './outcome-rules.ts';
import type { OutcomeAttempt } from './outcome-attempt.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';

/** An adult who did what the scheme asked, and for whom everything is in order. */
function attempt(
  type: string | null,
  different: RecordedFacts = {},
  around: Partial<OutcomeAttempt> = {},
): OutcomeAttempt {
  const { record } = caseThrough('triaged', { facts: { ...facts, ...ofCaution(type), ...different } }).state() as {
    record: OutcomeAttempt['record'];
  };
  const { age } = record.facts;
  return {
    law,
    type,
    basis,
    record,
    ageToday: typeof age === 'number' ? age : null,
    actorRank: 'sergeant',
    schemeType: type,
    schemeKind: aScheme.kind,
    schemeDisposals: [],
    activityDone: true,
    returnedForProsecution: false,
    timeLimitPassed: false,
    today: calendarDayOf('2026-04-01'),
    pcscCautionsCommenced: false,
    ...around,
  };
}
/** What the law of a caution asks of the record. */
function ofCaution(type: string | null): RecordedFacts {
  return type === '3' ? { 'domestic-abuse': 'none' } : {};
}
const child = { age: 15 };
const inspector = { by: 'inspector', name: 'Insp X' } as const;
const prosecutor = { by: 'prosecutor', name: 'CPS Y' } as const;
const penalty = { substances: ['cannabis'] };
const inScotland = { record: { ...recordOf(caseThrough('triaged').state()), force: 'scotland' } };
const pcsc = { basis: { ...basis, pcscCaution: 'diversionary-caution' as const } };
const noEvidence = { 'evidence-to-charge': { oneOf: [true, false] } };
const cannabis = { substances: ['cannabis'], amount: 'personal-use' };

describe('An outcome is recorded', () => {
  test.each<[string, OutcomeAttempt]>([
    ['1: charged, once returned for prosecution and in time', attempt('1', {}, { returnedForProsecution: true })],
    ['2: youth caution, for a child who admits it and agrees', attempt('2', child)],
    ['3: adult caution, for an adult who admits it and agrees', attempt('3')],
    ['6: penalty notice, for an adult, whatever they say', attempt('6', { ...penalty, admission: 'denies' })],
    ['6: which counts when it is issued, before the course', attempt('6', penalty, { activityDone: false })],
    ['8: which counts when it is agreed, before the activity', attempt('8', {}, { activityDone: false })],
    ['3: which counts when it is given, before the activity', attempt('3', {}, { activityDone: false })],
    ['3: for somebody who was 17 at the offence and is 18 today', attempt('3', { age: 17 }, { ageToday: 18 })],
    [
      '3: on the leave of a sergeant who is named',
      attempt('3', {}, { actorRank: 'officer', basis: { ...basis, authority: { by: 'sergeant', name: 'PS Z' } } }),
    ],
    [
      '22: for a hate crime, with an inspector’s leave',
      attempt('22', { 'hate-crime': true }, answered({ authority: inspector })),
    ],
    [
      '22: of what only the Crown Court may try, by a prosecutor',
      attempt('22', { 'mode-of-trial': 'indictable-only' }, answered({ authority: prosecutor })),
    ],
    ['23: from the day of the guidance on', attempt('23', child, { today: calendarDayOf('2026-02-12') })],
    ['7: cannabis warning, for an adult who admits a personal amount', attempt('7', cannabis)],
    ['7: the same for khat', attempt('7', { ...cannabis, substances: ['khat'] })],
    ['8: community resolution, for anybody who accepts responsibility', attempt('8', { admission: 'no-reply' })],
    [
      '8: with the victim’s view, which does not bind',
      attempt('8', { 'domestic-abuse': 'none' }, consulted('Against it')),
    ],
    [
      '8: a serious case with an inspector',
      attempt('8', { 'gravity-score': 5 }, { basis: { ...basis, authority: inspector } }),
    ],
    ['22: without an admission, at any age', attempt('22', { ...child, admission: 'denies' })],
    ['23: for a child whose decision to charge was held', attempt('23', child)],
    ['none: where the scheme leads to none', attempt(null)],
    [
      'another than the scheme’s, with the reason',
      attempt('8', {}, { schemeType: '22', basis: { ...basis, departure: 'Asked for' } }),
    ],
    [
      '3: as a diversionary caution, once those are in force',
      attempt('3', {}, { ...pcsc, pcscCautionsCommenced: true }),
    ],
    ['8: on evidence that is on record', attempt('8', {}, answered({ evidenceSufficient: false }))],
    ['8: on evidence that the coordinator finds sufficient', attempt('8', noEvidence)],
    ['8: after an admission on record', attempt('8', {}, answered({ responsibilityAccepted: false }))],
    ['8: where the two were not partners', attempt('8', { 'intimate-partner-abuse': false }, consulted('None'))],
    ['8: a case of gravity 3', attempt('8', { 'gravity-score': 3 })],
    [
      '23: where no decision is held by the scheme, and one was made',
      attempt('23', { ...child, 'decided-to-charge': true }, { schemeKind: 'deflection' }),
    ],
  ])('%s', (_, each) => {
    expect(refusalOfOutcome(each)).toBeNull();
  });

  test.each<readonly [string, OutcomeAttempt, RefusalCode]>([
    ['22 before the activity is done', attempt('22', {}, { activityDone: false }), 'activity-not-done'],
    [
      '2 for somebody who was 17 at the offence and is 18 today',
      attempt('2', { age: 17 }, { ageToday: 18 }),
      'children-only',
    ],
    ['3 without anybody of rank', attempt('3', {}, { actorRank: 'officer' }), 'sergeant-needed'],
    ['3 for a hate crime, on a sergeant’s leave', attempt('3', { 'hate-crime': true }), 'inspector-needed'],
    ['3 for domestic abuse, on a sergeant’s leave', attempt('3', { 'domestic-abuse': 'standard' }), 'inspector-needed'],
    [
      '3 of what only the Crown Court may try, without a prosecutor',
      attempt('3', { 'mode-of-trial': 'indictable-only' }, answered({ authority: inspector })),
      'prosecutor-needed',
    ],
    ['6 for heroin', attempt('6', { substances: ['heroin'] }), 'not-cannabis-or-khat'],
    ['6 for actual bodily harm', attempt('6', { 'offence-group': 'actual-bodily-harm' }), 'not-a-penalty-offence'],
    [
      '22 on evidence that was found not to suffice, without an admission',
      attempt('22', { 'evidence-to-charge': false, admission: 'no-reply' }),
      'evidence-not-sufficient',
    ],
    ['22 without reasons', attempt('22', {}, answered({ rationale: ' ' })), 'rationale-needed'],
    [
      '22 without asking the victim',
      attempt('22', {}, answered({ victim: { is: 'not-consulted' } })),
      'victim-not-consulted',
    ],
    ['22 for a hate crime on nobody’s leave', attempt('22', { 'hate-crime': true }), 'inspector-needed'],
    ['22 for domestic abuse on nobody’s leave', attempt('22', { 'domestic-abuse': 'high' }), 'inspector-needed'],
    ['22 for a sexual offence on nobody’s leave', attempt('22', { 'sexual-offence': true }), 'inspector-needed'],
    [
      '22 of what only the Crown Court may try, without a prosecutor',
      attempt('22', { 'mode-of-trial': 'indictable-only' }, answered({ authority: inspector })),
      'prosecutor-needed',
    ],
    [
      '8 where domestic abuse is on record, by saying that there is no victim',
      attempt('8', { 'domestic-abuse': 'high' }),
      'intimate-partner-abuse-not-settled',
    ],
    ['8 in Scotland', attempt('8', {}, inScotland), 'outcome-not-of-this-nation'],
    ['22 in Scotland', attempt('22', {}, inScotland), 'outcome-not-of-this-nation'],
    ['23 before the activity is done', attempt('23', child, { activityDone: false }), 'activity-not-done'],
    ['23 for an adult', attempt('23'), 'children-only'],
    ['23 before it began', attempt('23', child, { today: calendarDayOf('2026-02-11') }), 'outcome-not-yet-in-use'],
    ['6 for a child', attempt('6', { ...penalty, ...child }), 'adults-only'],
    ['7 for a child', attempt('7', { ...cannabis, ...child }), 'adults-only'],
    ['7 for cocaine', attempt('7', { ...cannabis, substances: ['cocaine'] }), 'not-cannabis-or-khat'],
    ['7 for no drug at all', attempt('7', { ...cannabis, substances: [] }), 'not-cannabis-or-khat'],
    [
      '7 for a drug nobody knows',
      attempt('7', { amount: 'personal-use', substances: { oneOf: [['cannabis'], ['cocaine']] } }),
      'facts-needed',
    ],
    [
      '8 after a denial, whatever is said at the end',
      attempt('8', { admission: 'denies' }),
      'responsibility-not-accepted',
    ],
    [
      '8 for a serious case, on the coordinator’s word alone',
      attempt('8', {}, { basis: { ...basis, serious: true } }),
      'inspector-needed',
    ],
    ['3 at an age from 17 to 19', attempt('3', { age: { from: 17, to: 19 } }), 'age-not-settled'],
    ['1 before it is returned for prosecution', attempt('1'), 'not-returned-for-prosecution'],
    ['1 out of time', attempt('1', {}, { returnedForProsecution: true, timeLimitPassed: true }), 'time-limit-passed'],
    ['1A on its own', attempt('1A'), 'outcome-of-which'],
    [
      '8 for somebody whose age nobody knows, who may be under ten',
      attempt('8', { age: { from: 9, to: 12 } }),
      'exclusion-not-settled',
    ],
    ['none, by a caution of the Act of 2022', attempt(null, {}, pcsc), 'pcsc-caution-not-commenced'],
    ['0, which is no outcome', attempt('0'), 'outcome-not-a-type'],
    ['none, where the scheme gives one', attempt(null, {}, { schemeType: '22' }), 'outcome-differs-from-scheme'],
    ['a caution of the Act of 2022, before it is in force', attempt('3', {}, pcsc), 'pcsc-caution-not-commenced'],
    ['8 without reasons', attempt('8', {}, answered({ rationale: ' ' })), 'rationale-needed'],
    ['3 without agreement to it', attempt('3', {}, answered({ agreesToDisposal: false })), 'no-agreement-to-disposal'],
    [
      '2 without agreement to it',
      attempt('2', child, answered({ agreesToDisposal: false })),
      'no-agreement-to-disposal',
    ],
    [
      '8 without asking the victim',
      attempt('8', { 'domestic-abuse': 'none' }, answered({ victim: { is: 'not-consulted' } })),
      'victim-not-consulted',
    ],
    [
      '8 where nobody accepts responsibility',
      attempt('8', { admission: 'no-reply' }, answered({ responsibilityAccepted: false })),
      'responsibility-not-accepted',
    ],
    [
      '8 on evidence that nobody finds sufficient',
      attempt('8', noEvidence, answered({ evidenceSufficient: false })),
      'evidence-not-sufficient',
    ],
    [
      '8 on evidence that was found not to suffice, whatever is said at the end',
      attempt('8', { 'evidence-to-charge': false }),
      'evidence-not-sufficient',
    ],
    [
      '3 on evidence that nobody finds sufficient',
      attempt('3', noEvidence, answered({ evidenceSufficient: false })),
      'evidence-not-sufficient',
    ],
    ['8 for abuse of a partner', attempt('8', { 'intimate-partner-abuse': true }), 'intimate-partner-abuse'],
    [
      '8 where it may have been abuse of a partner',
      attempt('8', { 'domestic-abuse': 'suspected' }, consulted('None')),
      'intimate-partner-abuse-not-settled',
    ],
    ['8 at gravity 4 without an inspector', attempt('8', { 'gravity-score': 4 }), 'inspector-needed'],
    ['23 at an age from 17 to 19', attempt('23', { age: { from: 17, to: 19 } }), 'age-not-settled'],
    [
      '23 where nobody says whether a decision to charge is held',
      attempt('23', child, { schemeKind: 'deflection' }),
      'facts-needed',
    ],
    [
      '23 where it was decided not to charge',
      attempt('23', { ...child, 'decided-to-charge': false }, { schemeKind: 'deflection' }),
      'prosecution-decision-not-held',
    ],
    [
      '7 for more than personal use',
      attempt('7', { ...cannabis, amount: 'more-than-personal-use' }),
      'not-personal-use',
    ],
    [
      '7 for cannabis beside cocaine',
      attempt('7', { ...cannabis, substances: ['cannabis', 'cocaine'] }),
      'not-cannabis-or-khat',
    ],
    ['2A on its own', attempt('2A'), 'outcome-of-which'],
    ['3A on its own', attempt('3A'), 'outcome-of-which'],
    ['none before the activity is done', attempt(null, {}, { activityDone: false }), 'activity-not-done'],
    ...['4', '5', '9', '10', '21'].map(
      (type) => [`${type}, which ends no diversion`, attempt(type), 'outcome-not-by-diversion'] as const,
    ),
    ...['24', '99', '100', '1x', 'x1', '', '-1', '1.5', 'constructor'].map(
      (type) => [`“${type}”, which is no type`, attempt(type), 'outcome-not-known'] as const,
    ),
  ])('but not %s', (_, each, code) => {
    expect(refusalOfOutcome(each)).toBe(code);
  });

  test.each([
    ['1', 'Charge or summons', 'Charge or summons'],
    ['2', 'Youth caution and youth conditional caution', 'Youth caution or youth conditional caution'],
    ['3', 'Simple and conditional caution', 'Simple or conditional caution (Criminal Justice Act 2003 s22)'],
    ['6', 'Penalty notice for disorder', 'Penalty notice, whose payment attending the course cancels'],
    ['7', 'Cannabis and khat warning', 'Cannabis or khat warning'],
    ['8', 'Community resolution', 'Community resolution under NPCC guidance'],
    [
      '22',
      'Diversionary, educational or intervention activity (outcome 22)',
      'Activity done; further action not in the public interest',
    ],
    [
      '23',
      'Deferred prosecution of a child (outcome 23)',
      'Deferred prosecution of a child; the decision to charge was held and is not taken further',
    ],
  ] as const)('%s under the name “%s”, on a basis that is kept with the case', (type, name, legalBasis) => {
    expect(lawOfOutcome(law, type)?.name).toBe(name);
    expect(legalBasisOf(law, { type, basis })).toBe(legalBasis);
  });

  test('on a basis that is kept with the case, where it has no type of its own', () => {
    expect(legalBasisOf(law, { type: '3', basis: pcsc.basis })).toContain('Act 2022 Part 6: diversionary-caution');
    expect(legalBasisOf(law, { type: null, basis })).toBe('No Home Office outcome applies under this scheme');
  });
});

function answered(different: Partial<OutcomeAttempt['basis']>) {
  return { basis: { ...basis, ...different } };
}

function consulted(view: string) {
  return { basis: { ...basis, victim: { is: 'consulted', view } as const } };
}

test('a clause that names no refusal, or none that there is, still refuses the outcome', () => {
  const refusedWith = (refusal: string | undefined): RefusalCode | null => {
    const laws = law.laws.map((each) =>
      each.id === 'community-resolution'
        ? {
            ...each,
            clauses: each.clauses.map(({ refusal: _, ...clause }) => ({ ...clause, ...(refusal && { refusal }) })),
          }
        : each,
    );
    return refusalOfOutcome(attempt('8', { 'evidence-to-charge': false }, { law: { ...law, laws } }));
  };
  expect([undefined, 'made-up', 'evidence-not-sufficient'].map(refusedWith)).toEqual([
    'law-not-met',
    'law-not-met',
    'evidence-not-sufficient',
  ]);
});

test('the types in law are in the order of their numbers, whatever order their documents come in', () => {
  const types = (laws: typeof law.laws) => outcomesInLaw({ ...law, laws }).map(({ type }) => type);
  const ordered = types(law.laws).toSorted((a, b) => Number(a) - Number(b));
  expect(types(law.laws.toReversed())).toEqual(ordered);
  expect(types(law.laws.toSorted((a, b) => (a.name < b.name ? -1 : 1)))).toEqual(ordered);
});

test('one way of ending a case of several that a law is of is enough for it to count', () => {
  const laws = law.laws.map((each) =>
    each.id === 'recorded-police-warning'
      ? { ...each, applies: { disposals: [...(each.applies.disposals ?? []), 'simple-caution' as const] } }
      : each,
  );
  expect(lawOfOutcome({ ...law, laws }, null, ['recorded-police-warning'])?.id).toBe('recorded-police-warning');
});
