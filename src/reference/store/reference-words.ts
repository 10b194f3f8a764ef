import type { FactWords, ReferenceWords } from '../domain/reference-words.ts';
import { loadList } from './reference-files.ts';

interface FactEntry {
  readonly id: string;
  readonly question: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The words for facts, forces and outcome types, from `reference/`: for pages, which speak to people. */
export async function loadReferenceWords(): Promise<ReferenceWords> {
  const [facts, forces, outcomeTypes] = await Promise.all([
    loadList('facts.yaml', 'facts') as Promise<readonly FactEntry[]>,
    loadList('forces.yaml', 'forces') as Promise<readonly { id: string; name: string }[]>,
    loadList('outcome-types.yaml', 'outcomeTypes') as Promise<readonly { type: string; label: string }[]>,
  ]);
  return {
    facts: new Map(facts.map((fact) => [fact.id, wordsOf(fact)])),
    forces: new Map(forces.map(({ id, name }) => [id, name])),
    outcomeTypes: new Map(outcomeTypes.map(({ type, label }) => [type, label])),
  };
}

function wordsOf({ question, hint, unit, labels = {} }: FactEntry): FactWords {
  return { question, hint, unit, labels };
}
