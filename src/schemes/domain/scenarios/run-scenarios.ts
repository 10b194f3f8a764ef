import type { DocumentPath, Finding } from '../../../documents/index.ts';
import {
  compileScheme,
  decide,
  parseFacts,
  type Decision,
  type Facts,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { daysOfChange } from '../checks/clauses-in-force.ts';
import type { ExpectedVerdict, ScenariosDocument } from './scenarios-document.ts';
import type { Scheme } from '../scheme-document.ts';

/** One scenario put through the engine: the base itself comes first. */
export interface ScenarioRun {
  readonly name: string;
  readonly path: DocumentPath;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly expected: Expected;
}

interface Expected {
  readonly expect: ExpectedVerdict;
  readonly because?: readonly string[];
  readonly missing?: readonly string[];
}

/**
 * Runs the base and every scenario against the scheme. A scenario is decided on its own day, else on the file's, else
 * on the last day on which the scheme's rules changed: from then on every day is alike. The document must have parsed.
 */
export function runScenarios(scheme: Scheme, document: ScenariosDocument, vocabulary: Vocabulary): ScenarioRun[] {
  const compiled = compileScheme(vocabulary, scheme);
  const usual = document.asOf ?? daysOfChange(scheme.eligibility).at(-1);
  if (usual === undefined) throw new Error(`${scheme.id} has no clause to run scenarios against`);
  const run = (given: Given, asOf: CalendarDay): ScenarioRun => {
    const facts = parseFacts(vocabulary, given.values, { standIns: true });
    if (!facts.ok) throw new Error(`The scenario "${given.name}" was run with faulty facts`);
    return { ...given, facts: facts.value, decision: decide(compiled, facts.value, asOf) };
  };
  const base: Given = {
    name: 'base',
    path: ['base'],
    values: document.base,
    expected: { expect: document.baseExpect ?? 'eligible' },
  };
  return [
    run(base, usual),
    ...document.scenarios.map((scenario, index) => {
      const { name, with: added = {}, without = [], asOf = usual, ...expected } = scenario;
      const all = Object.entries({ ...document.base, ...added }).filter(([fact]) => !without.includes(fact));
      return run({ name, path: ['scenarios', index], values: Object.fromEntries(all), expected }, asOf);
    }),
  ];
}

interface Given {
  readonly name: string;
  readonly path: DocumentPath;
  readonly values: { readonly [fact: string]: unknown };
  readonly expected: Expected;
}

/** Where a scenario and the engine differ. */
export function runFindings({ name, path, decision, expected }: ScenarioRun): Finding[] {
  const { verdict, missing } = decision;
  const notMet = decision.clauses.filter(({ result }) => result === 'not-met').map(({ id }) => id);
  const findings: Finding[] = [];
  if (verdict !== expected.expect) {
    const why = {
      ineligible: notMet,
      'needs-information': missing,
      'needs-discretion': decision.discretions.map(({ clause }) => clause),
      eligible: [],
    }[verdict];
    const because = why.length > 0 ? ` (${why.join(', ')})` : '';
    findings.push({
      path,
      problem: `"${name}" is expected to be ${expected.expect} and is ${verdict}${because}`,
      remedy: 'correct the scenario or the clause',
    });
  }
  for (const id of expected.because ?? []) {
    if (notMet.includes(id)) continue;
    const result = decision.clauses.find((clause) => clause.id === id)?.result ?? `not in force on ${decision.asOf}`;
    findings.push({
      path: [...path, 'because'],
      problem: `"${name}" is said to be kept out by ${id}, which is ${result}`,
      remedy: `kept out by: ${notMet.join(', ') || 'none'}`,
    });
  }
  if (expected.missing !== undefined && [...expected.missing].sort().join() !== [...missing].sort().join()) {
    const told = missing.join(', ') || 'nothing';
    findings.push({
      path: [...path, 'missing'],
      problem: `"${name}" is said to miss ${expected.missing.join(', ') || 'nothing'} and misses ${told}`,
      remedy: `write missing: [${missing.join(', ')}]`,
    });
  }
  return findings;
}
