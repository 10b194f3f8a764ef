import { rightsOf, type CaseActor } from '../../src/access/index.ts';
import { asSystem, type WaymarkDatabase } from '../../src/db/index.ts';
import { addService } from '../../src/providers/index.ts';
import type { Person } from '../../src/triage/index.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';

const POLICE = '00000000-0000-4000-8000-0000000000f1';
const OTHER_POLICE = '00000000-0000-4000-8000-0000000000f2';
const PROVIDER = '00000000-0000-4000-8000-0000000000e1';
const OTHER_PROVIDER = '00000000-0000-4000-8000-0000000000e2';

/** Made-up people who sign in, in two forces and with two providers. */
export const officer = actor(1, 'officer', POLICE, 'west-midlands');
export const otherOfficer = actor(2, 'officer', POLICE, 'west-midlands');
export const supervisor = actor(3, 'supervisor', POLICE, 'west-midlands');
export const coordinator = actor(4, 'coordinator', POLICE, 'west-midlands');
export const durhamOfficer = actor(5, 'officer', OTHER_POLICE, 'durham');
export const durhamCoordinator = actor(6, 'coordinator', OTHER_POLICE, 'durham');
export const durhamSupervisor = actor(9, 'supervisor', OTHER_POLICE, 'durham');
export const worker = actor(7, 'provider', PROVIDER, null);
export const otherWorker = actor(8, 'provider', OTHER_PROVIDER, null);

const everybody = [
  officer,
  otherOfficer,
  supervisor,
  coordinator,
  durhamOfficer,
  durhamCoordinator,
  durhamSupervisor,
  worker,
  otherWorker,
];

/** The service that `worker` provides: DIVERT in the West Midlands. */
export const divertService = '00000000-0000-4000-8000-0000000000d1';
/** The same of `otherWorker`. */
export const otherDivertService = '00000000-0000-4000-8000-0000000000d2';

function actor(number: number, role: CaseActor['role'], organisationId: string, force: string | null): CaseActor {
  const accountId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { accountId, name: `${role} ${number} (made up)`, role, organisationId, force, rights: rightsOf(role) };
}

/** `worker` also provides Checkpoint in Durham. */
export const checkpointService = '00000000-0000-4000-8000-0000000000d3';

/** Puts them, their organisations and their services into an empty database. */
export async function addEverybody(db: WaymarkDatabase): Promise<void> {
  await asSystem(db, 'demonstration', async (tx) => {
    await tx
      .insertInto('organisations')
      .values([
        { id: POLICE, kind: 'police', name: 'West Midlands Police (made up)', force: 'west-midlands' },
        { id: OTHER_POLICE, kind: 'police', name: 'Durham Constabulary (made up)', force: 'durham' },
        { id: PROVIDER, kind: 'provider', name: 'Aspen Services (made up)', force: null },
        { id: OTHER_PROVIDER, kind: 'provider', name: 'Birch Services (made up)', force: null },
      ])
      .execute();
    await tx.insertInto('accounts').values(everybody.map(accountRow)).execute();
    await tx.insertInto('memberships').values(everybody.map(membershipRow)).execute();
    const service = {
      scheme: 'west-midlands-divert',
      force: 'west-midlands',
      name: 'Education and brief intervention',
    };
    await addService(tx, { serviceId: divertService, organisationId: PROVIDER, ...service });
    await addService(tx, { serviceId: otherDivertService, organisationId: OTHER_PROVIDER, ...service });
    const checkpoint = { scheme: 'durham-checkpoint', force: 'durham', name: 'Navigators' };
    await addService(tx, { serviceId: checkpointService, organisationId: PROVIDER, ...checkpoint });
  });
}

function accountRow({ accountId, name }: CaseActor) {
  const email = `${accountId}@people.example`;
  return {
    id: accountId,
    email,
    name,
    password_hash: 'none',
    is_demonstration: true,
  };
}

function membershipRow({ accountId, organisationId, role }: CaseActor) {
  return { account_id: accountId, organisation_id: organisationId, role };
}

/** A made-up person, with only what a test says different. */
export function aPerson(different: Partial<Person> = {}): Person {
  return {
    name: 'Rowan Made-up',
    bornOn: calendarDayOf('1999-05-17'),
    contact: { telephone: '07700 900123', email: null, address: null, safe: 'safe', howSafely: null },
    language: 'English',
    interpreterNeeded: false,
    needs: null,
    riskToStaff: null,
    ethnicity: { selfDefined: null, officerDefined: null },
    monitoring: null,
    policeReference: null,
    ...different,
  };
}
