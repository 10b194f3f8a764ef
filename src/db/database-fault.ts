/** The database cannot be used, for a reason that whoever runs Waymark can act on: the message is for them. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}

/** The database that was there is there no more, or who signs in may do too much: starting again is no use. */
export class DatabaseSettingFault extends DatabaseFault {}
