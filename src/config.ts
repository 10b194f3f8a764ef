import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** A value, or what is wrong with the text, as a sentence's end: "must be …". */
type Checked<Value> = { readonly value: Value } | { readonly fault: string };

interface Variable<Value> {
  readonly name: string;
  /** One sentence: what it is for. */
  readonly sentence: string;
  /** Used where the variable is absent or empty; `null` where there is none, and then `without` is. */
  readonly standard: string | null;
  readonly check: (text: string) => Checked<Value>;
  /** What happens without it, for those that have no standard value. */
  readonly without?: string;
  /** The value without it, for those that have no standard value; null where it is left out. */
  readonly otherwise?: Value;
}

/** Every variable that Waymark reads. There are no others. */
export const variables = {
  port: variable('PORT', 'The TCP port that the pages are served on.', '3000', port),
  host: variable(
    'HOST',
    'The name or address to listen on; 0.0.0.0 or :: lets other machines in, which belongs behind a proxy with TLS.',
    'localhost',
    text,
  ),
  dataFolder: variable(
    'WAYMARK_DATA',
    'The folder of everything that Waymark keeps: the embedded database, the secret of its cookies.',
    './data',
    folder,
  ),
  databaseUser: variable(
    'WAYMARK_DATABASE_USER',
    'Where root starts Waymark: the user of the machine that the embedded PostgreSQL runs as, made where it is missing, and used by nothing else.',
    'waymark-database',
    databaseUser,
  ),
  logArchive: optional(
    'WAYMARK_LOG_ARCHIVE',
    'A folder, best on another disk, in which the embedded PostgreSQL archives its log, so that a moment between two backups can be gone back to (set-up-for-real.md says how).',
    'The log is not archived.',
    folder,
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    'A PostgreSQL (16 or newer) to use instead of the embedded one, as postgresql://login:password@host:5432/database, by the login that pages work through.',
    'The embedded PostgreSQL is used.',
    databaseUrl,
  ),
  databaseSystemUrl: optional(
    'DATABASE_SYSTEM_URL',
    "The same database by the login of the program's own work: signing in, jobs, checks.",
    'DATABASE_URL is used for both, which is refused unless WAYMARK_DEMONSTRATION is yes.',
    databaseUrl,
  ),
  databaseOwnerUrl: optional(
    'DATABASE_OWNER_URL',
    'The same database by the owner of its tables; for database setup, backup and restore alone.',
    'Tables are changed by DATABASE_URL where it owns them, and else by nobody.',
    databaseUrl,
  ),
  sessionSecret: optional(
    'SESSION_SECRET',
    'Signs the cookies and the form tokens; at least 32 characters, the same on every machine that serves one database.',
    'One is made and kept in the data folder, readable by its owner alone.',
    secret,
  ),
  trustedProxies: listed(
    'TRUST_PROXY',
    'The addresses of the proxies in front, and ranges of them, with commas between: they alone are believed in X-Forwarded-For and X-Forwarded-Proto about who asks and how.',
    'None is believed.',
    proxies,
  ),
  plainHttp: optional(
    'WAYMARK_PLAIN_HTTP',
    'Whether cookies may cross the network over plain http (yes or no); yes is for trying it with invented people on another machine.',
    'Only where HOST is this machine alone and TRUST_PROXY names no proxy.',
    yesOrNo,
  ),
  demonstration: variable(
    'WAYMARK_DEMONSTRATION',
    'Whether an empty database is given invented people and cases to try it with (yes or no).',
    'yes',
    yesOrNo,
  ),
  demonstrationPassword: optional(
    'WAYMARK_DEMONSTRATION_PASSWORD',
    'The password of every demonstration account; at least 12 characters.',
    'One is made, kept in the data folder, and printed at each start.',
    password,
  ),
  pcscCautionsCommenced: variable(
    'PCSC_CAUTIONS_COMMENCED',
    'Whether diversionary and community cautions (Police, Crime, Sentencing and Courts Act 2022, Part 6) are in force (yes or no).',
    'no',
    yesOrNo,
  ),
  logLevel: variable(
    'LOG_LEVEL',
    'How much is logged: fatal, error, warn, info, debug, trace or silent.',
    'warn',
    logLevel,
  ),
};

/** What `readConfig` answers: a value for each variable. */
export type Config = {
  readonly [Key in keyof typeof variables]: (typeof variables)[Key] extends Variable<infer Value> ? Value : never;
};

