/** The database cannot be used, for a reason that whoever runs Waymark can act on: the message is for them. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}
