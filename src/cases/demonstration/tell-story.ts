import type { CaseActor } from '../../access/index.ts';
import { addDays, londonDayOf } from '../../shared/calendar-day.ts';
import type { Result } from '../../shared/result.ts';
import type { Condition } from '../domain/case-event.ts';
import type { CaseRefusal } from '../domain/case-refusal.ts';
import { stepsOf } from '../domain/engagement/index.ts';
import { actOnCase } from '../use-cases/act-on-case.ts';
import type { RequestedCommand } from '../use-cases/requested-command.ts';
import type { CaseWork } from '../use-cases/case-work.ts';
import { nextPlaces } from '../use-cases/next-places.ts';
import { readCase } from '../use-cases/show-case.ts';
import { proposeVariation } from '../use-cases/propose-variation.ts';
import type { Scheme } from '../../schemes/index.ts';
import {
  discardTriage,
  finishTriage,
  startTriage,
  type TriageRefusal,
  type TriageStore,
  type TriageWork,
} from '../../triage/index.ts';
import { openCase } from '../use-cases/open-case.ts';
import { londonInstant } from '../../web/markup/index.ts';
import { idFrom, madeUpPerson } from './made-up-people.ts';
import type { Player, Step, Story } from './stories.ts';

/** What the demonstration is told with: identifiers are its own, so that a story is told once. */
export type DemonstrationWork = Omit<CaseWork, 'newId'> & { readonly triages: TriageStore };

/** The triages of a story, which open its case by the same clock. */
export function triageWork(work: CaseWork & Pick<DemonstrationWork, 'triages'>): TriageWork {
  const { triages: store, catalogue, clock, newId } = work;
  const open: TriageWork['openCase'] = (transaction, actor, opening) => openCase(work, actor, { transaction, opening });
  return { store, catalogue, clock, newId, openCase: open, earlierDiversions: async () => [] };
}

/** Where a demonstration plays: a force, a scheme it runs, facts that let a person in, and who works there. */
export interface Stage {
  readonly force: string;
  readonly scheme: Scheme;
  readonly facts: { readonly [fact: string]: unknown };
  /** A yes/no fact that keeps a person out when it is yes. */
  readonly against: string;
  readonly players: { readonly [player in Player]: CaseActor };
}

const MILLISECONDS_PER_HOUR = 3_600_000;
const yes = { given: true, how: 'spoken-and-recorded' } as const;

/** A story being told: as of an hour, with what the next step must know of the ones before. */
interface Telling {
  readonly work: CaseWork;
  readonly stage: Stage;
  readonly caseId: string;
  /** Where the case's log ends: nobody else is acting on it. */
  readonly expectedSequence: number;
  /** The appointments booked so far, in order. */
  readonly booked: readonly string[];
}

/** The id of the service that the demonstration's provider offers. */
export function demonstrationServiceId(force: string, scheme: string): string {
  return idFrom(`${force} ${scheme} service`);
}

/** The id that a story's case has: the same on every machine, so that a story told once is not told again. */
export function caseIdOf(stage: Stage, story: Story): string {
  return idFrom(`${stage.force} ${stage.scheme.id} ${story.name} case`);
}

/** Plays a story through the use-cases, as of the days on which it happened. Throws where one is refused. */
export async function tellStory(work: DemonstrationWork, stage: Stage, story: Story): Promise<void> {
  const key = `${stage.force} ${stage.scheme.id} ${story.name}`;
  const began = triagedAt(work.clock(), story);
  const at = (hours: number) => () => new Date(began.getTime() + hours * MILLISECONDS_PER_HOUR);
  const { officer } = stage.players;
  const caseId = caseIdOf(stage, story);
  const triaging = { ...work, clock: at(0), newId: () => idFrom(`${key} draft`) };
  // A telling that was cut off may have left its triage unfinished.
  await discardTriage(triageWork(triaging), officer, triaging.newId());
  const { draft } = done(
    await startTriage(triageWork(triaging), officer, {
      person: madeUpPerson(key),
      offence: { occurredOn: londonDayOf(at(-24)()), modeOfTrial: null },
      facts: story.unfinished ? {} : { ...stage.facts, [stage.against]: story.isIneligible ?? false },
      isDemonstration: true,
    }),
  );
  if (story.unfinished) return;
  const { sequence } = done(
    await finishTriage(triageWork({ ...triaging, newId: () => caseId }), officer, draft.draftId),
  );
  let telling: Telling = { work: triaging, stage, caseId, expectedSequence: sequence, booked: [] };
  for (const [number, step] of story.steps.entries()) {
    const newId = () => idFrom(`${key} step ${number}`);
    telling = await take({ ...telling, work: { ...work, clock: at(step.hours), newId } }, step);
  }
}

/**
 * So many days ago, early in the afternoon, so that what follows falls in working hours whenever the demonstration is
 * begun. A story of today is told back from now. All its hours are before now.
 */
function triagedAt(now: Date, { daysAgo, steps }: Story): Date {
  const hours = Math.max(daysAgo * 24, (steps.at(-1)?.hours ?? 0) + 1);
  const latest = new Date(now.getTime() - hours * MILLISECONDS_PER_HOUR);
  if (daysAgo === 0) return latest;
  const afternoon = londonInstant(londonDayOf(latest), 13 * 60);
  return afternoon <= latest ? afternoon : londonInstant(addDays(londonDayOf(latest), -1), 13 * 60);
}

