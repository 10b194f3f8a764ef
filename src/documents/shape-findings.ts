import type { z } from 'zod';
import { nearestWord } from '../shared/nearest-word.ts';
import { writtenPath, type DocumentPath, type Finding } from './document-fault.ts';
import { memberOf } from './draft.ts';
import { descriptionOf, keysOf, schemaAt, unwrapped } from './schema-at.ts';
import { kindOf, notOneOf, problemOf, remedyFor, type About } from './shape-words.ts';

type Issue = z.core.$ZodIssue;

/** A document's schema and what the file holds in place of a document. */
export interface Shape {
  readonly schema: z.ZodType;
  readonly value: unknown;
  /** A part that is explained as a whole, in words of its own, wherever its schema stands. */
  readonly explained?: ExplainedPart;
}

export interface ExplainedPart {
  readonly schema: z.ZodType;
  /** What is wrong with something that stands where the part should; paths begin at the part. */
  readonly findings: (value: unknown) => Finding[];
}

/**
 * Every way in which a value does not have the shape of a schema, in words: zod's issues, with the part of the
 * document that each is about, what the schema says of that part, and the word that was probably meant.
 */
export function shapeFindings(shape: Shape): Finding[] {
  const result = shape.schema.safeParse(shape.value);
  if (result.success) return [];
  const { explained } = shape;
  const told = new Set<string>();
  const findings = result.error.issues.flatMap((issue) => {
    const root = explained ? rootAround(shape.schema, pathOf(issue), explained) : null;
    if (root === null || explained === undefined) return findingsOf(shape, issue);
    // Such a part is explained once, however many of zod's issues lie within it.
    if (told.has(writtenPath(root))) return [];
    told.add(writtenPath(root));
    if (isMissing(shape.value, root)) return findingsOf(shape, issue);
    return explained
      .findings(valueAt(shape.value, root))
      .map((finding) => ({ ...finding, path: [...root, ...finding.path] }));
  });
  return findings.filter((finding) => !isMisspelt(finding, findings));
}

/** Where zod found it: a document has no symbols for keys. */
function pathOf({ path }: Pick<Issue, 'path'>): DocumentPath {
  return path.filter((step) => typeof step !== 'symbol');
}

/** A key that is missing only because it is misspelt, and reported as that, is not reported twice. */
function isMisspelt({ path, problem }: Finding, findings: readonly Finding[]): boolean {
  if (!problem.includes(MISSING)) return false;
  const around = writtenPath(path.slice(0, -1));
  return findings.some(
    (other) => writtenPath(other.path.slice(0, -1)) === around && other.remedy === didYouMean(String(path.at(-1))),
  );
}

const MISSING = 'is missing';

function didYouMean(word: string): string {
  return `did you mean "${word}"?`;
}

/** The outermost explained part that a path leads to or into, or null. */
function rootAround(schema: z.ZodType, path: DocumentPath, explained: ExplainedPart): DocumentPath | null {
  for (let length = 1; length <= path.length; length += 1) {
    const part = schemaAt(schema, path.slice(0, length));
    if (part !== null && unwrapped(part) === explained.schema) return path.slice(0, length);
  }
  return null;
}

function findingsOf(shape: Shape, issue: Issue): Finding[] {
  const path = pathOf(issue);
  const about: About = { path, found: valueAt(shape.value, path), schema: schemaAt(shape.schema, path) };
  if (isMissing(shape.value, path)) return [missingKey(about)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(about, key));
    case 'invalid_union':
      return unionFindings(about, issue);
    case 'invalid_value':
      return [{ path, ...notOneOf(about.found, issue.values.map(String)) }];
    case 'invalid_key':
      return [{ path, at: 'key', problem: 'an empty key', remedy: 'give it a name' }];
    default:
      return [{ path, problem: problemOf(issue, about), remedy: remedyFor(about) }];
  }
}

function missingKey({ path, schema }: About): Finding {
  const key = String(path.at(-1));
  return {
    path,
    at: 'key',
    problem: `the key "${key}" ${MISSING}${path.length > 1 ? '' : ' from the document'}`,
    remedy: `add ${key}: ${descriptionOf(schema) ?? 'a value'}`,
  };
}

function unknownKey({ path, found, schema }: About, key: string): Finding {
  const known = keysOf(schema);
  const near = nearestWord(
    key,
    known.filter((candidate) => memberOf(found, candidate) === undefined),
  );
  return {
    path: [...path, key],
    at: 'key',
    problem: `the key "${key}" has no place here`,
    remedy: near === null ? `the keys here are: ${known.join(', ')}` : didYouMean(near),
  };
}

/** A source is text or a list of texts: say what is wrong with the one that was written. */
function unionFindings(about: About, issue: Extract<Issue, { code: 'invalid_union' }>): Finding[] {
  const branch = issue.errors.find((issues) =>
    issues.some(({ path, code }) => path.length > 0 || code !== 'invalid_type'),
  );
  if (branch === undefined || about.schema === null) {
    return [{ path: about.path, problem: `${kindOf(about.found)} has no place here`, remedy: remedyFor(about) }];
  }
  return branch.map((inner) => ({
    path: [...about.path, ...pathOf(inner)],
    problem: problemOf(inner, { ...about, found: valueAt(about.found, pathOf(inner)) }),
    remedy: remedyFor(about),
  }));
}

/** What a document holds at a path; undefined where it holds nothing. */
function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(memberOf, value);
}

function isMissing(value: unknown, path: DocumentPath): boolean {
  const around = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  return typeof key === 'string' && around !== null && typeof around === 'object' && !Object.hasOwn(around, key);
}
