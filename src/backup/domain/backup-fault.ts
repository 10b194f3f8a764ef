/** A backup that cannot be made or restored, for a reason that whoever asked can put right. The message says what to do. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}
