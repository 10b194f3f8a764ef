import type { Selectable } from 'kysely';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import type { Vocabulary } from '../../eligibility/index.ts';
import { vocabularyDocumentOf, vocabularyOf, type Law, type Scheme } from '../../schemes/index.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import { readStored, StoredFault, storedTable, type StoredTable } from '../../stored/index.ts';
import type { CaseTransaction } from './case-store.ts';
import { lawDocumentKind } from './shapes/law-document-kind.ts';
import { schemeDocumentKind } from './shapes/scheme-document-kind.ts';
import { vocabularyDocumentKind } from './shapes/vocabulary-document-kind.ts';

/** Where a document was read that came with a decision. */
const KEPT = 'kept with the decisions';

type DocumentRow = Selectable<Tables['document_versions']>;

/**
 * What decisions were made by. A document that no longer has its hash is treated as not there. `seenBefore` gains the
 * versions that are found among those kept, and what it has is not looked for again.
 */
export function documentRows(
  tx: WaymarkTransaction,
  seenBefore: Set<string> = new Set(),
): Pick<CaseTransaction, 'keepDocuments' | 'schemes' | 'laws' | 'vocabularies'> {
  return {
    keepDocuments: async ({ schemes, laws, vocabulary }) => {
      const versions = [vocabulary, ...laws, ...schemes].map(({ version }) => version);
      if (versions.every((version) => seenBefore.has(version))) return;
      const rows = [vocabularyRow(vocabulary), ...laws.map(lawRow), ...schemes.map(schemeRow)];
      const kept = await kindRows(tx, { versions: rows.map(({ version }) => version) })
        .select('version')
        .execute();
      const known = new Set(kept.map(({ version }) => version));
      for (const version of known) seenBefore.add(version);
      const added = rows.filter(({ version }) => !known.has(version));
      if (added.length === 0) return;
      await tx
        .insertInto('document_versions')
        .values(added)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    schemes: async (versions) => {
      const rows = await soundRows(tx, { kind: 'scheme', versions });
      return new Map(rows.map((row) => [row.version, storedScheme(row)]));
    },
    laws: async (versions) => {
      const rows = await soundRows(tx, { kind: 'law', versions });
      return new Map(rows.map((row) => [row.version, storedLaw(row)]));
    },
    vocabularies: async (versions) => {
      const rows = await soundRows(tx, { kind: 'vocabulary', versions });
      return new Map(rows.map((row) => [row.version, storedVocabulary(row)]));
    },
  };
}

interface Wanted {
  readonly kind?: DocumentRow['kind'];
  readonly versions: readonly string[];
}

function kindRows(tx: WaymarkTransaction, { kind, versions }: Wanted) {
  return tx
    .selectFrom('document_versions')
    .where('version', 'in', [...versions])
    .$if(kind !== undefined, (rows) => rows.where('kind', '=', kind ?? 'scheme'));
}

async function soundRows(tx: WaymarkTransaction, wanted: Wanted): Promise<readonly DocumentRow[]> {
  if (wanted.versions.length === 0) return [];
  const rows = await kindRows(tx, wanted).selectAll().execute();
  return rows.filter(isWhatItsVersionSays);
}

/** The hash is of the document as it was kept, in whatever shape. */
function isWhatItsVersionSays({ version, document }: DocumentRow): boolean {
  return contentHash(document) === version;
}

function schemeRow({ version, file: _, law: __, laws: ___, ...document }: Scheme) {
  const { shape } = schemeDocumentKind;
  return { kind: 'scheme' as const, version, document_id: document.id, document: JSON.stringify(document), shape };
}

function lawRow({ version, file: _, ...document }: Law) {
  const { shape } = lawDocumentKind;
  return { kind: 'law' as const, version, document_id: document.id, document: JSON.stringify(document), shape };
}

function vocabularyRow(vocabulary: Vocabulary & { readonly version: string }) {
  const document = JSON.stringify(vocabularyDocumentOf(vocabulary));
  const { shape } = vocabularyDocumentKind;
  return { kind: 'vocabulary' as const, version: vocabulary.version, document_id: 'facts', document, shape };
}

function storedScheme(row: DocumentRow): Scheme {
  const document = readStored(schemeDocumentKind, placeOf(row), row.document);
  return { ...document, version: row.version, file: KEPT };
}

function storedLaw(row: DocumentRow): Law {
  const document = readStored(lawDocumentKind, placeOf(row), row.document);
  return { ...document, version: row.version, file: KEPT };
}

function storedVocabulary(row: DocumentRow): Vocabulary {
  return vocabularyOf(readStored(vocabularyDocumentKind, placeOf(row), row.document));
}

function placeOf({ kind, version, shape }: DocumentRow) {
  return { table: 'document_versions', id: `${kind} ${version}`, shape };
}

/** How each kind of document is read. */
const READ_BY_KIND: { readonly [kind in DocumentRow['kind']]: (row: DocumentRow) => unknown } = {
  scheme: storedScheme,
  vocabulary: storedVocabulary,
  law: storedLaw,
};

/** All that decisions were made by, for `database check`. */
export const storedDocuments: StoredTable = storedTable({
  table: 'document_versions',
  key: ['version'],
  read: (row) => {
    READ_BY_KIND[row.kind](row);
    if (isWhatItsVersionSays(row)) return;
    throw new StoredFault(row.kind, placeOf(row), [
      { path: '(all of it)', problem: 'is not what its version is the hash of' },
    ]);
  },
});
