import { explainedRule } from '../explained-rule.ts';
import {
  type DocumentFault,
  type Finding,
  inReadingOrder,
  readDocument,
  shapeFindings,
  withoutFaults,
} from '../../../documents/index.ts';
import type { Vocabulary } from '../../../eligibility/index.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { runFindings, runScenarios } from './run-scenarios.ts';
import { coverageFindings } from './scenario-coverage.ts';
import { scenarioFindings } from './scenario-findings.ts';
import { scenariosSchema, type ScenariosDocument } from './scenarios-document.ts';
import type { Scheme } from '../scheme-document.ts';

/** What scenarios are read against: the vocabulary, and the scheme they belong to where it is at hand. */
export interface ScenarioContext {
  readonly vocabulary: Vocabulary;
  readonly scheme?: Scheme | undefined;
}

/** Reads a file of scenarios, without running them: the document, or every fault in it with its place. */
export function parseScenarios(
  text: string,
  file: string,
  context: ScenarioContext,
): Result<ScenariosDocument, readonly DocumentFault[]> {
  return readDocument(text, file, (value) => parseValue(value, context));
}

/**
 * Reads a file of scenarios, runs them against their scheme and holds them to showing each clause in, out, at its
 * bounds and not known. Answers every fault with its place; none means the scheme does what its scenarios say.
 */
export function checkScenarios(
  text: string,
  file: string,
  context: Required<ScenarioContext>,
): readonly DocumentFault[] {
  const result = readDocument(text, file, (value) => {
    const parsed = parseValue(value, context);
    if (!parsed.ok || context.scheme === undefined) return parsed;
    const runs = runScenarios(context.scheme, parsed.value, context.vocabulary);
    const findings = [...runs.flatMap(runFindings), ...coverageFindings(context.scheme, runs, context.vocabulary)];
    return findings.length > 0 ? refuse(findings) : parsed;
  });
  return result.ok ? [] : inReadingOrder(result.refusal);
}

function parseValue(
  value: unknown,
  { vocabulary, scheme }: ScenarioContext,
): Result<ScenariosDocument, readonly Finding[]> {
  const shape = shapeFindings({ schema: scenariosSchema, value, explained: explainedRule });
  const draft = withoutFaults<ScenariosDocument>(value, shape);
  const clauseIds = scheme?.eligibility.map(({ id }) => id) ?? null;
  const findings = [...shape, ...(draft === undefined ? [] : scenarioFindings(draft, { vocabulary, clauseIds }))];
  return findings.length > 0 ? refuse(findings) : ok(scenariosSchema.parse(value));
}
