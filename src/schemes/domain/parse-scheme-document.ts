import { explainedRule } from './explained-rule.ts';
import {
  type DocumentFault,
  type Finding,
  inReadingOrder,
  isWithin,
  readDocument,
  shapeFindings,
  withoutFaults,
} from '../../documents/index.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { CheckContext } from './checks/check.ts';
import type { ReferenceLists } from '../../reference/index.ts';
import { CHECKS, CHECKS_OF_MEANING } from './checks/scheme-checks.ts';
import type { Law } from './law/law-document.ts';
import { restingOn } from './law/law-for-scheme.ts';
import { widerThanTheLaw } from './law/wider-than-the-law.ts';
import { schemeSchema, type Scheme, type SchemeDocument } from './scheme-document.ts';

/**
 * Reads a scheme document: the scheme with its content hash, or every fault in it, in reading order, each with its
 * place, what is wrong and what would be right. `file` is the path that faults name; it is not opened. Without the law
 * nothing is said of what the document names of it.
 */
export function parseSchemeDocument(
  text: string,
  file: string,
  reference: ReferenceLists,
  laws?: readonly Law[],
): Result<Scheme, readonly DocumentFault[]> {
  return readDocument(text, file, (value) => {
    const findings = schemeFindings(value, { reference, file, laws });
    if (findings.length > 0) return refuse(findings);
    const document = schemeSchema.parse(value);
    return ok({ ...document, version: contentHash(document), file });
  });
}

/**
 * Reads a scheme document and holds it against the law that it rests on: every fault in it, with its place. That takes
 * too long to be done whenever the program starts.
 */
export function checkSchemeDocument(
  text: string,
  file: string,
  reference: ReferenceLists,
  laws: readonly Law[],
): readonly DocumentFault[] {
  const scheme = parseSchemeDocument(text, file, reference, laws);
  if (!scheme.ok) return scheme.refusal;
  const findings = widerThanTheLaw(restingOn(scheme.value, laws), reference.vocabulary, reference.drugClasses);
  const placed = readDocument(text, file, () => refuse(findings));
  return findings.length === 0 || placed.ok ? [] : inReadingOrder(placed.refusal);
}

function schemeFindings(value: unknown, context: CheckContext): Finding[] {
  const shape = shapeFindings({ schema: schemeSchema, value, explained: explainedRule });
  const draft = withoutFaults<SchemeDocument>(value, shape);
  if (draft === undefined) return shape;
  const parts = [...shape, ...CHECKS.flatMap((check) => check(draft, context))];
  const sound = withoutFaults<SchemeDocument>(draft, wholeRulesOf(parts)) ?? {};
  return [...parts, ...CHECKS_OF_MEANING.flatMap((check) => check(sound, context))];
}

/** A rule with a fault anywhere in it is left out of reasoning whole. */
function wholeRulesOf(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const rule = finding.path.slice(0, 3);
    return rule.length === 3 && isWithin(rule, ['eligibility']) && rule[2] === 'rule'
      ? { ...finding, path: rule }
      : finding;
  });
}
