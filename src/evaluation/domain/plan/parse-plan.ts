import { readDocument, shapeFindings, type DocumentFault } from '../../../documents/index.ts';
import { textHash } from '../../../shared/canonical-json.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { planFindings } from './plan-checks.ts';
import { planSchema, type Plan, type PlanDocument } from './plan-document.ts';

/** What a plan of before said, by today's shape; null where it can't be read. Whether it may be carried out is not asked. */
export function planDocumentIn(text: string): PlanDocument | null {
  const read = readDocument(text, 'plan.yaml', (value) => {
    const plan = planSchema.safeParse(value);
    return plan.success ? ok(plan.data) : refuse([]);
  });
  return read.ok ? read.value : null;
}

/**
 * Reads a plan of evaluation (YAML): the plan with the hash of its file, or every fault in it, in reading order, each
 * with line, column, what is wrong and what would be right. `file` is the path that faults name; it is not opened.
 */
export function parsePlan(text: string, file: string): Result<Plan, readonly DocumentFault[]> {
  return readDocument(text, file, (value) => {
    const shape = shapeFindings({ schema: planSchema, value });
    if (shape.length > 0) return refuse(shape);
    const document = planSchema.parse(value);
    const findings = planFindings(document);
    return findings.length > 0 ? refuse(findings) : ok({ ...document, hash: textHash(text) });
  });
}
