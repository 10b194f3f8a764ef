import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { parseOutcomeTypeRules, type OutcomeTypeRule } from '../domain/disposals/outcome-type-rule.ts';

/** What each outcome type counts as, from `reference/outcome-types.yaml` of this package. */
export async function loadOutcomeTypeRules(): Promise<readonly OutcomeTypeRule[]> {
  const file = new URL('../../../reference/outcome-types.yaml', import.meta.url);
  const { outcomeTypes } = parse(await readFile(file, 'utf8')) as { readonly outcomeTypes: unknown };
  return parseOutcomeTypeRules(outcomeTypes);
}
