import {
  actOnCase,
  earlierDiversions,
  openCase,
  showCase,
  type RequestedCommand,
  type CaseRefusal,
  type CaseWork,
  type Follower,
  type PoliceCaseView,
  type ProviderCaseView,
  type TreatmentNote,
} from '../../src/cases/index.ts';
import type { CaseActor } from '../../src/access/index.ts';
import {
  answerQuestion,
  finishTriage,
  startTriage,
  type Offence,
  type Person,
  type TriageRefusal,
  type TriageStore,
  type TriageWork,
} from '../../src/triage/index.ts';
import type { WaymarkDatabase } from '../../src/db/index.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Result } from '../../src/shared/result.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { aPerson, divertService, officer, worker } from './people.ts';

/** Facts that let an adult into DIVERT. */
export const divertFacts = {
  'offence-group': 'possession',
  substances: ['cannabis'],
  amount: 'personal-use',
  'intent-to-supply': false,
  'vulnerable-adult': false,
  'caution-given': true,
  admission: 'admits',
  consents: true,
  'prior-diversions': 0,
  'diversions-by-scheme': { 'west-midlands-divert': 0 },
};

/** Facts that let an adult into Checkpoint. */
export const checkpointFacts = {
  'home-force': 'durham',
  'offence-group': 'shoplifting',
  'domestic-abuse': 'none',
  admission: 'admits',
  'evidence-to-charge': true,
  consents: true,
  'understands-obligations': true,
  'hate-crime': false,
  'detained-for-court': false,
  'detained-under-mental-health-act': false,
  'subject-to-court-order': false,
  'suspended-sentence-or-conditional-discharge': false,
  'co-accused': false,
};

/** The use-cases at work on a test's database, with a clock that stands still until it is moved. */
export class Working {
  readonly work: CaseWork;
  #now = new Date('2026-03-02T09:00:00.000Z');

  /** The triages of the same database, on the same clock, which open cases through the same work. */
  readonly triage: TriageWork;

  constructor(work: Omit<CaseWork, 'clock'>, triages: TriageStore) {
    this.work = { ...work, clock: () => this.#now };
    const { catalogue, clock, newId } = this.work;
    this.triage = {
      store: triages,
      catalogue,
      clock,
      newId,
      openCase: (transaction, actor, opening) => openCase(this.work, actor, { transaction, opening }),
      earlierDiversions: (actor, person) => earlierDiversions(this.work, actor, person),
    };
  }

  static async on(db: WaymarkDatabase): Promise<Working> {
    const waymark = compose(readConfig({}), { database: db });
    return new Working(await waymark.cases(), (await waymark.triage()).store);
  }

  at(now: string): this {
    this.#now = new Date(now);
    return this;
  }

  /** The same work, on the same clock, with something more that follows every event. */
  with(follower: Follower): Working {
    const { clock, ...work } = this.work;
    const other = new Working({ ...work, followers: [follower] }, this.triage.store);
    return other.at(clock().toISOString());
  }

  /** A triage with all facts answered, finished. */
  async triaged(
    facts: { readonly [fact: string]: unknown } = divertFacts,
    { by = officer, person = aPerson() }: { readonly by?: CaseActor; readonly person?: Person } = {},
  ): Promise<string> {
    const offence: Offence = { occurredOn: calendarDayOf('2026-03-01'), modeOfTrial: null };
    const { draft } = allowed(await startTriage(this.triage, by, { person, offence }));
    for (const [fact, value] of Object.entries(facts)) {
      allowed(await answerQuestion(this.triage, by, { draftId: draft.draftId, fact, value }));
    }
    return allowed(await finishTriage(this.triage, by, draft.draftId)).caseId;
  }

  /** Sends one command, having seen the case as it is now. */
  async sends(actor: CaseActor, caseId: string, command: RequestedCommand, note?: TreatmentNote) {
    const expectedSequence = await this.sequenceOf(actor, caseId);
    return actOnCase(this.work, actor, { caseId, expectedSequence, command, ...(note ? { note } : {}) });
  }

  /** The same, where it must be allowed. */
  async does(actor: CaseActor, caseId: string, command: RequestedCommand, note?: TreatmentNote): Promise<number> {
    return allowed(await this.sends(actor, caseId, command, note)).sequence;
  }

  async sequenceOf(actor: CaseActor, caseId: string): Promise<number> {
    return allowed(await showCase(this.work, actor, caseId)).sequence;
  }

  async asPolice(actor: CaseActor, caseId: string): Promise<PoliceCaseView> {
    const view = allowed(await showCase(this.work, actor, caseId));
    if (view.for !== 'police') throw new Error('This is a provider’s view');
    return view;
  }

  async asProvider(actor: CaseActor, caseId: string): Promise<ProviderCaseView> {
    const view = allowed(await showCase(this.work, actor, caseId));
    if (view.for !== 'provider') throw new Error('This is a view of the police');
    return view;
  }

  /** Offered DIVERT, accepted, and referred to a service. */
  async referred(caseId: string, serviceId: string = divertService): Promise<string> {
    await this.accepted(caseId);
    await this.does(officer, caseId, { type: 'refer-person', data: { serviceId } });
    return caseId;
  }

  async accepted(caseId: string): Promise<string> {
    await this.does(officer, caseId, {
      type: 'offer-scheme',
      data: { scheme: 'west-midlands-divert', otherwise: 'prosecution' },
    });
    const yes = { given: true, how: 'spoken' } as const;
    await this.does(officer, caseId, {
      type: 'accept-offer',
      data: { takePart: yes, share: yes, appropriateAdult: null },
    });
    return caseId;
  }

  async engaging(caseId: string): Promise<string> {
    await this.referred(caseId);
    await this.does(worker, caseId, { type: 'accept-referral', data: {} });
    return caseId;
  }
}

/** The value; fails the test where it was refused. */
export function allowed<Value>(result: Result<Value, CaseRefusal | TriageRefusal>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.says} ${result.refusal.detail ?? ''}`);
  return result.value;
}

/** The code of a refusal; fails the test where it was allowed. */
export function refused<Refusal extends CaseRefusal | TriageRefusal>(result: Result<unknown, Refusal>): Refusal {
  if (result.ok) throw new Error('That was allowed');
  return result.refusal;
}
