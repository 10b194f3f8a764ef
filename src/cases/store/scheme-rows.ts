import type { WaymarkTransaction } from '../../db/index.ts';
import type { Scheme } from '../../schemes/index.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import type { CaseTransaction } from './case-store.ts';

/** The documents that decisions were made by. A document that no longer has its hash is treated as not there. */
export function schemeRows(tx: WaymarkTransaction): Pick<CaseTransaction, 'keepSchemes' | 'schemes'> {
  return {
    keepSchemes: async (schemes) => {
      const versions = schemes.map(({ version }) => version);
      const kept = await tx.selectFrom('scheme_versions').select('version').where('version', 'in', versions).execute();
      const known = new Set(kept.map(({ version }) => version));
      const rows = schemes.filter(({ version }) => !known.has(version)).map(rowOf);
      if (rows.length === 0) return;
      await tx
        .insertInto('scheme_versions')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    schemes: async (versions) => {
      if (versions.length === 0) return new Map();
      const rows = await tx
        .selectFrom('scheme_versions')
        .selectAll()
        .where('version', 'in', [...versions])
        .execute();
      const sound = rows.filter(({ version, document }) => contentHash(document) === version);
      return new Map(sound.map(({ version, document }) => [version, schemeOf(version, document)]));
    },
  };
}

function rowOf({ version, file: _, ...document }: Scheme) {
  return { version, scheme_id: document.id, document: JSON.stringify(document), shape: 1 };
}

function schemeOf(version: string, document: unknown): Scheme {
  return { ...(document as Omit<Scheme, 'version' | 'file'>), version, file: 'kept with the decisions' };
}
