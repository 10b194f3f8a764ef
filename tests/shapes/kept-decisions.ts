import { readdirSync, readFileSync } from 'node:fs';
import { lawDocumentKind } from '../../src/cases/store/shapes/law-document-kind.ts';
import { schemeDocumentKind } from '../../src/cases/store/shapes/scheme-document-kind.ts';
import { vocabularyDocumentKind } from '../../src/cases/store/shapes/vocabulary-document-kind.ts';
import type { Decision, Vocabulary } from '../../src/eligibility/index.ts';
import { vocabularyOf, type Law, type Scheme } from '../../src/schemes/index.ts';
import { contentHash } from '../../src/shared/canonical-json.ts';
import { readStored, type StoredKind } from '../../src/stored/index.ts';

/** `<scheme>-<first letters of its version>.json`: people and what the engine decided of them, once and for all. */
export const decisionsFolder = new URL('./decisions/', import.meta.url);
/** `<version>.json`: the documents that they were decided by, as the database keeps them. */
export const documentsFolder = new URL('./documents/', decisionsFolder);

/** What was decided: no more than a replay compares. */
export interface KeptDecision {
  readonly facts: { readonly [fact: string]: unknown };
  readonly asOf: string;
  readonly verdict: string;
  readonly clauses: { readonly [id: string]: string };
  readonly missing: readonly string[];
}

export interface KeptDecisions {
  readonly scheme: string;
  readonly schemeVersion: string;
  readonly vocabularyVersion: string;
  /** The law documents that it rested on; left out in sets of before the law was written down. */
  readonly law?: readonly string[];
  readonly decisions: readonly KeptDecision[];
}

interface KeptDocument {
  readonly shape: number;
  readonly document: unknown;
}

/** Every kept set. */
export function keptDecisions(): readonly KeptDecisions[] {
  return readdirSync(decisionsFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, decisionsFolder), 'utf8')) as KeptDecisions);
}

/** What a decision says of the people it is kept for. */
export function toKeep({ verdict, clauses, missing }: Decision): Omit<KeptDecision, 'facts' | 'asOf'> {
  return { verdict, clauses: Object.fromEntries(clauses.map(({ id, result }) => [id, result])), missing };
}

export function keptScheme(version: string): Scheme {
  return { ...keptDocument(schemeDocumentKind, version), version, file: 'kept' };
}

export function keptLaw(version: string): Law {
  return { ...keptDocument(lawDocumentKind, version), version, file: 'kept' };
}

export function keptVocabulary(version: string): Vocabulary {
  return vocabularyOf(keptDocument(vocabularyDocumentKind, version));
}

/** Read as the database's are: through the schema of its shape, and only where it still has its hash. */
function keptDocument<Value>(kind: StoredKind<Value>, version: string): Value {
  const text = readFileSync(new URL(`${version}.json`, documentsFolder), 'utf8');
  const { shape, document } = JSON.parse(text) as KeptDocument;
  if (contentHash(document) !== version) throw new Error(`The kept document ${version} was changed`);
  return readStored(kind, { table: 'tests/shapes/decisions/documents', id: version, shape }, document);
}
