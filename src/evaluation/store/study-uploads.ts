import type { Readable } from 'node:stream';
import { asActor, type WaymarkDatabase } from '../../db/index.ts';
import type { Actor } from '../../access/index.ts';

/** The two files of a study, by the names that readers of it look for. */
export type StudyFileName = 'cohort.csv' | 'reoffences.csv';

/** The files of a study as they were uploaded; null where one was not. */
export interface UploadedFiles {
  readonly kind: 'uploaded';
  readonly cohort: Uint8Array<ArrayBuffer> | null;
  readonly reoffences: Uint8Array<ArrayBuffer> | null;
}

/** Where the files of a study lie while it is carried out, and no longer: in the database, for whichever program does it. */
export interface StudyUploads {
  /** Keeps a file as it comes in. */
  keep(actor: Actor, id: string, file: { readonly name: StudyFileName; readonly content: Readable }): Promise<void>;
  read(actor: Actor, id: string): Promise<UploadedFiles>;
  remove(actor: Actor, id: string): Promise<void>;
}

/** As much as lies in memory of a file that comes in or goes out, and in one row. */
const CHUNK_BYTES = 256 * 1024;

/** Uploads in PostgreSQL. Each chunk is a transaction of its own: somebody's slow line holds none open. */
export function studyUploadsInDatabase(db: WaymarkDatabase): StudyUploads {
  async function fileOf(actor: Actor, id: string, name: StudyFileName): Promise<Uint8Array<ArrayBuffer> | null> {
    const chunks: Uint8Array[] = [];
    for (;;) {
      const found = await asActor(db, actor, (tx) =>
        tx
          .selectFrom('study_uploads')
          .select('content')
          .where('upload_id', '=', id)
          .where('file', '=', name)
          .where('chunk', '=', chunks.length)
          .executeTakeFirst(),
      );
      if (found === undefined) break;
      chunks.push(found.content);
    }
    return chunks.length === 0 ? null : joined(chunks);
  }

  return {
    async keep(actor, id, { name, content }) {
      let chunk = 0;
      for await (const part of inChunks(content)) {
        const row = { upload_id: id, file: name, chunk, organisation_id: actor.organisationId, content: part };
        await asActor(db, actor, (tx) => tx.insertInto('study_uploads').values(row).execute());
        chunk += 1;
      }
    },

    async read(actor, id) {
      const cohort = await fileOf(actor, id, 'cohort.csv');
      return { kind: 'uploaded', cohort, reoffences: await fileOf(actor, id, 'reoffences.csv') };
    },

    async remove(actor, id) {
      await asActor(db, actor, (tx) => tx.deleteFrom('study_uploads').where('upload_id', '=', id).execute());
    },
  };
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* inChunks(content: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of content as AsyncIterable<Buffer | string>) {
    waiting.push(Buffer.from(piece));
    size += waiting.at(-1)?.length ?? 0;
    if (size < CHUNK_BYTES) continue;
    const whole = Buffer.concat(waiting);
    let from = 0;
    for (; whole.length - from >= CHUNK_BYTES; from += CHUNK_BYTES) yield whole.subarray(from, from + CHUNK_BYTES);
    waiting = [whole.subarray(from)];
    size = whole.length - from;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** In memory of its own, which can be handed over to a thread as it is. */
function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
