/**
 * A fault as it may stand in the log: what kind it is, its code, its message and where in the code it arose. Of the
 * message what is quoted in it goes, and of PostgreSQL's faults all but that (`detail`, `where`, the parameters): there may
 * be what somebody typed.
 */
export function faultForTheLog(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = codeOf(fault);
  const message = messageOf(fault, code);
  const head = [fault.name, ...(code === null ? [] : [code])].join(' ');
  const own = [message === '' ? head : `${head}: ${message}`, ...placesOf(fault)].join('\n');
  return fault.cause === undefined ? own : `${own}\nbecause of ${faultForTheLog(fault.cause)}`;
}

/** "data exception": PostgreSQL repeats the value that it could not read. */
const REPEATS_A_VALUE = /^22/;
/** Names of tables, constraints and files, which nobody types. */
const OURS = /^([a-z][a-z0-9]*(_[a-z0-9]+)+|\/[\w./-]+)$/;
const LONGEST_MESSAGE = 300;

function codeOf(fault: Error): string | null {
  return 'code' in fault && /^\w+$/.test(String(fault.code)) ? String(fault.code) : null;
}

function messageOf(fault: Error, code: string | null): string {
  if ('issues' in fault && Array.isArray(fault.issues)) return fault.issues.map(issueForTheLog).join('; ');
  const [line = ''] = fault.message.split('\n');
  const words = code !== null && REPEATS_A_VALUE.test(code) ? (line.split(':')[0] ?? '') : line;
  return withoutQuotes(words).slice(0, LONGEST_MESSAGE);
}

/** What a schema complains of, and where; not what it was given. */
function issueForTheLog(issue: unknown): string {
  const { code, path } = { code: '', path: [], ...(typeof issue === 'object' ? issue : {}) };
  return `${code} at ${withoutQuotes(Array.isArray(path) ? path.map(String).join('.') : '')}`;
}

function withoutQuotes(text: string): string {
  return text
    .replace(/(["'“‘])(.*?)(["'”’])/g, (all, opening: string, quoted: string, closing: string) =>
      OURS.test(quoted) ? all : `${opening}…${closing}`,
    )
    .replace(/\S+@\S+/g, '…');
}

/** The places alone: the stack begins with the message, whose lines may look like places. */
function placesOf(fault: Error): readonly string[] {
  const stack = fault.stack ?? '';
  const from = stack.indexOf(fault.message);
  const after = from < 0 ? stack : stack.slice(from + fault.message.length);
  return after.split('\n').filter((line) => /^\s+at /.test(line));
}
