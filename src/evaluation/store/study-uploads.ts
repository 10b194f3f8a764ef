import { chmod, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The two files of a study, by the names that readers of it look for. */
export type StudyFileName = 'cohort.csv' | 'reoffences.csv';

/** Where the files of a study lie while it is carried out, and no longer. */
export interface StudyUploads {
  /** The folder of one study's files. */
  folderOf(id: string): string;
  /** Keeps a file as it comes in. */
  keep(id: string, name: StudyFileName, content: Readable): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes whatever was left when the program was stopped. */
  removeAll(): Promise<void>;
}

/** Uploads in a folder of their own, which only the program's own login may read. */
export function studyUploadsIn(folder: string): StudyUploads {
  const folderOf = (id: string): string => join(folder, id);
  return {
    folderOf,

    async keep(id, name, content) {
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
      const file = await open(join(folderOf(id), name), 'wx', 0o600);
      await pipeline(content, file.createWriteStream());
    },

    remove: (id) => rm(folderOf(id), { recursive: true, force: true }),

    async removeAll() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
    },
  };
}
