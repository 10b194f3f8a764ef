import type { DocumentPath, Draft, Finding } from '../../../documents/index.ts';
import { parseFacts, type Vocabulary } from '../../../eligibility/index.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import type { ScenariosDocument } from './scenarios-document.ts';

type DraftScenario = NonNullable<NonNullable<Draft<ScenariosDocument>['scenarios']>[number]>;

/** What scenarios are held against before they are run; `clauseIds` is null where no scheme is at hand. */
export interface ScenarioWords {
  readonly vocabulary: Vocabulary;
  readonly clauseIds: readonly string[] | null;
}

/** Facts and clauses that scenarios name but nobody has, and names that do not say which clause they are about. */
export function scenarioFindings(draft: Draft<ScenariosDocument>, words: ScenarioWords): Finding[] {
  const scenarios = draft.scenarios ?? [];
  const names = scenarios.map((scenario) => scenario?.name);
  return [
    ...factFindings(draft.base, ['base'], words.vocabulary),
    ...scenarios.flatMap((scenario, index) => {
      if (scenario === undefined) return [];
      const path = ['scenarios', index];
      const repeated = scenario.name !== undefined && names.indexOf(scenario.name) < index;
      return [
        ...(repeated
          ? [
              {
                path: [...path, 'name'],
                problem: 'another scenario above has this name',
                remedy: 'give each its own name',
              },
            ]
          : []),
        ...nameFindings(scenario, path, words),
        ...factFindings(scenario.with, [...path, 'with'], words.vocabulary),
        ...withoutFindings(scenario, path, draft.base),
        ...clauseFindings(scenario, path, words),
        ...missingFindings(scenario, path, words),
      ];
    }),
  ];
}

function factFindings(facts: unknown, path: DocumentPath, vocabulary: Vocabulary): Finding[] {
  if (facts === undefined) return [];
  const result = parseFacts(vocabulary, facts);
  if (result.ok) return [];
  return result.refusal.map(({ path: within, problem, remedy }) => ({
    path: [...path, ...stepsOf(within)],
    problem: within === '' ? problem : `${within}: ${problem}`,
    remedy,
  }));
}

/** `substances.oneOf[2]` as steps. */
function stepsOf(written: string): DocumentPath {
  return written
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function nameFindings({ name }: DraftScenario, path: DocumentPath, { clauseIds }: ScenarioWords): Finding[] {
  if (name === undefined || clauseIds === null) return [];
  const [first = ''] = name.split(/[\s:,]/);
  if (clauseIds.includes(first)) return [];
  const problem = `the name does not begin with the id of a clause: "${first}"`;
  return [{ path: [...path, 'name'], problem, remedy: `begin it with the clause it is about, as: ${clauseIds[0]} …` }];
}

function withoutFindings({ without, with: added }: DraftScenario, path: DocumentPath, base: unknown): Finding[] {
  return (without ?? []).flatMap((fact, index) => {
    if (fact === undefined || typeof base !== 'object' || base === null) return [];
    const place = [...path, 'without', index];
    if (added !== undefined && Object.hasOwn(added, fact)) {
      return [
        { path: place, problem: `${fact} is both added and taken away`, remedy: 'keep it under with or under without' },
      ];
    }
    if (Object.hasOwn(base, fact)) return [];
    const near = nearestWord(fact, Object.keys(base));
    const remedy = near === null ? 'name a fact of the base' : `did you mean "${near}"?`;
    return [{ path: place, problem: `the base has no fact "${fact}" to take away`, remedy }];
  });
}

function clauseFindings(
  { because, expect }: DraftScenario,
  path: DocumentPath,
  { clauseIds }: ScenarioWords,
): Finding[] {
  if (because === undefined) return [];
  const pointless = expect !== undefined && expect !== 'ineligible';
  const unknown = because.flatMap((id, index) => {
    if (id === undefined || clauseIds === null || clauseIds.includes(id)) return [];
    const near = nearestWord(id, clauseIds);
    const remedy = near === null ? `name one of: ${clauseIds.join(', ')}` : `did you mean "${near}"?`;
    return [{ path: [...path, 'because', index], problem: `the scheme has no clause "${id}"`, remedy }];
  });
  const problem = `"because" names what keeps a person out, and this one is expected to be ${expect}`;
  return pointless
    ? [{ path: [...path, 'because'], at: 'key', problem, remedy: 'leave it out, or expect ineligible' }, ...unknown]
    : unknown;
}

function missingFindings(
  { missing = [] }: DraftScenario,
  path: DocumentPath,
  { vocabulary }: ScenarioWords,
): Finding[] {
  const known = [...vocabulary.byId.keys()];
  return missing.flatMap((fact, index) => {
    if (fact === undefined || known.includes(fact)) return [];
    const near = nearestWord(fact, known);
    const remedy = near === null ? 'see reference/facts.yaml for the facts there are' : `did you mean "${near}"?`;
    return [{ path: [...path, 'missing', index], problem: `there is no fact "${fact}"`, remedy }];
  });
}
