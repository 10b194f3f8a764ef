import { explainedRule } from './explained-rule.ts';
import {
  type DocumentFault,
  type Finding,
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
import { schemeSchema, type Scheme, type SchemeDocument } from './scheme-document.ts';

/**
 * Reads a scheme document: the scheme with its content hash, or every fault in it, in reading order, each with its
 * place, what is wrong and what would be right. `file` is the path that faults name; it is not opened.
 */
export function parseSchemeDocument(
  text: string,
  file: string,
  reference: ReferenceLists,
): Result<Scheme, readonly DocumentFault[]> {
  return readDocument(text, file, (value) => {
    const findings = schemeFindings(value, { reference, file });
    if (findings.length > 0) return refuse(findings);
    const document = schemeSchema.parse(value);
    return ok({ ...document, version: contentHash(document), file });
  });
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
