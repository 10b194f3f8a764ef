import { chainHash, nextInChain } from '../../src/audit/index.ts';
import type { CaseActor } from '../../src/access/index.ts';
import { asActor, type WaymarkDatabase } from '../../src/db/index.ts';
import { aPerson } from '../cases/people.ts';

interface OldEvent {
  readonly type: string;
  readonly at: string;
  readonly by: unknown;
  readonly data: unknown;
}

/**
 * A case as an earlier version left it: its events in shape 1, hashed as they were before rows had shapes. Written past
 * the program, because the program writes only the present shape.
 */
export async function caseInShape1(
  db: WaymarkDatabase,
  actor: CaseActor,
  { caseId, force, events }: { readonly caseId: string; readonly force: string; readonly events: readonly OldEvent[] },
): Promise<void> {
  await asActor(db, actor, async (tx) => {
    const person = aPerson();
    const of = { force, case_id: caseId, organisation_id: actor.organisationId, shape: 1, is_demonstration: true };
    const opened = { reference: 'OLD', opened_by: actor.accountId, opened_at: new Date(), person_key: null };
    const row = { ...of, ...opened, person_name: person.name, person: JSON.stringify(person) };
    await tx.insertInto('cases').values(row).execute();
    for (const { type, at, by, data } of events) {
      const { sequence, previousHash } = await nextInChain(tx, 'case', caseId);
      const payload = { force, case_id: caseId, sequence, type, data, recorded_at: at, author: by };
      await tx
        .insertInto('case_events')
        .values({
          force,
          case_id: caseId,
          sequence,
          type,
          data: JSON.stringify(data),
          author: JSON.stringify(by),
          shape: 1,
          recorded_at: new Date(at),
          account_id: actor.accountId,
          organisation_id: actor.organisationId,
          previous_hash: previousHash,
          hash: chainHash(previousHash, payload),
        })
        .execute();
    }
  });
}
