import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import type { DocumentPath, Place } from './document-fault.ts';
import { isUnclosedQuote, withoutEchoes, yamlProblem, type Problem } from './yaml-problems.ts';
import { placeIn } from './utf8-text.ts';
import { tooDeepAt } from './yaml-nesting.ts';

/** What a YAML text holds as plain values, and where in the text each part stands. */
export interface YamlTree {
  readonly value: unknown;
  /** Where the part at `path` stands, or the nearest part around it that exists. */
  placeOf(path: DocumentPath, at: 'key' | 'value'): Place;
}

/** A fault in the writing itself, before any meaning. */
export interface YamlFault extends Place {
  readonly problem: string;
  readonly remedy: string;
}

const NESTING = {
  problem: 'the document nests too deeply to be read',
  remedy: 'a scheme needs no more than a few levels; look for a bracket or dash that repeats',
};

/** The parser compares each key with every other of its map, so that many keys take minutes: it is done here instead. */
const READING = { prettyErrors: false, schema: 'core', version: '1.2', uniqueKeys: false } as const;

/**
 * Reads YAML. `tree` is null where the faults leave the structure in doubt, so that nothing is concluded from a
 * document which the writer did not mean; a key written twice is a fault, but the rest can still be checked.
 */
export function readYamlTree(text: string): { readonly tree: YamlTree | null; readonly faults: readonly YamlFault[] } {
  const lines = new LineCounter();
  const deep = tooDeepAt(text);
  if (deep !== null) return { tree: null, faults: [{ ...placeIn(text, deep), ...NESTING }] };
  const document = parseDocument(text, { ...READING, lineCounter: lines });
  const errors = withoutEchoes(
    [...document.errors, ...document.warnings, ...keysWrittenTwice(document)],
    ({ pos: [start] }) => placeAt(lines, start).line,
  );
  const faults = errors.map((error) => ({
    ...placeAt(lines, offsetOfError(error, document)),
    ...yamlProblem(error, text),
  }));
  const isReadable = errors.every((error) => error.code === 'DUPLICATE_KEY');
  const fancy = isReadable ? plainnessFaults(document, lines) : [];
  const inDoubt = !isReadable || fancy.length > 0;
  return { tree: inDoubt ? null : treeOf(document, lines), faults: [...faults, ...fancy] };
}

function treeOf(document: Document.Parsed, lines: LineCounter): YamlTree {
  const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    placeOf: (path, at) => placeAt(lines, offsetOf(document.contents, { path, at, pairs })),
  };
}

function keysWrittenTwice(document: Document.Parsed): YAMLError[] {
  const errors: YAMLError[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const start = startOf(key);
        if (keys.has(key.value))
          errors.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
        keys.add(key.value);
      }
    },
  });
  return errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
}

/** The parser notices an open quotation mark where the text ends; the reader wants to know where it opens. */
function offsetOfError(error: YAMLError, document: Document.Parsed): number {
  let offset = error.pos[0];
  if (!isUnclosedQuote(error)) return offset;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] <= error.pos[0] && range[2] >= error.pos[0]) offset = range[0];
    },
  });
  return offset;
}

/** Schemes use YAML's plain part only: what is written is what is read, and every value has one place. */
function plainnessFaults(document: Document.Parsed, lines: LineCounter): YamlFault[] {
  const faults: YamlFault[] = [];
  const add = (node: unknown, problem: Problem): number =>
    faults.push({ ...placeAt(lines, startOf(node)), ...problem });
  const aliases = new Set<string>();
  visit(document, {
    Alias(_, node) {
      // A file that points at itself a million times is told so once for each name.
      if (!aliases.has(node.source)) add(node, alias(node.source));
      aliases.add(node.source);
    },
    Value(_, node) {
      const isOdd = isScalar(node) && typeof node.value === 'object' && node.value !== null;
      if (isOdd || (node.tag !== undefined && !node.tag.startsWith(PLAIN_TAGS))) add(node, TAG);
    },
    Pair(_, { key }) {
      if (!isScalar(key)) add(key, KEY);
    },
  });
  return faults;
}

const PLAIN_TAGS = 'tag:yaml.org,2002:';
const TAG: Problem = { problem: 'a YAML tag (!) has no place here', remedy: 'write the plain value' };
const KEY: Problem = { problem: 'a key must be a word', remedy: 'write the key as text' };

function alias(name: string): Problem {
  return { problem: `"*${name}" points elsewhere in the document`, remedy: 'write the value out where it is used' };
}

interface Sought {
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
  /** The pairs of the maps that were looked into, so that a map with many faults is gone through once. */
  readonly pairs: WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;
}

function offsetOf(root: unknown, { path, at, pairs }: Sought): number {
  let node: unknown = root;
  let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const known = pairs.get(node) ?? pairsOf(node);
      pairs.set(node, known);
      const pair = known.get(String(step));
      if (pair === undefined) break;
      node = pair.value;
      offset = (last && at === 'key') || !hasText(node) ? startOf(pair.key) : startOf(node);
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = startOf(node);
    } else break;
  }
  return offset;
}

/** By key; with a key written twice the last one is what was read. */
function pairsOf({ items }: YAMLMap): ReadonlyMap<string, Pair> {
  return new Map(items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
}

/** A key with nothing after it (`rule:`) has an empty node, whose place says less than the key's. */
function hasText(node: unknown): node is Node {
  return isNode(node) && node.range !== undefined && node.range !== null && node.range[1] > node.range[0];
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
