/**
 * Offered, accepted, started, completed: how many reached each step, and how each of the others was lost. What is
 * counted is said in `header`.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import type { Figure, LineSum, Measured, MeasureHeader } from '../domain/measured.ts';
import { count, countOf, sentence } from '../domain/disclosure/sentence.ts';
import { countFigure } from './figures/count-figure.ts';
import { shareFigure } from './figures/share-figure.ts';
import { INDEX_CLOCK } from './index-clock.ts';
import type { MeasureOptions } from './measure-options.ts';

/** The steps, and what shows that one was reached. */
const STEPS = [
  { name: 'eligible', isReached: ({ eligible, offeredOn }: StudyRow) => eligible === true || offeredOn !== null },
  { name: 'offered', isReached: ({ offeredOn }: StudyRow) => offeredOn !== null },
  { name: 'accepted', isReached: ({ acceptedOn }: StudyRow) => acceptedOn !== null },
  { name: 'started', isReached: ({ startedOn }: StudyRow) => startedOn !== null },
  { name: 'completed', isReached: ({ completedOn }: StudyRow) => completedOn !== null },
] as const;

const header: MeasureHeader = {
  title: 'Offered, accepted, started, completed',
  numerator: 'Index events that reached the step, by its day in the data.',
  denominator: 'Those at the base named in the line: of the eligible, of the offered, of the accepted, of the started.',
  clock: INDEX_CLOCK,
  window: 'Up to the last day of the data.',
  base: 'Rows with a scheme in reach. Each share says of whom it is: the same number completed is a small share of the eligible and a large one of those who started.',
  censoring:
    'People who were still on the way when the data end have not reached the step. Losses without a recorded reason are named "no reason recorded, or still on the way".',
  method: 'Share with Wilson’s 95% interval; losses as counts.',
  source:
    'Why the base is always named: “80%” was published as the success rate of courses, as the share who did not reoffend within a year, and as the share of those referred who completed (Conservative Drug Policy Reform Group; West Midlands Police; LondonWorld).',
};

const NO_REASON = 'no reason recorded, or still on the way';

/** How many reached each step, of each base before it, and every loss between two steps by its reason. */
export function offeredToCompleted({ rows }: StudyCohort, { by }: MeasureOptions = {}): Measured {
  const inReach = rows.filter(({ scheme }) => scheme !== null);
  const figures = groupsOf(inReach, by).flatMap(({ of, rows }) => [...reached(of, rows), ...lost(of, rows)]);
  const outOfReach = rows.length - inReach.length;
  const overridden = inReach.filter(({ eligible, offeredOn }) => eligible !== true && offeredOn !== null).length;
  const unknown = inReach.filter(({ eligible, offeredOn }) => eligible === null && offeredOn === null).length;
  const warnings = [
    ...(outOfReach > 0
      ? [sentence`${countOf(outOfReach, rows.length, 'some of the')} rows had no scheme in reach and are not counted.`]
      : []),
    ...(overridden > 0
      ? [
          sentence`${count(overridden)} were offered the scheme although eligibility was not met or not recorded; they count as eligible.`,
        ]
      : []),
    ...(unknown > 0
      ? [
          sentence`Of ${count(unknown)} without an offer it is not recorded whether they were eligible; they are not counted as eligible, so shares of the eligible may be too high.`,
        ]
      : []),
  ];
  return { measure: 'offered-to-completed', header, figures, warnings, sums: sumsOf(figures) };
}

/** Those at a step are those of the next and everybody lost between the two. */
function sumsOf(figures: readonly Figure[]): readonly LineSum[] {
  return STEPS.slice(1).map((step, at) => {
    const line = `${step.name}, of the ${STEPS[at]?.name ?? ''}`;
    const losses = new Set(figures.map(({ what }) => what).filter((what) => what.startsWith(lossBefore(step.name))));
    return {
      whole: { what: line, part: 'n' },
      parts: [line, ...losses].map((what) => ({ what, part: 'count' as const })),
    };
  });
}

function lossBefore(step: string): string {
  return `lost before ${step}: `;
}

function reached(of: string, rows: readonly StudyRow[]): readonly Figure[] {
  return STEPS.flatMap((base, at) => {
    const atBase = rows.filter(base.isReached);
    return STEPS.slice(at + 1).map((step) => {
      const count = atBase.filter(step.isReached).length;
      return shareFigure({ of, what: `${step.name}, of the ${base.name}`, count, n: atBase.length });
    });
  });
}

function lost(of: string, rows: readonly StudyRow[]): readonly Figure[] {
  return STEPS.slice(1).flatMap((step, at) => {
    const base = STEPS[at] ?? STEPS[0];
    const atBase = rows.filter(base.isReached);
    const reasons = new Map<string, number>();
    for (const row of atBase) {
      if (step.isReached(row)) continue;
      const reason = step.name === 'offered' ? 'not offered' : (row.lossReason ?? NO_REASON);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    return [...reasons]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, count]) =>
        countFigure({ of, what: `${lossBefore(step.name)}${reason}`, count, n: atBase.length }),
      );
  });
}
