import { describe, expect, test } from 'vitest';
import type { DesignResult } from '../../../src/evaluation/designs/design-result.ts';
import { evaluatePlan } from '../../../src/evaluation/designs/evaluate-plan.ts';
import { examplePlan, finished } from '../../../src/evaluation/designs/example-plan.test-support.ts';
import { studyRow } from '../../../src/evaluation/domain/cohort/study-row.test-support.ts';
import { calendarDayOf } from '../../../src/shared/calendar-day.ts';
import { expectAgreement, readReference } from '../agreement.ts';

interface TrialSet {
  readonly kind: 'strata' | 'repeated' | 'plain';
  readonly months: number;
  readonly person: readonly number[];
  readonly arm: readonly number[];
  readonly indexed: readonly string[];
  readonly stratum: readonly number[];
  readonly has: readonly number[];
  readonly committed: readonly string[];
  readonly proven: readonly string[];
  readonly people: readonly number[];
  readonly withEvent: readonly number[];
  readonly withAny: readonly number[];
  readonly share: readonly number[];
  readonly ends: readonly number[];
  readonly alone: number;
  readonly difference: readonly number[] | null;
  readonly counted: readonly number[] | null;
}

const { seed, sets } = readReference('windows') as { readonly seed: number; readonly sets: readonly TrialSet[] };
const numbered = sets.map((set, at) => [at + 1, set] as const);

function resultOf(set: TrialSet): DesignResult {
  const rows = set.person.map((person, at) =>
    studyRow({
      person: `p${person}`,
      indexEvent: `e${at}`,
      indexedOn: calendarDayOf(set.indexed[at] ?? ''),
      followedUntil: calendarDayOf('2030-01-01'),
      arm: set.arm[at] === 1 ? 'diversion' : 'usual',
      stratum: set.kind === 'strata' ? String(set.stratum[at]) : null,
    }),
  );
  const reoffences = rows.flatMap(({ person, indexEvent }, at) => {
    const proven = set.proven[at] ?? '';
    const committedOn = calendarDayOf(set.committed[at] ?? '');
    const provenOn = proven === '' ? null : calendarDayOf(proven);
    return set.has[at] === 1 ? [{ person, indexEvent, committedOn, provenOn, offenceCode: null }] : [];
  });
  const plan = examplePlan({
    cohort: `{ from: 2021-01-01, until: 2026-12-31, indexEvent: ${set.kind === 'repeated' ? 'every' : 'first'} }`,
    outcomes: `{ primary: { measure: reoffended, months: ${set.months} } }`,
    sensitivity: '[unproven-counted]',
  });
  return finished(evaluatePlan(plan, { rows, reoffences }));
}

function findingOf(result: DesignResult, of: (id: string) => boolean) {
  const finding = result.findings.find(({ id }) => of(id));
  if (finding === undefined) throw new Error('there is such a finding');
  return finding;
}

describe(`random trials around the 29th of February (R’s seed ${seed})`, () => {
  test.each(numbered)('trial %i counts who reoffended in the plan’s own months, each person once', (_, set) => {
    const result = resultOf(set);
    const { groups } = findingOf(result, (id) => id.startsWith('primary:'));
    expect(groups.map(({ n }) => n)).toEqual(set.people);
    expect(groups.map(({ events }) => events)).toEqual(set.withEvent);
    expectAgreement(
      groups.map(({ value }) => value),
      set.share,
    );
  });

  test.each(numbered)('trial %i counts an offence proven late, or never, only where that is asked', (_, set) => {
    const { groups } = findingOf(resultOf(set), (id) => id === 'sensitivity:unproven-counted');
    expect(groups.map(({ events }) => events)).toEqual(set.withAny);
  });

  test.each(numbered)('trial %i has one number: of the finding, at the curve’s end and in its table', (_, set) => {
    const { curves } = resultOf(set);
    if (curves === null) throw new Error('there are curves');
    expectAgreement(
      curves.groups.map(({ share }) => share.at(-1) ?? 0),
      set.ends,
    );
    expectAgreement(
      curves.groups.map(({ atRisk }) => atRisk.at(-1)?.share),
      set.ends,
    );
  });

  test.each(numbered.filter(([, { difference }]) => difference !== null))(
    'trial %i has the difference and errors of lm and sandwich, without strata of one person',
    (_, set) => {
      const result = resultOf(set);
      const of = (finding: ReturnType<typeof findingOf>) => {
        const { value, low, high, p } = finding.estimate ?? {};
        return [value, low, high, p];
      };
      expectAgreement(of(findingOf(result, (id) => id.startsWith('primary:'))), set.difference, 1e-7);
      expectAgreement(of(findingOf(result, (id) => id === 'sensitivity:unproven-counted')), set.counted, 1e-7);
    },
  );

  test('some of them have strata of one person, and people with several index events', () => {
    expect(sets.filter(({ alone }) => alone > 0).length).toBeGreaterThan(5);
    expect(sets.filter(({ person }) => new Set(person).size < person.length).length).toBeGreaterThan(5);
  });
});
