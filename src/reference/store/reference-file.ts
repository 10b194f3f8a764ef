import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export type ReferenceFileName =
  | 'drug-classes.yaml'
  | 'facts.yaml'
  | 'forces.yaml'
  | 'local-authorities.yaml'
  | 'outcome-types.yaml'
  | 'populations.yaml'
  | 'schemes-not-found.yaml'
  | 'turning-point.yaml'
  | 'unit-costs.yaml';

const parsed = new Map<ReferenceFileName, Promise<unknown>>();

/** A file of `reference/` of this package, wherever it is run from, as YAML has it. Read once, however often asked for. */
export function readReferenceFile(name: ReferenceFileName): Promise<unknown> {
  const before = parsed.get(name);
  if (before !== undefined) return before;
  const document = readFile(new URL(`../../../reference/${name}`, import.meta.url), 'utf8').then((text): unknown =>
    parse(text),
  );
  parsed.set(name, document);
  return document;
}
