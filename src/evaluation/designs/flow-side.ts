import type { StudyRow } from '../domain/cohort/study-row.ts';
import type { FlowSide } from './design-result.ts';
import type { OutcomeValues } from './outcome-values.ts';
import type { Subject } from './study-sample.ts';

const STAGES: readonly (readonly [string, keyof StudyRow])[] = [
  ['offered', 'offeredOn'],
  ['accepted', 'acceptedOn'],
  ['started', 'startedOn'],
  ['completed', 'completedOn'],
];

/** One side of a flow: how far its people went and who of them could be compared. */
export function flowSide(
  name: string,
  { places, subjects, values }: { places: readonly number[]; subjects: readonly Subject[]; values: OutcomeValues },
): FlowSide {
  const among = places.flatMap((at) => (subjects[at] === undefined ? [] : [{ at, row: subjects[at].row }]));
  const compared = among.filter(({ at }) => !Number.isNaN(values.value[at])).length;
  const { months } = values.outcome;
  const immature = months === undefined ? 0 : among.filter(({ at }) => Number.isNaN(values.value[at])).length;
  const unknown = among.length - compared - immature;
  const stages = STAGES.map(([says, field]) => ({ says, n: among.filter(({ row }) => row[field] !== null).length }));
  return {
    name,
    n: among.length,
    stages: stages.some(({ n }) => n > 0) ? stages : [{ says: 'offered the scheme', n: 0 }],
    lost: [
      { why: `followed for less than ${months ?? 0} months and six for proof`, n: immature },
      { why: 'outcome not recorded', n: unknown },
    ].filter(({ n }) => n > 0),
    compared,
  };
}
