import type { Plan } from '../domain/plan/plan-document.ts';
import { reoffencesOf } from '../domain/cohort/reoffences-in-window.ts';
import type { Reoffence, StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import { eventKey } from '../domain/cohort/event-key.ts';

/** A person's index event that is studied, with the offences after it in the order in which they were committed. */
export interface Subject {
  readonly row: StudyRow;
  readonly reoffences: readonly Reoffence[];
}

/** How many went out at one step on the way from the data to what is compared, and why. */
export interface Exclusion {
  readonly why: string;
  readonly n: number;
}

/** Those of the data whom the plan is about, and who went out on the way. */
export interface StudySample {
  readonly subjects: readonly Subject[];
  readonly inData: number;
  readonly excluded: readonly Exclusion[];
}

/**
 * Takes from the data those whom the plan names, step by step: index day, age, force, scheme, offence group, and, where
 * the plan says so, a person's first index event alone. A value that is not recorded does not meet a condition on it.
 * The order of rows does not matter: they are put in order of index day, person and event.
 */
export function studySample(plan: Plan, data: StudyCohort): StudySample {
  const excluded: Exclusion[] = [];
  let rows = [...data.rows].sort((a, b) => compare(a.indexedOn, b.indexedOn) || compare(eventKey(a), eventKey(b)));
  for (const { why, includes } of conditionsOf(plan)) {
    const included = rows.filter(includes);
    if (included.length < rows.length) excluded.push({ why, n: rows.length - included.length });
    rows = included;
  }
  const of = reoffencesOf(data);
  const subjects = rows.map((row) => ({ row, reoffences: of(row) }));
  return { subjects, inData: data.rows.length, excluded };
}

interface Condition {
  readonly why: string;
  readonly includes: (row: StudyRow) => boolean;
}

function conditionsOf({ cohort, comparison }: Plan): Condition[] {
  const { from, until, age, forces, schemes, offenceGroups, indexEvent } = cohort;
  const { diversionForces, comparisonForces } = comparison;
  const conditions: Condition[] = [
    {
      why: `index day not from ${from} to ${until}`,
      includes: ({ indexedOn }) => indexedOn >= from && indexedOn <= until,
    },
  ];
  if (age !== undefined) {
    const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = age;
    const why = `not aged ${atMost === Number.POSITIVE_INFINITY ? `${atLeast} or over` : `${atLeast} to ${atMost}`}, or age not recorded`;
    conditions.push({ why, includes: ({ age }) => age !== null && age >= atLeast && age <= atMost });
  }
  const compared = diversionForces && comparisonForces && [...diversionForces, ...comparisonForces];
  if (compared !== undefined) {
    conditions.push({ why: 'in a force that is not compared', includes: ({ force }) => compared.includes(force) });
  }
  if (forces !== undefined)
    conditions.push({ why: 'in another force', includes: ({ force }) => forces.includes(force) });
  if (schemes !== undefined) {
    conditions.push({
      why: 'under another scheme or none',
      includes: ({ scheme }) => scheme !== null && schemes.includes(scheme),
    });
  }
  if (offenceGroups !== undefined) {
    conditions.push({
      why: 'another offence, or not recorded',
      includes: ({ offenceGroup }) => offenceGroup !== null && offenceGroups.includes(offenceGroup),
    });
  }
  if (indexEvent === 'first')
    conditions.push({ why: 'a later index event of the same person', includes: firstOfEach() });
  return conditions;
}

/** Keeps the first row of each person; rows come in order of index day. */
function firstOfEach(): (row: StudyRow) => boolean {
  const seen = new Set<string>();
  return ({ person }) => !seen.has(person) && Boolean(seen.add(person));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
