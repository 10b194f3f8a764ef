import { NotAvailable, type Unavailable } from '../shared/not-available.ts';

/** SQLSTATE, or the code of the operating system, of what passes by itself. By its beginning where two letters say enough. */
const TROUBLES: readonly (readonly [Unavailable, readonly string[]])[] = [
  // connection_exception; admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped; io_error
  ['database-away', ['08', '57P', '58030']],
  // data_corrupted, index_corrupted: a page that does not fit its checksum
  ['database-damaged', ['XX001', 'XX002']],
  ['database-away', ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']],
  ['database-away', ['EHOSTUNREACH', 'ENETUNREACH', 'ECONNABORTED']],
  ['disk-full', ['53100', 'ENOSPC', 'EDQUOT', 'EFBIG']],
  // out of memory, too many connections; a statement that took too long, a lock, a deadlock, a transaction left idle
  ['database-busy', ['53', '57014', '55P03', '40P01', '40001', '25P']],
];

/** What the driver says without a code, of a connection that is gone. */
const GONE = /connection (terminated|ended)|not queryable|connection error/i;
const WAITED_IN_VAIN = /timeout exceeded when trying to connect/i;

/** What stands in the way, where it is not the program's own doing; null where it is a fault of the program. */
export function troubleOf(fault: unknown): Unavailable | null {
  if (fault instanceof NotAvailable) return fault.what;
  if (!(fault instanceof Error)) return null;
  // Its socket is a file, which is not there while the server is not.
  if ('syscall' in fault && fault.syscall === 'connect') return 'database-away';
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
  if (code !== null) return TROUBLES.find(([, codes]) => codes.some((each) => matches(code, each)))?.[0] ?? null;
  if (fault instanceof AggregateError) return troubleOf(fault.errors[0]);
  if (GONE.test(fault.message)) return 'database-away';
  return WAITED_IN_VAIN.test(fault.message) ? 'database-busy' : null;
}

/** The fault as the edge answers it: with what became of what was being written. */
export function orNotAvailable(fault: unknown, saved: NotAvailable['saved']): unknown {
  if (fault instanceof NotAvailable) return fault;
  const what = troubleOf(fault);
  return what === null ? fault : new NotAvailable({ what, saved, cause: fault });
}

function matches(code: string, known: string): boolean {
  return known.length < 5 ? code.startsWith(known) && code.length === 5 : code === known;
}
