import { contentHash } from '../../../shared/canonical-json.ts';
import type { Reoffence, StudyRow } from '../cohort/study-row.ts';

interface Studied {
  readonly row: StudyRow;
  readonly reoffences: readonly Reoffence[];
}

/**
 * A print of each person who is studied: `person.record`, both hashes cut short. Two releases are compared by these, and
 * not by the people's data, which are not kept: who is in one alone, or whose record is another, is told; nothing else.
 */
export function peoplePrints(subjects: readonly Studied[]): readonly string[] {
  const people = Map.groupBy(subjects, ({ row }) => row.person);
  return [...people]
    .map(([person, own]) => `${contentHash(whoIs(person, own)).slice(0, 16)}.${contentHash(own).slice(0, 16)}`)
    .sort();
}

/** The same number in another study is another person: it is one only with the same force and first index day. */
function whoIs(person: string, own: readonly Studied[]): readonly string[] {
  const [first = ''] = own.map(({ row }) => `${row.indexedOn} ${row.force}`).sort();
  return [person, first];
}

/** How many people two sets of prints have in common, and how many are in one alone or have another record there. */
export function comparedPrints(
  one: readonly string[],
  other: readonly string[],
): { readonly shared: number; readonly differing: number } {
  const [a, b] = [new Set(one), new Set(other)];
  const personOf = (print: string) => print.split('.')[0] ?? '';
  const people = new Set(one.map(personOf));
  const shared = new Set(other.map(personOf).filter((person) => people.has(person))).size;
  const apart = [...one.filter((print) => !b.has(print)), ...other.filter((print) => !a.has(print))].map(personOf);
  return { shared, differing: new Set(apart).size };
}
