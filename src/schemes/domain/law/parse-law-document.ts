import {
  type DocumentFault,
  type Finding,
  inReadingOrder,
  readDocument,
  shapeFindings,
  withoutFaults,
} from '../../../documents/index.ts';
import { vocabularyAtTheOutcome, type Vocabulary } from '../../../eligibility/index.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';
import { contentHash } from '../../../shared/canonical-json.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { CheckContext } from '../checks/check.ts';
import { CHECKS, CHECKS_OF_MEANING } from '../checks/scheme-checks.ts';
import { explainedRule } from '../explained-rule.ts';
import { coverageFindings } from '../scenarios/scenario-coverage.ts';
import { runFindings, runScenarios } from '../scenarios/run-scenarios.ts';
import { scenarioFindings } from '../scenarios/scenario-findings.ts';
import type { Scheme, SchemeDocument } from '../scheme-document.ts';
import { lawSchema, type Law, type LawDocument } from './law-document.ts';

type Context = Omit<CheckContext, 'file'>;

/**
 * Reads a law document: the law with its content hash, or every fault in it, in reading order. `file` is the path that
 * faults name; it is not opened.
 */
export function parseLawDocument(text: string, file: string, context: Context): Result<Law, readonly DocumentFault[]> {
  return readDocument(text, file, (value) => {
    const findings = lawFindings(value, { ...context, file });
    if (findings.length > 0) return refuse(findings);
    const document = lawSchema.parse(value);
    return ok({ ...document, version: contentHash(document), file });
  });
}

/** Reads a law document and runs its scenarios: every fault, none where the law does what its scenarios say. */
export function checkLawDocument(text: string, file: string, context: Context): readonly DocumentFault[] {
  const law = parseLawDocument(text, file, context);
  if (!law.ok) return law.refusal;
  const findings = scenarioRunFindings(law.value, context.reference.vocabulary);
  const placed = readDocument(text, file, () => refuse(findings));
  return findings.length === 0 || placed.ok ? [] : inReadingOrder(placed.refusal);
}

function lawFindings(value: unknown, context: CheckContext): Finding[] {
  const shape = shapeFindings({ schema: lawSchema, value, explained: explainedRule });
  if (shape.length > 0) return shape;
  const document = lawSchema.parse(value);
  const draft = withoutFaults<LawDocument>(value, shape);
  const checked = asScheme(document);
  const checks = document.clauses.length === 0 ? [] : [...CHECKS, ...CHECKS_OF_MEANING];
  const { vocabulary } = context.reference;
  return [
    ...idIsFile(document, context.file),
    ...checks.flatMap((check) => check(checked, context)).map(inClauses),
    ...(draft === undefined
      ? []
      : scenarioFindings(draft, { vocabulary, clauseIds: document.clauses.map(({ id }) => id) })),
  ];
}

/** `law/<id>.yaml` */
function idIsFile({ id }: LawDocument, file: string): Finding[] {
  const [folder, name] = file.split('/').slice(-2);
  if (folder !== 'law' || name === `${id}.yaml`) return [];
  return [
    { path: ['id'], problem: `the id "${id}" is not the name of the file, "${name}"`, remedy: 'make them alike' },
  ];
}

/** Stands for the day of a law that has time limits and no clauses. */
const NO_DAY = calendarDayOf('1900-01-01');

/** The clauses of a law as those of a scheme: what is checked and shown of them is the same. */
function asScheme(document: LawDocument): SchemeDocument {
  const { id, name, clauses, sources } = document;
  const [first] = clauses;
  const besideClauses = citedBesideClauses(document);
  return {
    id,
    name,
    forces: [],
    kind: 'support',
    standing: [{ from: first?.from ?? NO_DAY, is: 'live', source: first?.source ?? besideClauses }],
    eligibility: clauses.map(
      ({ settledBy: _, datedBy: __, refusal: ___, givesWayTo: ____, settles: _____, ...clause }) => clause,
    ),
    pathway: { admission: 'not-required', agreement: null, steps: [], fee: null, repeats: { atMost: null } },
    outcome: {
      completed: { type: null },
      notCompleted: { then: 'no-consequence' },
      ...(besideClauses.length === 0 ? {} : { source: besideClauses }),
    },
    sources,
  };
}

/** The sources of what a law says beside its clauses. */
function citedBesideClauses({ limits = [], ifNotCompleted, warnings = [], tellsYouthJustice }: LawDocument): string[] {
  const parts = [...limits, ...warnings, ...(ifNotCompleted ? [ifNotCompleted] : [])];
  return [...parts, ...(tellsYouthJustice ? [tellsYouthJustice] : [])].flatMap(({ source }) => source);
}

function inClauses(finding: Finding): Finding {
  const [first, ...rest] = finding.path;
  return first === 'eligibility' ? { ...finding, path: ['clauses', ...rest] } : finding;
}

function scenarioRunFindings(law: Law, vocabulary: Vocabulary): Finding[] {
  if (law.clauses.length === 0) return [];
  const scheme: Scheme = { ...asScheme(law), version: law.version, file: law.file };
  const { base, baseExpect, scenarios } = law;
  const document = { base, scenarios, ...(baseExpect === undefined ? {} : { baseExpect }) };
  // What a law asks is shown as it is asked at the outcome, where all of it must be known.
  const runs = runScenarios(scheme, document, vocabularyAtTheOutcome(vocabulary));
  return [...runs.flatMap(runFindings), ...coverageFindings(scheme, runs, vocabulary)];
}
