import { z } from 'zod';
import { BackupFault } from './backup-fault.ts';

export const MANIFEST_FILE = 'manifest.json';

/** A name that PostgreSQL and every file system take as it is; nothing that leads out of the folder. */
const plainName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const table = z.strictObject({
  schema: plainName,
  name: plainName,
  columns: z.array(plainName).min(1),
  file: z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+\.copy\.gz(\.sealed)?$/),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256,
});

const manifest = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: sha256 })).min(1),
  /** The fingerprint of the public key that the files are encrypted to; null where they are not. */
  encryptedTo: sha256.nullable(),
  chains: z.int().min(0),
  /** The digest of the last entry of every chain, as `waymark audit verify` prints it. */
  headsDigest: sha256,
  tables: z.array(table),
});

/** What a backup holds. It is written last: a folder without one is no whole backup. */
export type Manifest = z.infer<typeof manifest>;
export type TableFile = Manifest['tables'][number];

export function manifestText(content: Manifest): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Throws a BackupFault where the text is not a manifest of this format. */
export function readManifest(text: string): Manifest {
  const found = manifest.safeParse(parsed(text));
  if (found.success) return found.data;
  const format = z.object({ format: z.number() }).safeParse(parsed(text));
  if (format.success && format.data.format > 1) {
    throw new BackupFault(
      `The backup has format ${format.data.format}, which this Waymark does not know: a newer one made it. Restore it with that one.`,
    );
  }
  const at = found.error.issues[0]?.path.join('.') || 'its beginning';
  throw new BackupFault(`${MANIFEST_FILE} is damaged (at ${at}). Use another backup.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
