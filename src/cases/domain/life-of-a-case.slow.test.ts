import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aGivingScheme,
  sampleCommands,
  context,
  decision,
  facts,
  caseThrough,
  no,
  yes,
} from '../../../tests/cases/case-in-state.ts';
import { coordinator, durhamOfficer, officer, otherWorker, supervisor, worker } from '../../../tests/cases/people.ts';
import { rightsOf } from '../../access/index.ts';
import type { CaseCommand } from './case-command.ts';
import type { CaseEvent } from './case-event.ts';
import { recordOf, type CaseRecord, type CaseState, type CaseStatus } from './case-state.ts';
import { decideCase } from './decide-case.ts';
import { evolve, replay } from './evolve.ts';
import { isProviderSideEvent, replayProviderSide, firstContactClock } from './engagement/index.ts';
import { transitions } from './transitions.ts';

const hour = 3_600_000;
const booked = (appointmentId: string, step: string, hours: number) => ({
  type: 'book-appointment' as const,
  data: { appointmentId, step, startsAt: new Date(Date.parse(context.now) + hours * hour).toISOString() },
});
const attended = (appointmentId: string, attendance: 'kept' | 'late' | 'missed') => ({
  type: 'record-attendance' as const,
  data: { appointmentId, attendance, whose: 'logistics' as const },
});
const amended = (fact: string, value: number | string | null) => ({
  type: 'amend-fact' as const,
  data: { fact, new: value, reason: 'Seen' },
});
const consenting = (takePart: typeof yes | typeof no, share: typeof yes | typeof no) => ({
  type: 'accept-offer' as const,
  data: { takePart, share, appropriateAdult: null },
});

/** What people might ask, sensible and not. */
const commands: readonly CaseCommand[] = [
  ...Object.values(sampleCommands),
  consenting(yes, no),
  consenting(no, yes),
  { ...sampleCommands.sign, data: { ...sampleCommands.sign.data, share: yes } },
  booked('a2', 'sessions', -5),
  booked('a3', 'first-meeting', 30),
  attended('a2', 'kept'),
  attended('a2', 'late'),
  attended('a3', 'missed'),
  attended('a3', 'kept'),
  { ...sampleCommands.contact, data: { reached: true } },
  { ...sampleCommands.breach, data: { step: 'warning', reason: 'Again' } },
  { ...sampleCommands.correctOutcome, data: { to: { ...sampleCommands.give.data }, reason: 'Recorded twice' } },
  amended('age', 12),
  amended('age', null),
  amended('mode-of-trial', 'indictable-only'),
];
const actors = [officer, supervisor, coordinator, worker, durhamOfficer, otherWorker];

/** Picks by number, so that a story shrinks: mostly what could be asked where the case stands, sometimes anything. */
interface Asked {
  readonly pick: number;
  readonly anything: boolean;
  readonly who: number;
  readonly minutes: number;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  pick: fc.nat({ max: 10_000 }),
  anything: fc.constantFrom(false, false, false, false, true),
  who: fc.nat({ max: 1_000 }),
  minutes: fc.integer({ min: 0, max: 3_000 }),
});

function choose(state: CaseState | null, { pick, anything, who }: Asked) {
  const rows = transitions.filter(({ from }) => from.includes(state?.status ?? 'nothing'));
  // Ending a case is always possible: picked as often as the rest, it would end every story at once.
  const here = commands.filter(({ type }) => type !== 'withdraw-case' && rows.some((row) => row.command === type));
  const from = anything || here.length === 0 ? commands : here;
  const command = from[pick % from.length]!;
  const may = actors.filter((actor) =>
    transitions.some((row) => row.command === command.type && actor.rights.has(row.by)),
  );
  const people = anything ? actors : may;
  return { command, actor: people[who % people.length]! };
}
/** Each begins somewhere along the way, so that every status is reached often. */
interface Story {
  readonly place: Parameters<typeof caseThrough>[0];
  readonly asks: readonly Asked[];
}
const story: fc.Arbitrary<Story> = fc.record({
  place: fc.constantFrom(
    ...(['nothing', 'triaged', 'offered', 'accepted', 'signed', 'referred', 'engaging', 'booked', 'closed'] as const),
  ),
  asks: fc.array(asked, { minLength: 5, maxLength: 60, size: 'max' }),
});

