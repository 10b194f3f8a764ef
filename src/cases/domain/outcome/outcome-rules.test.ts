import { describe, expect, test } from 'vitest';
import { aScheme, basis, facts, given } from '../../../../tests/cases/given.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import type { RefusalCode } from '../case-refusal.ts';
import { legalBasisOf, outcomeRules, refusalOfOutcome, type OutcomeAttempt } from './outcome-rules.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';

/** An adult who did what the scheme asked, and for whom everything is in order. */
function attempt(
  type: string | null,
  different: RecordedFacts = {},
  around: Partial<OutcomeAttempt> = {},
): OutcomeAttempt {
  const { record } = given('triaged', { facts: { ...facts, ...different } }).state() as {
    record: OutcomeAttempt['record'];
  };
  return {
    type,
    basis,
    record,
    schemeType: type,
    schemeKind: aScheme.kind,
    activityDone: true,
    returnedForProsecution: false,
    timeLimitPassed: false,
    today: calendarDayOf('2026-04-01'),
    pcscCautionsCommenced: false,
    ...around,
  };
}
const child = { age: 15 };
const pcsc = { basis: { ...basis, pcscCaution: 'diversionary-caution' as const } };
const noEvidence = { 'evidence-to-charge': { oneOf: [true, false] } };
const cannabis = { substances: ['cannabis'], amount: 'personal-use' };

describe('An outcome is recorded', () => {
  test.each<[string, OutcomeAttempt]>([
    ['1: charged, once returned for prosecution and in time', attempt('1', {}, { returnedForProsecution: true })],
    ['2: youth caution, for a child who admits it and agrees', attempt('2', child)],
    ['3: adult caution, for an adult who admits it and agrees', attempt('3')],
    ['6: penalty notice, for an adult who attended the course', attempt('6', { admission: 'denies' })],
    ['7: cannabis warning, for an adult who admits a personal amount', attempt('7', cannabis)],
    ['7: the same for khat', attempt('7', { ...cannabis, substances: ['khat'] })],
    ['8: community resolution, for anybody who accepts responsibility', attempt('8', { admission: 'no-reply' })],
    [
      '8: with the victim’s view, which does not bind',
      attempt('8', { 'domestic-abuse': 'none' }, consulted('Against it')),
    ],
    [
      '8: a serious case with an inspector',
      attempt('8', { 'gravity-score': 5 }, { basis: { ...basis, inspector: 'Insp X' } }),
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
    ['6 before the course is attended', attempt('6', {}, { activityDone: false }), 'activity-not-done'],
    ['23 before the activity is done', attempt('23', child, { activityDone: false }), 'activity-not-done'],
    ['23 for an adult', attempt('23'), 'children-only'],
    ['23 before it began', attempt('23', child, { today: calendarDayOf('2026-03-31') }), 'outcome-not-yet-in-use'],
    ['6 for a child', attempt('6', child), 'adults-only'],
    ['7 for a child', attempt('7', { ...cannabis, ...child }), 'adults-only'],
    ['7 for cocaine', attempt('7', { ...cannabis, substances: ['cocaine'] }), 'not-cannabis-or-khat'],
    ['7 for no drug at all', attempt('7', { ...cannabis, substances: [] }), 'not-cannabis-or-khat'],
    ['7 for a drug nobody knows', attempt('7', { amount: 'personal-use' }), 'not-cannabis-or-khat'],
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
      '23 where no decision to charge is held',
      attempt('23', child, { schemeKind: 'deflection' }),
      'prosecution-decision-not-held',
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
    ['1', 'Charged or summonsed', 'Charge or summons'],
    ['2', 'Caution: youth', 'Youth caution or youth conditional caution'],
    ['3', 'Caution: adult', 'Simple or conditional caution (Criminal Justice Act 2003 s22)'],
    ['6', 'Penalty notice for disorder', 'Penalty notice, cancelled by attending the course'],
    ['7', 'Cannabis or khat warning', 'Cannabis or khat warning'],
    ['8', 'Community resolution', 'Community resolution under NPCC guidance'],
    [
      '22',
      'Diversionary, educational or intervention activity undertaken',
      'Activity done; further action not in the public interest',
    ],
    [
      '23',
      'Deferred prosecution: child',
      'Deferred prosecution of a child; the decision to charge was held and is not taken further',
    ],
  ] as const)('%s under the name “%s”, on a basis that is kept with the case', (type, name, legalBasis) => {
    expect(outcomeRules[type].name).toBe(name);
    expect(legalBasisOf(type, basis)).toBe(legalBasis);
  });

  test('on a basis that is kept with the case, where it has no type of its own', () => {
    expect(legalBasisOf('3', pcsc.basis)).toContain('Act 2022 Part 6: diversionary-caution');
    expect(legalBasisOf(null, basis)).toBe('No Home Office outcome applies under this scheme');
  });
});

test('Every outcome rule names its source', () => {
  for (const { source } of Object.values(outcomeRules)) expect(source).toMatch(/\[S-|Act/);
});

function answered(different: Partial<OutcomeAttempt['basis']>) {
  return { basis: { ...basis, ...different } };
}

function consulted(view: string) {
  return { basis: { ...basis, victim: { is: 'consulted', view } as const } };
}
