import { z } from 'zod';
import { readReferenceFile } from '../../reference/store/reference-file.ts';
import { parseOutcomeTypeRules, type OutcomeTypeRule } from '../domain/disposals/outcome-type-rule.ts';

const schema = z.object({ outcomeTypes: z.unknown() });

/** What each outcome type counts as, from `reference/outcome-types.yaml` of this package. */
export async function loadOutcomeTypeRules(): Promise<readonly OutcomeTypeRule[]> {
  return parseOutcomeTypeRules(schema.parse(await readReferenceFile('outcome-types.yaml')).outcomeTypes);
}
