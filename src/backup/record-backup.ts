import { ACCESS_CHAIN, appendAudit } from '../audit/index.ts';
import { asSystem, type WaymarkDatabase } from '../db/index.ts';

/** Who made a backup: the record cannot tell who sat there. */
const BY = 'the command line';
const SUBJECT = 'database';

interface Recording {
  readonly database: WaymarkDatabase;
  readonly clock: () => Date;
}

/** Enters that everything is about to be copied, so that a copy that was never finished is known of too. */
export function recordBackupBegun({ database, clock }: Recording, isEncrypted: boolean): Promise<void> {
  return asSystem(database, 'manage-accounts', (tx) =>
    appendAudit(tx, {
      chain: ACCESS_CHAIN,
      recordedAt: clock(),
      actor: null,
      action: 'backup-begun',
      subject: SUBJECT,
      details: { by: BY, encrypted: isEncrypted },
    }),
  );
}

/** Enters that a backup was finished, and the number that tells it from any other. */
export function recordBackupMade(
  { database, clock }: Recording,
  { isEncrypted, sha256 }: { readonly isEncrypted: boolean; readonly sha256: string },
): Promise<void> {
  return asSystem(database, 'manage-accounts', (tx) =>
    appendAudit(tx, {
      chain: ACCESS_CHAIN,
      recordedAt: clock(),
      actor: null,
      action: 'backup-made',
      subject: SUBJECT,
      details: { by: BY, encrypted: isEncrypted, sha256 },
    }),
  );
}
