import { z } from 'zod';
import { BackupFault } from './backup-fault.ts';

export const BASE_FILE = 'base.json';

/** Within the cluster: nothing that leads out of the folder. */
const path = z
  .string()
  .regex(/^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/)
  .refine((given) => !given.split('/').includes('..') && !given.split('/').includes('.'));

const base = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  postgresql: z.string(),
  systemIdentifier: z.string().regex(/^[0-9a-f]{1,16}$/),
  /** Where the log lay that it is carried on from. */
  log: z.string().min(1),
  label: z.string().min(1),
  completeAt: z.iso.datetime(),
  files: z.array(z.strictObject({ path, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
});

/** A copy of the files of an embedded server. It is written last: a folder without one is no whole base. */
export type BaseManifest = z.infer<typeof base>;
export type BaseFile = BaseManifest['files'][number];

/** Throws a BackupFault where the text is no such manifest. */
export function readBase(text: string): BaseManifest {
  try {
    return base.parse(JSON.parse(text));
  } catch (cause) {
    throw new BackupFault(`${BASE_FILE} is damaged, or of a newer Waymark. Use another base.`, { cause });
  }
}
