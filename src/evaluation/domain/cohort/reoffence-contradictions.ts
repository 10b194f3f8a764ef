import type { Contradiction } from './row-contradictions.ts';
import type { Reoffence, StudyRow } from './study-row.ts';

/** Every contradiction between a reoffence and the row that it belongs to. */
export function reoffenceContradictions(reoffence: Reoffence, index: StudyRow): readonly Contradiction[] {
  const { committedOn, provenOn } = reoffence;
  const found: Contradiction[] = [];
  if (committedOn < index.indexedOn) {
    const problem = `committed_on is ${committedOn}, before the index day, ${index.indexedOn}`;
    found.push({ column: 'committed_on', problem, remedy: 'an earlier offence is a prior offence; take the row out' });
  }
  if (provenOn !== null && provenOn < committedOn) {
    const problem = `proven_on is ${provenOn}, before committed_on, ${committedOn}`;
    found.push({ column: 'committed_on and proven_on', problem, remedy: 'correct one of the days' });
  }
  const last = provenOn ?? committedOn;
  if (last > index.followedUntil || committedOn > index.followedUntil) {
    const problem = `it is of ${last}, after followed_until of its row, ${index.followedUntil}`;
    const remedy = 'followed_until is the last day of the data; move it on, or take the row out';
    found.push({ column: provenOn === null ? 'committed_on' : 'proven_on', problem, remedy });
  }
  if (index.diedOn !== null && committedOn > index.diedOn) {
    const problem = `committed_on is ${committedOn}, after the person's death, ${index.diedOn}`;
    found.push({ column: 'committed_on', problem, remedy: 'correct one of the days' });
  }
  return found;
}
