import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { rightsOf, type Actor } from '../../access/index.ts';
import { asActor, asSystem } from '../../db/index.ts';
import { studyUploadsInDatabase, type StudyUploads } from './study-uploads.ts';

const organisations = [
  { id: randomUUID(), kind: 'evaluator', name: 'University (made up)', force: null },
  { id: randomUUID(), kind: 'evaluator', name: 'College (made up)', force: null },
  { id: randomUUID(), kind: 'board', name: 'Board (made up)', force: null },
] as const;
const actorIn = (at: 0 | 1 | 2, role: string): Actor => ({
  accountId: randomUUID(),
  name: `${role} (made up)`,
  role,
  organisationId: organisations[at].id,
  force: null,
  rights: rightsOf(role),
});
const [evaluator, stranger, board] = [actorIn(0, 'evaluator'), actorIn(1, 'evaluator'), actorIn(2, 'board')];
const NONE = { kind: 'uploaded', cohort: null, reoffences: null };

withTestDatabase((database) => {
  let uploads: StudyUploads;
  beforeAll(async () => {
    uploads = studyUploadsInDatabase(database.db);
    await asSystem(database.db, 'demonstration', (tx) =>
      tx
        .insertInto('organisations')
        .values([...organisations])
        .execute(),
    );
  });

  describe('The files of a study', () => {
    test('come out as they went in, however they were cut up, and are gone when they are removed', async () => {
      const [id, other] = [randomUUID(), randomUUID()];
      const content = randomBytes(700_001);
      const pieces = [content.subarray(0, 1), content.subarray(1, 300_000), content.subarray(300_000)];
      await uploads.keep(evaluator, id, { name: 'cohort.csv', content: Readable.from(pieces) });
      await uploads.keep(evaluator, other, { name: 'reoffences.csv', content: Readable.from(['person\n', 'x\n']) });
      const { cohort, reoffences } = await uploads.read(evaluator, id);
      expect(Buffer.from(cohort ?? []).equals(content)).toBe(true);
      expect(reoffences).toBeNull();
      await uploads.remove(evaluator, id);
      expect(await uploads.read(evaluator, id)).toEqual(NONE);
      const left = (await uploads.read(evaluator, other)).reoffences;
      expect(new TextDecoder().decode(left ?? undefined)).toBe('person\nx\n');
    });

    test('of one file that has nothing in it are none', async () => {
      const id = randomUUID();
      await uploads.keep(evaluator, id, { name: 'cohort.csv', content: Readable.from([]) });
      expect(await uploads.read(evaluator, id)).toEqual(NONE);
    });

    test('are nothing to another organisation, to a board or to the program', async () => {
      const id = randomUUID();
      await uploads.keep(evaluator, id, { name: 'cohort.csv', content: Readable.from(['person\n']) });
      for (const actor of [stranger, board]) {
        expect(await uploads.read(actor, id)).toEqual(NONE);
        await uploads.remove(actor, id);
      }
      expect((await uploads.read(evaluator, id)).cohort).not.toBeNull();
      const kept = uploads.keep(board, randomUUID(), { name: 'cohort.csv', content: Readable.from(['x']) });
      await expect(kept).rejects.toThrow('row-level security');
      const forAnother = asActor(database.db, evaluator, (tx) =>
        tx
          .insertInto('study_uploads')
          .values({
            upload_id: id,
            file: 'cohort.csv',
            chunk: 9,
            organisation_id: stranger.organisationId,
            content: Buffer.from('x'),
          })
          .execute(),
      );
      await expect(forAnother).rejects.toThrow('row-level security');
      const byTheProgram = asSystem(database.db, 'close-evaluations', (tx) =>
        tx.selectFrom('study_uploads').select('content').execute(),
      );
      await expect(byTheProgram).rejects.toThrow('permission denied');
    });
  });
});
