import { actOnCase, showCase, type CaseWork, type RequestedCommand } from '../../src/cases/index.ts';
import type { CaseActor } from '../../src/access/index.ts';
import { demonstrationPlayers } from '../../src/cases/store/demonstration-players.ts';
import type { Waymark } from '../../src/compose.ts';
import type { WaymarkDatabase } from '../../src/db/index.ts';
import { finishTriage, startTriage } from '../../src/triage/index.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';

const FORCE = 'west-midlands';
const SCHEME = 'west-midlands-divert';

/** Facts that let an adult into the scheme. */
const FACTS = {
  'offence-group': 'possession',
  substances: ['cannabis'],
  amount: 'personal-use',
  'intent-to-supply': false,
  'vulnerable-adult': false,
  'caution-given': true,
  admission: 'admits',
  consents: true,
  'prior-diversions': 0,
  'diversions-by-scheme': { [SCHEME]: 0 },
};

const PERSON = {
  name: 'Alex Placeholder',
  bornOn: calendarDayOf('1996-04-12'),
  contact: { telephone: null, email: null, address: null, safe: 'safe', howSafely: null },
  language: null,
  interpreterNeeded: false,
  needs: null,
  riskToStaff: null,
  ethnicity: { selfDefined: null, officerDefined: null },
  monitoring: null,
  policeReference: null,
} as const;

/** Cases that wait for one provider of the demonstration to accept them, and how somebody who works there signs in. */
export async function referredCases(waymark: Waymark, db: WaymarkDatabase, count: number) {
  const players = (await demonstrationPlayers(db)).find(({ force }) => force === FORCE);
  if (players === undefined) throw new Error(`Nobody plays in ${FORCE}`);
  const { officer } = players;
  const [cases, triage] = [await waymark.cases(), await waymark.triage()];
  const caseIds: string[] = [];
  for (let one = 0; one < count; one += 1) {
    const offence = { occurredOn: calendarDayOf('2026-03-01'), modeOfTrial: null };
    const { draft } = value(await startTriage(triage, officer, { person: PERSON, offence, facts: FACTS }));
    const { caseId } = value(await finishTriage(triage, officer, draft.draftId));
    const yes = { given: true, how: 'spoken' } as const;
    await does(cases, officer, caseId, { type: 'offer-scheme', data: { scheme: SCHEME, otherwise: 'prosecution' } });
    await does(cases, officer, caseId, {
      type: 'accept-offer',
      data: { takePart: yes, share: yes, appropriateAdult: null },
    });
    const [service] = await cases.store.as(officer, (of) => of.services({ scheme: SCHEME, force: FORCE }));
    if (service === undefined) throw new Error(`No service of the demonstration takes people from ${SCHEME}`);
    await does(cases, officer, caseId, { type: 'refer-person', data: { serviceId: service.serviceId } });
    caseIds.push(caseId);
  }
  return { caseIds, email: `worker@provider.${FORCE}.example` };
}

async function does(work: CaseWork, actor: CaseActor, caseId: string, command: RequestedCommand): Promise<void> {
  const { sequence: expectedSequence } = value(await showCase(work, actor, caseId));
  value(await actOnCase(work, actor, { caseId, expectedSequence, command }));
}

function value<Value>(result: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
