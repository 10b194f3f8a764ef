import type { Reoffence, StudyCohort, StudyRow } from '../domain/cohort/study-row.ts';
import { generatedPerson } from './generated-person.ts';
import { generatedRow } from './generated-row.ts';
import { trueEffects, type TrueEffects } from './true-effects.ts';

export interface DemonstrationCohort {
  readonly cohort: StudyCohort;
  readonly effects: TrueEffects;
}

/**
 * A study of generated people whose true effects are known: forces with a scheme and without, a trial within two of
 * them, an officer's choice elsewhere that depends on what is recorded, people who do not do as assigned, deaths, and
 * index days too late to be mature. The same people and seed give the same cohort on every machine.
 */
export function demonstrationCohort({
  people,
  seed,
}: {
  readonly people: number;
  readonly seed: number;
}): DemonstrationCohort {
  const persons = Array.from({ length: people }, (_, at) => generatedPerson(seed, at + 1));
  const rows: StudyRow[] = [];
  const reoffences: Reoffence[] = [];
  for (const person of persons) {
    const generated = generatedRow(person);
    rows.push(generated.row);
    reoffences.push(...generated.reoffences);
  }
  return { cohort: { rows, reoffences }, effects: trueEffects(persons) };
}