/** Variables whose value is wrong, all of them, one sentence a line. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** The settings in `environment`. Throws a ConfigFault that names every variable that is wrong, and how. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const entries = Object.entries(variables).map(([key, each]) => {
    const checked = readVariable(each as Variable<unknown>, environment[each.name]);
    if ('value' in checked) return [key, checked.value];
    faults.push(`${each.name} ${checked.fault}`);
    return [key, null];
  });
  if (faults.length > 0) throw new ConfigFault(faults.join('\n'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a value for each variable, by the check of its own
  return Object.fromEntries(entries) as Config;
}

function readVariable<Value>(each: Variable<Value>, given: string | undefined): Checked<Value | null> {
  const chosen = given?.trim() || each.standard;
  return chosen === null ? { value: each.otherwise ?? null } : each.check(chosen);
}

/** The page docs/configuration.md, made from the table above. */
export function configurationPage(): string {
  const rows = Object.values(variables).map((each) => [
    `\`${each.name}\``,
    each.standard === null ? (each.without ?? '') : `\`${each.standard}\``,
    each.sentence,
  ]);
  return [
    '# Configuration',
    '',
    'Waymark is configured by environment variables and needs none. A value that is wrong stops it at start, with every fault named at once.',
    '',
    ...table(['Variable', 'Without it', 'What it is for'], rows),
    '',
    'This page is made from `src/config.ts`: `npx vitest run src/config.test.ts -u` makes it anew.',
    '',
  ].join('\n');
}

/** Lines of a Markdown table, its columns aligned. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function variable<Value>(
  name: string,
  sentence: string,
  standard: string,
  check: (text: string) => Checked<Value>,
): Variable<Value> {
  return { name, sentence, standard, check };
}

function optional<Value>(
  name: string,
  sentence: string,
  without: string,
  check: (text: string) => Checked<Value>,
): Variable<Value | null> {
  return { name, sentence, standard: null, check, without };
}

/** A list, empty where the variable is absent. */
function listed<Value>(
  name: string,
  sentence: string,
  without: string,
  check: (text: string) => Checked<readonly Value[]>,
): Variable<readonly Value[]> {
  return { name, sentence, standard: null, otherwise: [], check, without };
}

function text(given: string): Checked<string> {
  return { value: given };
}

function port(given: string): Checked<number> {
  const value = Number(given);
  const isPort = /^\d+$/.test(given) && value >= 0 && value <= 65_535;
  return isPort ? { value } : { fault: `is "${given}"; it must be a whole number from 0 to 65535 (0: any free port)` };
}

/** The standard folder lies in the project whatever folder Waymark is started from; one that is given, where it says. */
function folder(given: string): Checked<string> {
  if (given.includes('\0')) return { fault: 'must be the path of a folder' };
  return { value: isAbsolute(given) ? given : given === './data' ? join(projectFolder, 'data') : resolve(given) };
}

/** As useradd takes it. Other programs run as nobody too, and root is refused by PostgreSQL. */
function databaseUser(given: string): Checked<string> {
  if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(given)) return { fault: `is "${given}"; it must be the name of a user` };
  if (['nobody', 'root'].includes(given))
    return { fault: `is "${given}"; it must be a user that nothing else runs as` };
  return { value: given };
}

function databaseUrl(given: string): Checked<string> {
  const isUrl = URL.canParse(given) && /^postgres(ql)?:$/.test(new URL(given).protocol);
  return isUrl
    ? { value: given }
    : { fault: 'must be an address such as postgresql://login:password@host:5432/database' };
}

function secret(given: string): Checked<string> {
  return given.length >= 32 ? { value: given } : { fault: `must have at least 32 characters; it has ${given.length}` };
}

function password(given: string): Checked<string> {
  return given.length >= 12 ? { value: given } : { fault: `must have at least 12 characters; it has ${given.length}` };
}

function yesOrNo(given: string): Checked<boolean> {
  if (/^(yes|no)$/i.test(given)) return { value: given.toLowerCase() === 'yes' };
  return { fault: `is "${given}"; it must be yes or no` };
}

function proxies(given: string): Checked<readonly string[]> {
  const all = given
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const wrong = all.filter((each) => !isProxy(each));
  if (all.length > 0 && wrong.length === 0) return { value: all };
  const which = wrong.length === 0 ? 'names none' : `has ${wrong.map((each) => `"${each}"`).join(', ')}`;
  return {
    fault: `${which}; it must be a list of addresses and ranges such as 127.0.0.1, 10.0.0.0/8, fd00::/8 (a range of everybody is none: forged headers would be believed)`,
  };
}

function isProxy(each: string): boolean {
  const [address = '', prefix, ...more] = each.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const isRange = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits);
  return isIP(address) !== 0 && !address.includes('%') && isRange && more.length === 0;
}

function logLevel(given: string): Checked<string> {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
  return levels.includes(given) ? { value: given } : { fault: `is "${given}"; it must be one of ${levels.join(', ')}` };
}
