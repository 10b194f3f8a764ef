import { z } from 'zod';
import { parseVocabulary, type Vocabulary } from '../../eligibility/index.ts';
import { calendarDaySchema } from '../../shared/calendar-day-schema.ts';
import type { ReferenceLists } from '../domain/reference-lists.ts';
import { loadForces } from './forces.ts';
import { readReferenceFile } from './reference-file.ts';

const factsFile = z.object({ facts: z.array(z.unknown()) });
const outcomeTypesFile = z.object({ outcomeTypes: z.array(z.object({ type: z.string() })) });

const drugClassesFile = z.object({
  drugClasses: z.array(
    z.object({
      substance: z.string(),
      classes: z.array(z.object({ from: calendarDaySchema, class: z.enum(['A', 'B', 'C', 'none']) })),
    }),
  ),
});

/** The lists that documents are held against, from `reference/`. */
export async function loadReferenceLists(): Promise<ReferenceLists> {
  const forces = await loadForces();
  const { facts } = factsFile.parse(await readReferenceFile('facts.yaml'));
  const { outcomeTypes } = outcomeTypesFile.parse(await readReferenceFile('outcome-types.yaml'));
  const vocabulary = parseVocabulary(
    facts,
    forces.map(({ id }) => id),
  );
  const { drugClasses } = drugClassesFile.parse(await readReferenceFile('drug-classes.yaml'));
  return { vocabulary, forces, outcomeTypes: outcomeTypes.map(({ type }) => type), drugClasses };
}

/** The vocabulary of facts, from `reference/facts.yaml`, with the forces there are. */
export async function loadVocabulary(): Promise<Vocabulary> {
  return (await loadReferenceLists()).vocabulary;
}