interface Lived {
  readonly before: CaseState | null;
  readonly event: CaseEvent;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
}

/** What is done in a scheme whose outcome counts from when it is given. */
const givenEarly: readonly string[] = ['give-outcome', 'correct-outcome', 'close-case'];

/** Asks one thing after another; calls back for each that was allowed. */
function live(
  place: Parameters<typeof caseThrough>[0],
  asks: readonly Asked[],
  check: (lived: Lived) => void,
): CaseState | null {
  const begun = caseThrough(place);
  const events = [...begun.events()];
  let state: CaseState | null = events.length > 0 ? begun.state() : null;
  let at = Date.parse(context.now);
  for (const each of asks) {
    at += each.minutes * 60_000;
    const { command, actor } = choose(state, each);
    const decided = decideCase(state, command, {
      ...context,
      scheme: givenEarly.includes(command.type) ? aGivingScheme : context.scheme,
      actor,
      rightsOfProposer: rightsOf(command.type === 'vary-condition' ? command.data.proposedBy.role : ''),
      now: new Date(at).toISOString(),
      decidedAgain: [decision('ineligible')],
    });
    if (!decided.ok) continue;
    for (const event of decided.value) {
      const before = state;
      state = evolve(before, event);
      events.push(event);
      check({ before, event, after: state, events });
    }
  }
  return state;
}

/** Stories drawn once and for all, and in them each event: whatever chance draws besides, nothing below is held of none. */
const kept = fc.sample(story, { numRuns: 300, seed: 7 });
const firstToReach = new Map<CaseEvent['type'], Story>();
for (const each of kept) {
  live(each.place, each.asks, ({ event }) => {
    if (!firstToReach.has(event.type)) firstToReach.set(event.type, each);
  });
}
const examples = [...new Set(firstToReach.values())].map((each): [Story] => [each]);

/** Holds something of every story: of those that reach each event first, then of what chance draws. */
const ofEveryStory = (holds: (story: Story) => void): void => {
  fc.assert(fc.property(story, holds), {
    examples,
    numRuns: examples.length + (fc.readConfigureGlobal().numRuns ?? 100),
  });
};

/** What a case in each status holds: no more and no less. */
const offered = ['status', 'record', 'offer'];
const accepted = [...offered, 'acceptance', 'agreement', 'firstContactAt'];
const referred = [...accepted, 'referral'];
const engaged = [...referred, 'engagement'];
const holds: { readonly [status in CaseStatus]: readonly string[] } = {
  triaged: ['status', 'record'],
  offered,
  returned: [...offered, 'declinedReason'],
  accepted,
  referred: [...referred, 'booked'],
  'sent-back': [...referred, 'rejection'],
  engaging: engaged,
  completed: [...engaged, 'dose'],
  'not-completed': [...engaged, 'ending'],
  closed: ['status', 'closing', 'before'],
};

