/**
 * A copy of everything that the database holds, in files of a folder, and the way back: of one moment, with a manifest
 * that says what belongs to it, and encrypted to a public key where one is given.
 */
export { backUp, type BackedUp, type BackUpOptions } from './back-up.ts';
export { backUpBase, baseIn, restoreTo, type BackedUpBase, type RestoredTo } from './files-of-server.ts';
export { recordBackupBegun, recordBackupMade } from './record-backup.ts';
export { restore, type Restored, type RestoreOptions } from './restore.ts';
