import { describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { cohortOf, studyRow } from '../domain/cohort/study-row.test-support.ts';
import type { StudyRow } from '../domain/cohort/study-row.ts';
import type { Figure, Measured } from '../domain/measured.ts';
import { loadOutcomeTypeRules } from '../store/outcome-type-rules.ts';
import { warningsOf } from './warnings.test-support.ts';
import { courtCasesAvoided } from './court-cases-avoided.ts';
import { criminalRecordsAvoided } from './criminal-records-avoided.ts';
import { entryToTreatment } from './entry-to-treatment.ts';
import { netWidening } from './net-widening.ts';
import { offeredToCompleted } from './offered-to-completed.ts';
import { personSatisfaction } from './person-satisfaction.ts';
import { policeHours } from './police-hours.ts';
import { positiveDisposals } from './positive-disposals.ts';
import { timeToContactAndStart } from './time-to-contact-and-start.ts';
import { victimSatisfaction } from './victim-satisfaction.ts';

const figure = ({ figures }: Measured, what: string): Figure => {
  const found = figures.find((figure) => figure.of === 'all' && figure.what === what);
  if (found === undefined) throw new Error(`${what} is not among ${figures.map(({ what }) => what).join('; ')}`);
  return found;
};

const day = calendarDayOf;
let people = 0;
const row = (recorded: Partial<StudyRow>) => studyRow({ person: `P${(people += 1)}`, scheme: 'pilot', ...recorded });
const offeredOn = day('2023-01-10');
const offered = (recorded: Partial<StudyRow> = {}) => row({ eligible: true, offeredOn, ...recorded });
const accepted = (recorded: Partial<StudyRow> = {}) => offered({ acceptedOn: offeredOn, ...recorded });
const started = (recorded: Partial<StudyRow> = {}) => accepted({ startedOn: day('2023-02-01'), ...recorded });
const completed = (recorded: Partial<StudyRow> = {}) => started({ completedOn: day('2023-03-01'), ...recorded });

describe('offered, accepted, started, completed', () => {
  // Of 20 eligible 10 are offered the scheme, 8 accept, 5 start and 4 complete: "80%" of those who started.
  const rows = [
    ...Array.from({ length: 10 }, () => row({ eligible: true })),
    ...[offered({ lossReason: 'declined' }), offered({ lossReason: 'declined' })],
    ...[accepted({ lossReason: 'did-not-engage' }), accepted(), accepted()],
    started({ lossReason: 'withdrew' }),
    ...Array.from({ length: 4 }, () => completed()),
    row({ eligible: false }),
    studyRow({ person: 'other force' }),
  ];
  const funnel = offeredToCompleted(cohortOf(rows));

  test('says of whom each share is', () => {
    expect(figure(funnel, 'completed, of the started')).toMatchObject({ n: 5, count: 4, value: 0.8 });
    expect(figure(funnel, 'completed, of the offered')).toMatchObject({ n: 10, count: 4, value: 0.4 });
    expect(figure(funnel, 'completed, of the eligible')).toMatchObject({ n: 20, count: 4, value: 0.2 });
    expect(figure(funnel, 'started, of the accepted')).toMatchObject({ n: 8, count: 5 });
  });

  test('names every loss, so that step, losses and next step add up', () => {
    const losses = funnel.figures.filter(({ what }) => what.startsWith('lost'));
    expect(losses.map(({ what, count }) => `${what}: ${count}`)).toEqual([
      'lost before offered: not offered: 10',
      'lost before accepted: declined: 2',
      'lost before started: did-not-engage: 1',
      'lost before started: no reason recorded, or still on the way: 2',
      'lost before completed: withdrew: 1',
    ]);
    expect(warningsOf(funnel)).toEqual(['1 of 22 rows had no scheme in reach and are not counted.']);
  });

  test('says where somebody was offered the scheme without being known to be eligible', () => {
    const measured = offeredToCompleted(cohortOf([offered({ eligible: null }), row({})]));
    expect(warningsOf(measured)).toEqual([
      '1 were offered the scheme although eligibility was not met or not recorded; they count as eligible.',
      'Of 1 without an offer it is not recorded whether they were eligible; they are not counted as eligible, so shares of the eligible may be too high.',
    ]);
  });
});

describe('time from offer to first contact and to start', () => {
  test('keeps those never reached in the curve until the data end', () => {
    const reached = (on: string) => accepted({ firstContactOn: day(on) });
    const rows = [reached('2023-01-15'), reached('2023-01-31'), offered(), offered({ lossReason: 'declined' })];
    const times = timeToContactAndStart(cohortOf(rows));
    // Days 5 and 21 of four offered: a quarter by day 5, half by day 21, and no more.
    expect(figure(times, 'first contact within 21 days')).toMatchObject({ n: 4, count: 2, value: 0.5 });
    expect(figure(times, 'median days to first contact')).toMatchObject({ n: 4, value: 21 });
    expect(figure(times, 'start within 28 days (20 working days)')).toMatchObject({ value: 0, low: null });
    expect(figure(times, 'median days to start')).toMatchObject({
      value: null,
      why: 'less than half were ever reached',
    });
  });

  test('takes who dies out of the curve on the day of death', () => {
    const rows = [offered({ diedOn: day('2023-01-12') }), accepted({ firstContactOn: day('2023-01-15') }), offered()];
    expect(figure(timeToContactAndStart(cohortOf(rows)), 'first contact within 21 days').value).toBeCloseTo(0.5, 12);
  });
});

describe('positive disposals', () => {
  test('leaves out what is not finished, and takes 1A for the 1 that it is', async () => {
    const outcomeTypes = await loadOutcomeTypeRules();
    const types = ['1', '1A', '22', '8', '16', '0', null, '77'];
    const measured = positiveDisposals(cohortOf(types.map((outcomeType) => row({ outcomeType }))), { outcomeTypes });
    expect(figure(measured, 'positive')).toMatchObject({ n: 5, count: 4, value: 0.8 });
    expect(figure(measured, '1 Charged or summonsed')).toMatchObject({ n: 5, count: 2 });
    expect(figure(measured, 'not finished')).toMatchObject({ n: 8, count: 3 });
    expect(warningsOf(measured)[0]).toContain('1 cases have an outcome type that is not known here (77)');
  });
});

describe('criminal records and court cases avoided', () => {
  const rows = [
    completed({ withoutTheScheme: 'prosecution', outcomeType: '22', appearedInCourt: false }),
    completed({ withoutTheScheme: 'caution', outcomeType: '22', appearedInCourt: false }),
    completed({ withoutTheScheme: 'no-further-action', outcomeType: '8', appearedInCourt: false }),
    started({ withoutTheScheme: 'no-further-action', outcomeType: '1', appearedInCourt: true }),
    offered({ withoutTheScheme: 'prosecution', outcomeType: '1', appearedInCourt: true }),
    offered({ withoutTheScheme: null, outcomeType: '1', appearedInCourt: true }),
    offered({ withoutTheScheme: 'prosecution', outcomeType: '0', appearedInCourt: null }),
  ];

  test('set what happened against the officer’s word, and count those worse off', () => {
    const records = criminalRecordsAvoided(cohortOf(rows));
    expect(figure(records, 'criminalised, in fact')).toMatchObject({ n: 5, count: 2 });
    expect(figure(records, 'criminalised, without the scheme by the officer’s word')).toMatchObject({ n: 5, count: 3 });
    expect(figure(records, 'criminalised, avoided on balance')).toMatchObject({ n: 5, count: 1 });
    expect(figure(records, 'criminalised, avoided on balance per person').value).toBeCloseTo(0.2, 12);
    expect(figure(records, 'criminalised, although there would have been none')).toMatchObject({ count: 1 });
    expect(warningsOf(records)[1]).toContain('Of 2 of 7 offered');
    const court = courtCasesAvoided(cohortOf(rows));
    expect(figure(court, 'in court, avoided on balance')).toMatchObject({ n: 5, count: 0 });
  });
});

describe('police hours, surveys, treatment and net-widening', () => {
  test('police hours are of those recorded', () => {
    const hours = policeHours(cohortOf([row({ policeMinutes: 60 }), row({ policeMinutes: 180 }), row({})]));
    // mean 2, s = √2, error 1, t of one degree 12.7062
    expect(figure(hours, 'hours per case')).toMatchObject({ n: 2, value: 2, unit: 'hours' });
    expect(figure(hours, 'hours per case').high).toBeCloseTo(2 + 12.706_2, 3);
    expect(figure(hours, 'not recorded')).toMatchObject({ n: 3, count: 1 });
  });

  test('surveys show the response rate beside what was answered', () => {
    const person = (answer: number | null) => row({ personSurveyAsked: true, personSatisfaction: answer });
    const measured = personSatisfaction(cohortOf([person(5), person(2), person(null), person(null), row({})]));
    expect(figure(measured, 'answered, of those asked')).toMatchObject({ n: 4, count: 2 });
    expect(figure(measured, 'satisfied (4 or 5), of those who answered')).toMatchObject({ n: 2, count: 1 });
    expect(figure(measured, 'mean score, of those who answered')).toMatchObject({ value: 3.5 });
    expect(warningsOf(measured)[0]).toContain('2 of 4 answered');
    const victims = victimSatisfaction(cohortOf([row({ victimSurveyAsked: true, victimSatisfaction: 4 })]));
    expect(figure(victims, 'satisfied (4 or 5), of those who answered')).toMatchObject({ n: 1, count: 1 });
  });

  test('treatment counts from the index day on, of those whose window was seen', () => {
    const rows = [
      row({ treatmentEnteredOn: day('2023-01-10') }),
      row({ treatmentEnteredOn: day('2023-07-11') }),
      row({ followedUntil: day('2023-07-09') }),
    ];
    const measured = entryToTreatment(cohortOf(rows), { windows: [6] });
    expect(figure(measured, '6 months')).toMatchObject({ n: 2, count: 1 });
    expect(warningsOf(measured)[0]).toContain('The 6-month window of 1 of 3 rows reaches beyond the data');
  });

  test('net-widening is a share of those of whom the officer said something, the others shown', () => {
    const rows = [
      started({ withoutTheScheme: 'no-further-action' }),
      started({ withoutTheScheme: 'prosecution' }),
      started(),
      offered({ withoutTheScheme: 'no-further-action' }),
    ];
    const measured = netWidening(cohortOf(rows));
    expect(figure(measured, 'without the scheme: no-further-action')).toMatchObject({ n: 2, count: 1, value: 0.5 });
    expect(figure(measured, 'not recorded')).toMatchObject({ n: 3, count: 1 });
  });
});