describe('Whatever is asked, in whatever order, by whomever', () => {
  test('a case only moves as the table says', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ before, event, after }) => {
        const row = transitions.find((each) => each.event === event.type);
        expect(row?.from).toContain(before?.status ?? 'nothing');
        expect(row && rightsOf(event.by.role).has(row.by)).toBe(true);
        const to = {
          same: before?.status,
          'before-closing': before?.status === 'closed' ? before.before.status : null,
        };
        expect(after.status).toBe(row!.to === 'same' || row!.to === 'before-closing' ? to[row!.to] : row!.to);
      });
    });
  });

  test('a case holds what its status needs, and nothing else', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ after }) => {
        expect(Object.keys(after).sort()).toEqual([...holds[after.status]].sort());
      });
    });
  });

  test('the events, written down and read back, lead to the same case', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ after, events }) => {
        expect(replay(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(after);
      });
    });
  });

  test('a closed case stays closed but for a supervisor who opens it again', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ before, event, after }) => {
        if (before?.status !== 'closed') return;
        if (event.type === 'case-reopened') expect(after).toEqual(before.before);
        else {
          expect(['fact-amended', 'birthday-corrected', 'youth-justice-told']).toContain(event.type);
          expect(after.status).toBe('closed');
        }
      });
    });
  });

  test('the decisions and what was first offered are never rewritten but by deciding again', () => {
    ofEveryStory(({ place, asks }) => {
      let decided: CaseRecord['decisions'] = sampleCommands.triage.data.decisions;
      const end = live(place, asks, ({ event }) => {
        if (event.type === 'decided-again') decided = event.data.decisions;
      });
      if (end === null) return;
      const open = end.status === 'closed' ? end.before : end;
      expect(open.record.decisions).toEqual(decided);
      expect(facts['force']).toBe(open.record.force);
    });
  });

  test('nobody is referred without consent to share', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ before, event }) => {
        if (event.type !== 'person-referred' || !before || !('acceptance' in before)) return;
        expect(before.acceptance.share?.given).toBe(true);
      });
    });
  });

  test('an outcome only ever follows an activity at which somebody came', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ event, after }) => {
        if (event.type !== 'outcome-recorded' || after.status !== 'closed') return;
        const done = after.before.status === 'completed' ? after.before.dose : [];
        expect(done.some(({ delivered }) => delivered > 0)).toBe(true);
      });
    });
  });

  test('an outcome is given once, and closing with one asks for nothing again', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ before, event, after }) => {
        if (event.type === 'outcome-given') expect(before && recordOf(before).outcomeGiven).toBeNull();
        if (event.type !== 'closed-with-outcome') return;
        const { outcomeGiven } = recordOf(after);
        expect(outcomeGiven?.type).toBe(event.data.outcomeType);
      });
    });
  });

  test('the provider’s side, from the hand-over and its own events alone, is the same as in the whole case', () => {
    ofEveryStory(({ place, asks }) => {
      live(place, asks, ({ after, events }) => {
        const open = after.status === 'closed' ? after.before : after;
        if (!('referral' in open)) return;
        const at = events.findLastIndex(({ type }) => type === 'person-referred');
        const { record: _, offer: __, acceptance: ___, ...side } = open;
        const {
          record: _r,
          offer: _o,
          acceptance: _a,
          ...opening
        } = replay(events.slice(0, at + 1)) as Extract<CaseState, { status: 'referred' }>;
        expect(replayProviderSide(opening, events.slice(at + 1).filter(isProviderSideEvent))).toEqual(side);
      });
    });
  });

  test('the clock to first contact never runs backwards, and once stopped only shows an earlier contact, unless attendance is corrected', () => {
    ofEveryStory(({ place, asks }) => {
      let stoppedAt: string | null = null;
      live(place, asks, ({ event, after }) => {
        const clock = firstContactClock(after, event.at);
        if (clock === null) return;
        expect(clock.hours).toBeGreaterThanOrEqual(0);
        if (stoppedAt !== null && event.type !== 'attendance-corrected')
          expect(clock.stoppedAt !== null && clock.stoppedAt <= stoppedAt).toBe(true);
        stoppedAt = clock.stoppedAt;
      });
    });
  });
});

describe('The stories above', () => {
  test('reach every event, so that they could have found a fault', () => {
    expect([...firstToReach.keys()].sort()).toEqual(transitions.map(({ event }) => event).sort());
  });
});

describe('A history that can’t have happened', () => {
  test('is a fault, not a case', () => {
    const [first] = caseThrough('triaged').events();
    const kept = caseThrough('completed')
      .events()
      .find(({ type }) => type === 'appointment-kept')!;
    expect(() => replay([])).toThrow('at least one event');
    expect(() => replay([first!, first!])).toThrow('can’t have the event person-triaged'.replace('’', "'"));
    expect(() => replay([first!, kept])).toThrow("A case that is triaged can't have the event appointment-kept");
  });
});
