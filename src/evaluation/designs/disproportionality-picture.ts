import { groupOf } from '../domain/disproportionality/ethnic-group.ts';
import { funnel, type Funnel } from '../domain/disproportionality/funnel.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { studySample } from './study-sample.ts';
import type { StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';

/** A step at which groups are looked at beside each other: how many of each came to it. */
export interface DisproportionalityPicture<Count extends number = number> {
  /** As `offered the scheme, of those eligible where there was one`. */
  readonly what: string;
  readonly funnel: Funnel<Count>;
}

interface Step {
  readonly what: string;
  readonly isAsked: (row: StudyRow) => boolean;
  readonly came: (row: StudyRow) => boolean;
}

const OFFERED: Step = {
  what: 'offered the scheme, of those eligible where there was one',
  isAsked: ({ scheme, eligible, arm }) => scheme !== null && eligible !== false && arm === null,
  came: ({ offeredOn }) => offeredOn !== null,
};

/** In a trial chance decides who is offered the scheme, so that only what follows can differ between groups. */
const STARTED: Step = {
  what: 'started the scheme, of those allocated to it',
  isAsked: ({ arm }) => arm === 'diversion',
  came: ({ startedOn }) => startedOn !== null,
};

/**
 * Each ethnic group of each force against the limits that chance alone would keep. Self-defined ethnicity first, the
 * officer's where it is not stated; "not recorded" is shown as a group. Null where nobody, or everybody, came.
 */
export function disproportionalityPicture(plan: Plan, data: StudyCohort): DisproportionalityPicture | null {
  const { what, isAsked, came } = plan.comparison.design === 'randomised' ? STARTED : OFFERED;
  const rows = studySample(plan, data).subjects.flatMap(({ row }) => (isAsked(row) ? [row] : []));
  const groups = Map.groupBy(rows, (row) => {
    const group = groupOf(row.ethnicitySelfDefined, row.ethnicityOfficerDefined) ?? 'Not recorded';
    return `${group}, ${row.force}`;
  });
  const counts = [...groups].map(([name, members]) => ({
    name,
    size: members.length,
    count: members.filter(came).length,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || total === rows.length) return null;
  counts.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { what, funnel: funnel(counts, 'binomial') };
}
