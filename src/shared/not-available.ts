/** What a program stands on and cannot use for the moment. */
export type Unavailable =
  'database-away' | 'database-damaged' | 'database-busy' | 'disk-full' | 'too-slow' | 'too-busy';

interface Circumstances {
  readonly what: Unavailable;
  /** Whether what was being written is known not to be there; `not-known` where the answer to the commit never came. */
  readonly saved: 'nothing' | 'not-known';
  readonly cause?: unknown;
}

/**
 * A fault of what the program stands on and not of the program: the database is away, busy or damaged, the disk is full. Most pass by themselves. Thrown where it is found out and
 * answered at the edge, with what became of what was sent.
 */
export class NotAvailable extends Error {
  override readonly name = 'NotAvailable';
  /** As HTTP has it. */
  readonly statusCode = 503;
  readonly what: Unavailable;
  readonly saved: Circumstances['saved'];

  constructor({ what, saved, cause }: Circumstances) {
    super(`${WORDS[what]}; ${saved === 'nothing' ? 'nothing was saved' : 'whether it was saved is not known'}`, {
      cause,
    });
    this.what = what;
    this.saved = saved;
  }
}

const WORDS: Readonly<Record<Unavailable, string>> = {
  'database-away': 'The database cannot be reached',
  'database-damaged': 'The files of the database are damaged, and part of it cannot be read',
  'database-busy': 'The database is too busy to answer in time',
  'disk-full': 'There is no room left on the disk',
  'too-slow': 'It took too long',
  'too-busy': 'Too many sign in at this moment',
};
