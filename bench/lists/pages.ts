import { rightsOf, type CaseActor, type Role } from '../../src/access/index.ts';
import { auditInDatabase } from '../../src/access/store/audit-in-database.ts';
import { readAudit } from '../../src/access/use-cases/read-audit.ts';
import { listCases, type CaseWork } from '../../src/cases/index.ts';
import { caseListsFor } from '../../src/cases/domain/case-lists.ts';
import { listOverrides } from '../../src/cases/use-cases/list-overrides.ts';
import type { WaymarkDatabase } from '../../src/db/index.ts';
import { listTriages, type TriageWork } from '../../src/triage/index.ts';

/** A page that lists, as one role asks for it. */
export interface ListPage {
  readonly name: string;
  readonly actor: CaseActor;
  readonly isSearch: boolean;
  readonly read: () => Promise<unknown>;
}

interface Players {
  readonly officer: CaseActor;
  readonly coordinator: CaseActor;
  readonly worker: CaseActor;
}

interface Program {
  readonly db: WaymarkDatabase;
  readonly cases: CaseWork;
  readonly triage: TriageWork;
}

/** What is searched for: rare and common, one word and several, and what is in nobody's name. */
const SEARCHES = ['3f2a', 'Zoë Ashbury', 'wood ash', 'ashb', 'a', 'zzzz'];
const DEEP = 40;

/** Every list and search of the program, as each role that has it. */
export function listPages(
  { db, cases, triage }: Program,
  { officer, coordinator, worker }: Players,
): readonly ListPage[] {
  const as = (role: Role): CaseActor => ({ ...officer, role, rights: rightsOf(role) });
  const supervisor = as('supervisor');
  const informationOfficer = as('information-officer');
  const pages = [officer, supervisor, coordinator, worker].flatMap((actor) =>
    caseListsFor(actor).flatMap(({ name }): ListPage[] => [
      { name: `${actor.role}: ${name}`, actor, isSearch: false, read: () => listCases(cases, actor, { list: name }) },
    ]),
  );
  const deep = [coordinator, worker].map((actor): ListPage => {
    const list = caseListsFor(actor).at(-1)?.name ?? '';
    const read = () => listCases(cases, actor, { list, page: DEEP });
    return { name: `${actor.role}: ${list}, page ${DEEP}`, actor, isSearch: false, read };
  });
  const searches = [
    { actor: officer, list: 'mine' },
    { actor: coordinator, list: 'all' },
    { actor: worker, list: 'finished' },
  ].flatMap(({ actor, list }) =>
    SEARCHES.map((search): ListPage => {
      const read = () => listCases(cases, actor, { list, search });
      return { name: `${actor.role}: ${list}, “${search}”`, actor, isSearch: true, read };
    }),
  );
  const nothing = { who: null, reference: null, day: null, action: null };
  const audit = (name: string, filter: object): ListPage => {
    const read = () => readAudit(auditInDatabase(db), informationOfficer, { ...nothing, ...filter, page: 1 });
    return { name: `information-officer: audit${name}`, actor: informationOfficer, isSearch: false, read };
  };
  return [
    ...pages,
    ...deep,
    ...searches,
    { name: 'officer: unfinished triages', actor: officer, isSearch: false, read: () => listTriages(triage, officer) },
    {
      name: 'supervisor: overrides',
      actor: supervisor,
      isSearch: false,
      read: () => listOverrides(cases, supervisor, { page: 1 }),
    },
    audit('', {}),
    audit(' of a case', { reference: '3F2A-91BC' }),
    audit(' of a day', { day: '2026-03-02' }),
  ];
}
