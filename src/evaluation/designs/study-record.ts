import { COVARIATES, type CovariateName } from '../domain/plan/plan-words.ts';
import { covariateOf } from './covariate-columns.ts';
import type { StudyRecord } from './design-result.ts';
import type { Subject } from './study-sample.ts';

/**
 * What a checklist asks of the people studied that no other table says: who died while they were followed, of whom something
 * was not recorded, and from when to when they were seen. By side, those with the scheme first.
 */
export function studyRecord(
  subjects: readonly Subject[],
  treated: ArrayLike<number>,
  covariates: readonly CovariateName[],
): StudyRecord | null {
  const [first] = subjects;
  if (first === undefined) return null;
  const sides = (is: (subject: Subject) => boolean): readonly [number, number] => {
    const count = (side: number) => subjects.filter((subject, at) => treated[at] === side && is(subject)).length;
    return [count(1), count(0)];
  };
  const days = (of: (subject: Subject) => string) => subjects.map(of).sort();
  const [indexed, followed] = [days(({ row }) => row.indexedOn), days(({ row }) => row.followedUntil)];
  const named = covariates.filter((name) => name !== 'age_squared');
  return {
    deaths: sides(({ row }) => row.diedOn !== null && row.diedOn <= row.followedUntil),
    missing: named.map((name) => ({
      name: COVARIATES[name].says,
      counts: sides((subject) => covariateOf(subject, name) === null),
    })),
    indexedFrom: indexed[0] ?? '',
    indexedUntil: indexed.at(-1) ?? '',
    followedUntil: [followed[0] ?? '', followed.at(-1) ?? ''],
  };
}