async function take(telling: Telling, step: Step): Promise<Telling> {
  const { work, stage, caseId, expectedSequence, booked } = telling;
  if (step.does === 'propose') return propose(telling);
  const command = step.does === 'book-place' ? await bookingOf(telling) : commandOf(telling, step);
  if (command === null) return telling;
  const note = 'note' in step && step.note ? { note: step.note } : {};
  const recorded = done(await actOnCase(work, stage.players[step.by], { caseId, expectedSequence, command, ...note }));
  return {
    ...telling,
    expectedSequence: recorded.sequence,
    booked: step.does === 'book' ? [...booked, work.newId()] : booked,
  };
}

/** The command of a step; null where the scheme has no such step. */
function commandOf(
  { work, stage, booked }: Telling,
  step: Exclude<Step, { does: 'propose' | 'book-place' }>,
): RequestedCommand | null {
  switch (step.does) {
    case 'command':
      return step.command;
    case 'offer':
      return { type: 'offer-scheme', data: { scheme: stage.scheme.id, otherwise: step.otherwise } };
    case 'accept':
      return { type: 'accept-offer', data: { takePart: yes, share: yes, appropriateAdult: null } };
    case 'amend':
      return {
        type: 'amend-fact',
        data: { fact: stage.against, new: true, reason: 'Found out later (demonstration)' },
      };
    case 'sign': {
      const conditions = conditionsOf(stage.scheme);
      return conditions.length === 0
        ? null
        : { type: 'sign-agreement', data: { conditions, signedOn: londonDayOf(work.clock()), share: null } };
    }
    case 'refer':
      return { type: 'refer-person', data: { serviceId: demonstrationServiceId(stage.force, stage.scheme.id) } };
    case 'book': {
      const startsAt = new Date(work.clock().getTime() + step.inHours * MILLISECONDS_PER_HOUR).toISOString();
      return { type: 'book-appointment', data: { step: stepDue(stage.scheme, booked.length), startsAt } };
    }
    case 'attend':
      return attend(booked.at(-1) ?? '', step.attendance);
    case 'record-outcome':
      return { type: 'record-outcome', data: outcome(stage.scheme) };
    case 'give-outcome':
      return stage.scheme.kind === 'deferred-prosecution'
        ? null
        : { type: 'give-outcome', data: outcome(stage.scheme) };
  }
}

async function bookingOf({ work, stage, caseId }: Telling): Promise<RequestedCommand | null> {
  const view = done(await readCase(work, stage.players.officer, caseId));
  const [next] = view.for === 'police' ? nextPlaces(view, stage.scheme.id).places : [];
  return next === undefined ? null : { type: 'book-place', data: { timeId: next.time.timeId } };
}

function conditionsOf(scheme: Scheme): Condition[] {
  return (scheme.pathway.agreement?.mustInclude ?? []).map((kind, at) => ({
    id: `condition-${at + 1}`,
    kind,
    words: kind === 'no-reoffending' ? 'Not offend while the agreement lasts' : kind,
  }));
}

/** The scheme's steps in order; the last one over again. */
function stepDue(scheme: Scheme, booked: number): string {
  const steps = stepsOf(scheme);
  return steps[booked] ?? steps.at(-1) ?? '';
}

function attend(appointmentId: string, attendance: 'kept' | 'late' | 'missed'): RequestedCommand {
  if (attendance === 'kept') return { type: 'record-attendance', data: { appointmentId, attendance } };
  const whose = attendance === 'late' ? 'logistics' : 'person-not-acceptable';
  return { type: 'record-attendance', data: { appointmentId, attendance, whose } };
}

function outcome(scheme: Scheme) {
  const basis = {
    rationale: 'Did what was asked, and nobody else was harmed (demonstration).',
    responsibilityAccepted: true,
    evidenceSufficient: true,
    agreesToDisposal: true,
    victim: { is: 'no-victim' },
    serious: false,
    history: false,
    youthJustice: null,
    authority: { by: 'sergeant', name: 'PS Made-up' },
    pcscCaution: null,
    departure: null,
  } as const;
  return { type: scheme.outcome.completed.type, basis };
}

/** Only where the scheme has an agreement to vary. */
async function propose(telling: Telling): Promise<Telling> {
  const { work, stage, caseId, expectedSequence } = telling;
  const [condition] = conditionsOf(stage.scheme);
  if (!condition) return telling;
  const to = 'Not offend, and tell the navigator of any arrest';
  const change = { conditionId: condition.id, to, reason: 'Clearer for both' };
  done(await proposeVariation(work, stage.players.coordinator, { caseId, expectedSequence, ...change }));
  return telling;
}

function done<Value>(result: Result<Value, Pick<CaseRefusal | TriageRefusal, 'code' | 'says' | 'detail'>>): Value {
  if (result.ok) return result.value;
  const { code, says, detail } = result.refusal;
  throw new Error(`The demonstration was refused (${code}): ${says} ${detail ?? ''}`);
}
