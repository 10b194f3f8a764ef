import type { z } from 'zod';
import { nearestWord } from '../../shared/nearest-word.ts';
import type { DocumentPath } from './document-fault.ts';
import { descriptionOf, unwrapped } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

/** The part of a document that a fault is about. */
export interface About {
  readonly path: DocumentPath;
  readonly found: unknown;
  readonly schema: z.ZodType | null;
}

/** What is said of a value that is not on a closed list. */
export function notOneOf(
  found: unknown,
  values: readonly string[],
): { readonly problem: string; readonly remedy: string } {
  const near = typeof found === 'string' ? nearestWord(found, values) : null;
  const list = values.length === 1 ? `write ${values[0]}` : `write one of: ${values.join(', ')}`;
  return {
    problem: `${kindOf(found)} is not one of the values here`,
    remedy: near === null ? list : `did you mean "${near}"? ${capital(list)}`,
  };
}

/** What is wrong with a part, from zod's issue. */
export function problemOf(issue: Issue, { found, path }: About): string {
  if (issue.code === 'too_small') {
    if (Array.isArray(found))
      return found.length === 0 ? `the list${named(path)} is empty` : `the list${named(path)} is too short`;
    return typeof found === 'string' ? `the text${named(path)} is empty` : `${String(found)} is too small`;
  }
  if (issue.code === 'too_big')
    return Array.isArray(found) ? `the list${named(path)} is too long` : `${String(found)} is too large`;
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return `${kindOf(found)} is not a day of the calendar`;
  if (issue.code === 'invalid_format') return `${kindOf(found)} is not written as it must be`;
  return found === null
    ? `nothing is written${path.length > 0 ? ` for "${String(path.at(-1))}"` : ''}`
    : `${kindOf(found)} has no place here`;
}

/** What would be right there: the schema's own description. */
export function remedyFor({ found, schema }: About): string {
  const wanted = schema === null ? 'a value' : (descriptionOf(schema) ?? typeName(unwrapped(schema)));
  const inQuotes = (typeof found === 'number' || typeof found === 'boolean') && wantsText(schema);
  return inQuotes ? `put it in quotes if it is meant: "${String(found)}" (${wanted})` : `write ${wanted}`;
}

function wantsText(schema: z.ZodType | null): boolean {
  return schema !== null && unwrapped(schema).def.type === 'string';
}

function typeName(schema: z.ZodType): string {
  return (
    { string: 'text', array: 'a list', object: 'keys and values', record: 'keys and values' }[
      schema.def.type as string
    ] ?? `a ${schema.def.type}`
  );
}

function named(path: DocumentPath): string {
  const key = path.at(-1);
  return typeof key === 'string' ? ` "${key}"` : '';
}

/** What was found, as a reader would call it: `the text "abc"`, `the number 22`, `a list`. */
export function kindOf(found: unknown): string {
  if (found === null || found === undefined) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'a set of keys';
  if (typeof found === 'string') return `"${found.length > 60 ? `${found.slice(0, 57)}…` : found}"`;
  return `the ${typeof found === 'boolean' ? 'yes/no value' : 'number'} ${String(found)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
