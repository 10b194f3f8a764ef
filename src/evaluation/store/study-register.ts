import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../../shared/canonical-json.ts';
import { errorCode } from '../../shared/error-code.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { COUNT_FORMS } from '../domain/disclosure/rounding.ts';
import { planSchema } from '../domain/plan/plan-document.ts';

/** What the command line keeps beside a study's data: every run of a plan on them, and every release to boards. */
const REGISTER_FILE = 'register.jsonl';

const run = z.strictObject({
  kind: z.literal('run'),
  at: z.string(),
  planHash: z.string(),
  plan: planSchema,
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  rows: z.int(),
  reoffences: z.int(),
});
const release = z.strictObject({
  kind: z.literal('release'),
  at: z.string(),
  planHash: z.string(),
  title: z.string(),
  counts: z.enum(COUNT_FORMS),
  /** Prints of the people in it. */
  people: z.array(z.string()),
});
const entry = z.discriminatedUnion('kind', [run, release]);
const line = z.strictObject({ entry, previous: z.string(), hash: z.string() });

export type RegisterEntry = z.infer<typeof entry>;

export interface StudyRegister {
  readonly entries: readonly RegisterEntry[];
  /** Adds an entry at the end, sealed with the hash of the one before. */
  readonly add: (entry: RegisterEntry) => Promise<void>;
}

/** Nothing may be run or released that the register does not know of. */
export class RegisterNotWritten extends Error {
  override readonly name = 'RegisterNotWritten';
  constructor(file: string, cause: unknown) {
    super(`${file} can’t be written (${errorCode(cause) ?? ''}); nothing is evaluated that is not registered`, {
      cause,
    });
  }
}

const FIRST = '0'.repeat(64);

/** Opens the register of a folder, or says at which line it is not as it was written. */
export async function openRegister(
  folder: string,
): Promise<Result<StudyRegister, { readonly problem: string; readonly remedy: string }>> {
  const file = join(folder, REGISTER_FILE);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    return null;
  });
  if (text === null) return refuse({ problem: `${REGISTER_FILE} can’t be read`, remedy: 'check its permissions' });
  const entries: RegisterEntry[] = [];
  let previous = FIRST;
  for (const [at, written] of text.split('\n').entries()) {
    if (written === '') continue;
    const read = line.safeParse(parsed(written));
    if (!read.success || read.data.previous !== previous || read.data.hash !== sealOf(read.data.entry, previous)) {
      return refuse({
        problem: `${REGISTER_FILE} line ${at + 1} is not as it was written`,
        remedy: 'put the register back from a copy: without it nobody can say what was run and released before',
      });
    }
    entries.push(read.data.entry);
    previous = read.data.hash;
  }
  let last = previous;
  return ok({
    entries,
    add: async (added) => {
      const hash = sealOf(added, last);
      const line = `${JSON.stringify({ entry: added, previous: last, hash })}\n`;
      await appendFile(file, line).catch((error: unknown) => {
        throw new RegisterNotWritten(file, error);
      });
      last = hash;
    },
  });
}

function sealOf(of: RegisterEntry, previous: string): string {
  return contentHash({ entry: of, previous });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
