import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { contentHash } from '../../src/shared/canonical-json.ts';
import type { StoredKind } from '../../src/stored/index.ts';

/** The hash of each schema under its kind and shape: a change of a schema without a new shape is noticed by it. */
export const schemaHashesFile = new URL('./schema-hashes.json', import.meta.url);

export function fixtureFolder(kind: string, shape: number): URL {
  return new URL(`./${kind}/${shape}/`, import.meta.url);
}

export interface Fixture {
  readonly name: string;
  readonly value: unknown;
}

/** What was once stored of a kind in one shape; empty where nothing is stored. */
export function fixturesOf(kind: string, shape: number): readonly Fixture[] {
  const folder = fixtureFolder(kind, shape);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, value: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }));
}

/** The hash of what a kind's schema takes, as JSON Schema says it. Words that only explain are no part of it. */
export function schemaHash({ schema }: StoredKind<unknown>): string {
  return contentHash(withoutWords(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })));
}

const WORDS = ['description', 'title'];

function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (schema === null || typeof schema !== 'object') return schema;
  const members = Object.entries(schema).filter(([key, member]) => !WORDS.includes(key) || typeof member !== 'string');
  return Object.fromEntries(members.map(([key, member]) => [key, withoutWords(member)]));
}
