import type { z } from 'zod';
import { nearestWord } from '../shared/nearest-word.ts';
import type { DocumentPath } from './document-fault.ts';
import { descriptionOf, keysOf, unwrapped } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

/** The part of a document that a fault is about. */
export interface About {
  readonly path: DocumentPath;
  readonly found: unknown;
  readonly schema: z.ZodType | null;
}

/** The words for a value that is not on a closed list. */
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
  if (issue.code === 'too_small') return tooSmall(found, path);
  if (issue.code === 'too_big')
    return Array.isArray(found) ? `the list${named(path)} is too long` : `${kindOf(found)} is too large`;
  if (issue.code === 'invalid_format') {
    return `${kindOf(found)} is ${issue.format === 'date' ? 'not a day of the calendar' : 'not written as it must be'}`;
  }
  if (path.length === 0) return `the document is ${kindOf(found)}, not keys with what they hold`;
  return found === null ? `nothing is written${named(path, ' for')}` : `${kindOf(found)} has no place here`;
}

function tooSmall(found: unknown, path: DocumentPath): string {
  if (Array.isArray(found)) return `the list${named(path)} is ${found.length === 0 ? 'empty' : 'too short'}`;
  return typeof found === 'string' ? `the text${named(path)} is empty` : `${kindOf(found)} is too small`;
}

/** What would be right there: the schema's own description, or the same value in or out of quotes. */
export function remedyFor({ path, found, schema }: About): string {
  if (schema === null) return path.length === 0 ? 'begin with id: and the other keys of a document' : 'write a value';
  const { type } = unwrapped(schema).def;
  if (type === 'string' && ['number', 'boolean'].includes(typeof found))
    return `put it in quotes: "${writtenPlain(found)}"`;
  if (type === 'number' && typeof found === 'string' && /^-?\d+(\.\d+)?$/.test(found))
    return `write ${found} without quotes`;
  return path.length === 0
    ? `write ${keysOf(schema).join(', ')}, each with what it holds`
    : `write ${descriptionOf(schema) ?? typeName(type)}`;
}

function typeName(type: string): string {
  return { string: 'text', array: 'a list', object: 'keys and values', record: 'keys and values' }[type] ?? `a ${type}`;
}

function named(path: DocumentPath, before = ''): string {
  const key = path.at(-1);
  return typeof key === 'string' ? `${before} "${key}"` : '';
}

/** What was found, as a reader would call it: `the text "abc"`, `the number 22`, `a list`. */
export function kindOf(found: unknown): string {
  if (found === null || found === undefined) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'a set of keys';
  if (typeof found === 'string') return `"${found.length > 60 ? `${found.slice(0, 57)}…` : found}"`;
  return `the ${typeof found === 'boolean' ? 'yes/no value' : 'number'} ${writtenPlain(found)}`;
}

/** As it is written in YAML, where infinity and what is no number have spellings of their own. */
function writtenPlain(found: unknown): string {
  if (Number.isNaN(found)) return '.nan';
  return String(found).replace(/(-?)Infinity/, '$1.inf');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
