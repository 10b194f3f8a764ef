import type { Selectable } from 'kysely';
import type { CaseActor } from '../../access/index.ts';
import type { Tables, WaymarkTransaction } from '../../db/index.ts';
import { readStored, storedTable, type StoredTable } from '../../stored/index.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import type { EarlierDiversion, Person, SoughtPerson } from '../../triage/index.ts';
import type { CaseTransaction } from './case-store.ts';
import { personKind } from './shapes/person-kind.ts';

/** What stands beside the log of a case: the person, and whose case it is. */
export function caseFiles(
  tx: WaymarkTransaction,
  actor: CaseActor,
): Pick<CaseTransaction, 'file' | 'openCase' | 'savePerson' | 'earlierTimes' | 'earlierDiversions'> {
  return {
    file: async (caseId) => {
      const row = await tx
        .selectFrom('cases')
        .select(['case_id', 'reference', 'force', 'person', 'shape', 'is_demonstration'])
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      if (!row) return null;
      const { case_id, reference, force, is_demonstration } = row;
      return { caseId: case_id, reference, force, person: storedPerson(row), isDemonstration: is_demonstration };
    },
    openCase: async ({ file: { caseId, force, person, ...file }, openedBy, at }) => {
      await tx
        .insertInto('cases')
        .values({
          force,
          case_id: caseId,
          organisation_id: actor.organisationId,
          reference: file.reference,
          opened_by: openedBy,
          opened_at: new Date(at),
          ...personColumns(force, person),
          is_demonstration: file.isDemonstration,
        })
        .execute();
    },
    savePerson: async (caseId, person) => {
      const columns = personColumns(actor.force ?? '', person);
      await tx.updateTable('cases').set(columns).where('case_id', '=', caseId).execute();
    },
    earlierTimes: (caseId, scheme) => earlierTimes(tx, caseId, scheme),
    earlierDiversions: ({ force, ...sought }) => earlierDiversions(tx, force, sought),
  };
}

function personColumns(force: string, person: Person) {
  const { shape } = personKind;
  return { person_name: person.name, person_key: personKey(force, person), person: JSON.stringify(person), shape };
}

function storedPerson({ case_id, person, shape }: Pick<Selectable<Tables['cases']>, 'case_id' | 'person' | 'shape'>) {
  return readStored(personKind, { table: 'cases', id: case_id, shape }, person);
}

/** The people of all cases, for `database check`. */
export const storedPeople: StoredTable = storedTable({ table: 'cases', key: ['force', 'case_id'], read: storedPerson });

/**
 * The same person in two cases of a force: the same name, whatever its case and spacing, and the same birthday. Where
 * no birthday is known nobody is taken for somebody else.
 */
function personKey(force: string, { name, bornOn }: Pick<Person, 'name' | 'bornOn'>): string | null {
  if (bornOn === null) return null;
  return contentHash([force, name.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean), bornOn]);
}

async function earlierDiversions(tx: WaymarkTransaction, force: string, sought: SoughtPerson) {
  const rows = await tx
    .selectFrom('cases')
    .innerJoin('case_progress as progress', (join) =>
      join.onRef('progress.force', '=', 'cases.force').onRef('progress.case_id', '=', 'cases.case_id'),
    )
    .select(['cases.case_id', 'cases.reference', 'progress.scheme_id', 'progress.offer_accepted_at'])
    .select(['progress.status', 'progress.closed_how', 'progress.sequence'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('case_log as event')
            .select('event.sequence')
            .whereRef('event.force', '=', 'cases.force')
            .whereRef('event.case_id', '=', 'cases.case_id')
            .where('event.type', '=', 'activity-completed'),
        )
        .as('is_completed'),
    )
    .where('cases.force', '=', force)
    .where('cases.person_key', '=', personKey(force, sought))
    .where('progress.offer_accepted_at', 'is not', null)
    .orderBy('progress.offer_accepted_at', 'desc')
    .execute();
  return rows.flatMap(({ case_id, reference, scheme_id, offer_accepted_at, sequence, ...row }) => {
    if (scheme_id === null || offer_accepted_at === null) return [];
    const acceptedOn = londonDayOf(offer_accepted_at);
    return [{ caseId: case_id, reference, scheme: scheme_id, acceptedOn, went: wentHow(row), sequence }];
  });
}

function wentHow(row: { status: string; closed_how: string | null; is_completed: unknown }): EarlierDiversion['went'] {
  if (row.closed_how === 'case-withdrawn') return 'withdrawn';
  if (row.is_completed === true) return 'completed';
  return row.status === 'closed' || row.status === 'not-completed' ? 'not-completed' : 'under-way';
}

async function earlierTimes(tx: WaymarkTransaction, caseId: string, scheme: string): Promise<number> {
  const { count } = await tx
    .selectFrom('cases as this')
    .innerJoin('cases as other', (join) =>
      join.onRef('other.force', '=', 'this.force').onRef('other.person_key', '=', 'this.person_key'),
    )
    .innerJoin('case_progress as progress', (join) =>
      join.onRef('progress.force', '=', 'other.force').onRef('progress.case_id', '=', 'other.case_id'),
    )
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('this.case_id', '=', caseId)
    .where('other.case_id', '<>', caseId)
    .where('progress.scheme_id', '=', scheme)
    .where('progress.offer_accepted_at', 'is not', null)
    // Nor do our records count one as a diversion (proposedByRecords).
    .where('progress.closed_how', 'is distinct from', 'case-withdrawn')
    .executeTakeFirstOrThrow();
  return count;
}
