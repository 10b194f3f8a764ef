import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addEverybody, officer } from '../../../tests/cases/people.ts';
import { withTestDatabase } from '../../../tests/database/with-test-database.ts';
import { fixturesOf } from '../../../tests/shapes/fixtures.ts';
import { putOldCase } from '../../../tests/shapes/old-rows.ts';
import type { CaseEvent } from '../../cases/index.ts';
import { caseEventKind } from '../../cases/store/shapes/case-event-kind.ts';
import { personKind } from '../../cases/store/shapes/person-kind.ts';
import { readStored } from '../../stored/index.ts';
import { studiedCases } from './study-case-rows.ts';

type EventType = CaseEvent['type'];
type DataOf<T extends EventType> = Extract<CaseEvent, { readonly type: T }>['data'];
type Codes = { readonly [T in EventType]: (data: DataOf<T>) => object };

const none = () => ({});
const studiedFacts = ['age', 'sex', 'offence-group', 'substances', 'gravity-score'];

function followingOf(follows: readonly { readonly fact: string; readonly new: unknown }[]): object {
  const studied = follows.filter(({ fact }) => studiedFacts.includes(fact));
  return Object.fromEntries(studied.map(({ fact, new: value }) => [fact, value]));
}

/**
 * What a study may see of each event, by today's schemas. The views say the same in SQL, over rows of every shape: where
 * a shape changes under a view, this stops compiling or holding.
 */
const codes: Codes = {
  'person-triaged': ({ facts, decisions, offence }) => ({
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => studiedFacts.includes(fact))),
    decisions: decisions.map(({ scheme, verdict }) => ({ scheme, verdict })),
    occurredOn: offence.occurredOn,
  }),
  'decision-overridden': ({ scheme, to }) => ({ scheme, to }),
  'fact-amended': ({ fact, new: value, follows }) => ({
    ...([...studiedFacts, 'offence-occurred-on'].includes(fact) ? { fact, new: value } : {}),
    follows: followingOf(follows),
  }),
  'birthday-corrected': ({ follows }) => ({ follows: followingOf(follows) }),
  'decided-again': ({ facts, decisions }) => ({
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => studiedFacts.includes(fact))),
    decisions: decisions.map(({ scheme, verdict }) => ({ scheme, verdict })),
  }),
  'verdict-confirmed': none,
  'scheme-offered': ({ scheme, otherwise }) => ({ scheme, otherwise }),
  'offer-declined': none,
  'offer-accepted': none,
  'agreement-signed': none,
  'person-referred': none,
  'place-booked': none,
  'referral-rejected': ({ reason }) => ({ reason }),
  'referral-accepted': none,
  'contact-attempted': ({ reached }) => ({ reached }),
  'appointment-booked': none,
  'appointment-moved': none,
  'appointment-kept': none,
  'appointment-late': none,
  'appointment-missed': none,
  'attendance-corrected': ({ to }) => ({ to: to.is }),
  'appointment-cancelled': none,
  'condition-varied': none,
  'breach-recorded': none,
  'activity-completed': none,
  'activity-not-completed': ({ reason }) => ({ reason }),
  'outcome-given': ({ type }) => ({ type }),
  'outcome-corrected': ({ to }) => ({ type: to?.type ?? null, takenBack: to === null }),
  'closed-with-outcome': ({ outcomeType }) => ({ outcomeType }),
  'youth-justice-told': none,
  'outcome-recorded': ({ type }) => ({ type }),
  'returned-for-prosecution': ({ outcomeType }) => ({ outcomeType }),
  'no-further-consequence': none,
  'case-withdrawn': ({ reason }) => ({ is: reason.is }),
  'case-reopened': none,
};

function codesOf<T extends EventType>(event: { readonly type: T; readonly data: DataOf<T> }): object {
  return codes[event.type](event.data);
}

/** Attendance that was corrected later says so: the correction counts instead. */
function correctionOf(event: CaseEvent, events: readonly CaseEvent[]): object {
  const isAttendance =
    event.type === 'appointment-kept' ||
    event.type === 'appointment-late' ||
    event.type === 'appointment-missed' ||
    event.type === 'attendance-corrected';
  if (!isAttendance) return {};
  const later = events.slice(events.indexOf(event) + 1);
  const isCorrected = later.some(
    ({ type, data }) =>
      type === 'attendance-corrected' && 'appointmentId' in data && data.appointmentId === event.data.appointmentId,
  );
  return isCorrected ? { corrected: true } : {};
}

const ask = { pseudonymKey: 'a key of the test', at: new Date('2026-06-30T12:00:00Z') };

withTestDatabase((database) => {
  beforeAll(() => addEverybody(database.db));

  describe('The views that a study is made from', () => {
    const shapes = Array.from({ length: caseEventKind.shape }, (_, index) => index + 1);

    test.each(shapes)(
      'give of every event in shape %i the codes that its schema has, and nothing else',
      async (shape) => {
        const events = fixturesOf('case-event', shape).map(({ value }) => value as CaseEvent);
        const person = fixturesOf('person', 1).find(({ name }) => name.startsWith('well'))!.value;
        const force = `force-of-shape-${shape}`;
        await putOldCase(database, { caseId: randomUUID(), force, openedBy: officer, person, shape, events });
        const [own] = await studiedCases(database.db, { ...ask, force });
        const place = { table: 'fixtures', id: '', shape };
        const read = events.map((event) => readStored(caseEventKind, place, event));
        expect(own?.events.map(({ type, data }) => ({ type, data }))).toEqual(
          read.map((event) => ({ type: event.type, data: { ...codesOf(event), ...correctionOf(event, read) } })),
        );
        const { ethnicity } = readStored(personKind, { ...place, shape: 1 }, person);
        expect([own?.ethnicitySelfDefined, own?.ethnicityOfficerDefined]).toEqual(Object.values(ethnicity));
      },
    );
  });
});
