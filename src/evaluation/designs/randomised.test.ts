import { describe, expect, test } from 'vitest';
import { addDays, calendarDayOf } from '../../shared/calendar-day.ts';
import type { Arm, Reoffence, StudyRow } from '../domain/cohort/study-row.ts';
import { studyRow } from '../domain/cohort/study-row.test-support.ts';
import { sentenceFor, sentencesFor } from '../domain/disclosure/sentence.ts';
import type { Finding } from './finding.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import { examplePlan, finished } from './example-plan.test-support.ts';

const INDEXED_ON = calendarDayOf('2021-06-01');

interface Some {
  readonly n: number;
  readonly events: number;
  readonly arm: Arm | null;
  readonly recorded?: Partial<StudyRow>;
}

/** So many people of an arm, of whom so many reoffended after 100 days. */
function some({ n, events, arm, recorded = {} }: Some, name: string) {
  const rows = Array.from({ length: n }, (_, at) =>
    studyRow({ person: `${name}${at}`, indexEvent: '1', indexedOn: INDEXED_ON, arm, ...recorded }),
  );
  const reoffences = rows.slice(0, events).map((row): Reoffence => {
    const { person, indexEvent, indexedOn } = row;
    const committedOn = addDays(indexedOn, 100);
    return { person, indexEvent, committedOn, provenOn: addDays(indexedOn, 140), offenceCode: null };
  });
  return { rows, reoffences };
}

function cohortOf(...groups: readonly Some[]) {
  const parts = groups.map((group, at) => some(group, `g${at}-`));
  return {
    rows: parts.flatMap(({ rows }) => rows),
    reoffences: parts.flatMap(({ reoffences }) => reoffences),
  };
}

const primary = 'primary:Reoffended within 12 months:risk-difference';

function refusalOf(finding: Finding | undefined): string | null {
  return finding?.refusal ? sentenceFor('evaluator', finding.refusal) : null;
}

describe('a randomised trial', () => {
  test('compares everybody as allocated: 10 of 100 with 25 of 100', () => {
    const cohort = cohortOf({ n: 100, events: 10, arm: 'diversion' }, { n: 100, events: 25, arm: 'usual' });
    const result = finished(evaluatePlan(examplePlan(), cohort));
    const finding = result.findings.find(({ id }) => id === primary);
    expect(finding?.groups.map(({ events, n }) => [events, n])).toEqual([
      [10, 100],
      [25, 100],
    ]);
    expect(finding?.estimate?.value).toBeCloseTo(-0.15, 12);
    expect(finding && sentenceFor('evaluator', finding.method)).toContain('Newcombe');
  });

  test('leaves out who can’t be judged yet and who has no arm, and counts both', () => {
    const cohort = cohortOf(
      { n: 40, events: 10, arm: 'diversion' },
      { n: 40, events: 12, arm: 'usual' },
      { n: 7, events: 0, arm: 'diversion', recorded: { followedUntil: calendarDayOf('2022-11-30') } },
      { n: 3, events: 0, arm: null },
    );
    const { flow, warnings } = finished(evaluatePlan(examplePlan(), cohort));
    expect(flow.sides.map(({ n, compared }) => [n, compared])).toEqual([
      [47, 40],
      [40, 40],
    ]);
    expect(flow.excluded).toEqual([{ why: 'no arm of the trial recorded', n: 3 }]);
    expect(sentencesFor('evaluator', warnings).join(' ')).toContain('7 people are left out');
  });

  test('counts an offence on the last day of the window and proven six months on, and none after either', () => {
    const row = studyRow({ person: 'a', indexEvent: '1', indexedOn: INDEXED_ON, arm: 'diversion' });
    const others = cohortOf({ n: 20, events: 0, arm: 'diversion' }, { n: 20, events: 5, arm: 'usual' });
    const events = (committed: string, proven: string | null) => {
      const reoffence = {
        person: 'a',
        indexEvent: '1',
        committedOn: calendarDayOf(committed),
        provenOn: proven === null ? null : calendarDayOf(proven),
        offenceCode: null,
      };
      const cohort = { rows: [...others.rows, row], reoffences: [...others.reoffences, reoffence] };
      const result = finished(evaluatePlan(examplePlan({ sensitivity: '[unproven-counted]' }), cohort));
      return ['primary', 'sensitivity'].map(
        (role) => result.findings.find((finding) => finding.role === role)?.groups[0].events,
      );
    };
    expect(events('2022-06-01', '2022-12-01')).toEqual([1, 1]);
    expect(events('2022-06-02', '2022-12-01')).toEqual([0, 0]);
    // Proven a day too late: for the primary outcome as if never, and for the sensitivity analysis as if not proven.
    expect(events('2022-06-01', '2022-12-02')).toEqual([0, 1]);
    expect(events('2021-06-01', '2021-07-01')).toEqual([0, 0]);
    expect(events('2022-01-01', null)).toEqual([0, 1]);
  });

  test('says in words why there is no number, where one side has almost nobody', () => {
    const cohort = cohortOf({ n: 9, events: 3, arm: 'diversion' }, { n: 50, events: 9, arm: 'usual' });
    const finding = finished(evaluatePlan(examplePlan(), cohort)).findings.find(({ id }) => id === primary);
    expect(finding?.estimate).toBeNull();
    expect(refusalOf(finding)).toContain('Only 9 are left on one side');
  });

  test('gives no ratio of a handful of events', () => {
    const cohort = cohortOf({ n: 80, events: 3, arm: 'diversion' }, { n: 80, events: 6, arm: 'usual' });
    const { findings } = finished(evaluatePlan(examplePlan(), cohort));
    const hazard = findings.find(({ scale }) => scale === 'hazard-ratio');
    expect(refusalOf(hazard)).toContain('Only 9 had the event');
  });

  test('adjusts the p values of secondary outcomes for each other, and leaves the primary one alone', () => {
    const recorded = (appearedInCourt: boolean, policeMinutes: number) => ({
      recorded: { appearedInCourt, policeMinutes },
    });
    const cohort = cohortOf(
      { n: 60, events: 10, arm: 'diversion', ...recorded(false, 100) },
      { n: 20, events: 4, arm: 'diversion', ...recorded(true, 220) },
      { n: 40, events: 12, arm: 'usual', ...recorded(true, 260) },
      { n: 45, events: 15, arm: 'usual', ...recorded(false, 130) },
    );
    const outcomes =
      '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: appeared-in-court }, { measure: police-minutes }] }';
    const { findings } = finished(evaluatePlan(examplePlan({ outcomes }), cohort));
    const secondary = findings.filter(({ role }) => role === 'secondary');
    expect(secondary).toHaveLength(2);
    for (const { adjustedP, estimate } of secondary) expect(adjustedP ?? 0).toBeGreaterThanOrEqual(estimate?.p ?? 1);
    expect(findings.find(({ role }) => role === 'primary')?.adjustedP).toBeNull();
  });
});
