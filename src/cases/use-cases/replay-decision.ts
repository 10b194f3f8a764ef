import type { CaseActor } from '../../access/index.ts';
import { compileScheme, decide, parseFacts, type Decision, type Vocabulary } from '../../eligibility/index.ts';
import { restingOn, type Law, type Scheme } from '../../schemes/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EventData } from '../domain/case-event.ts';
import { otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { compareDecisions, type DecisionDifference } from '../domain/compare-decisions.ts';
import type { RecordedDecision, RecordedFacts } from '../../triage/index.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import type { CaseTransaction } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';

/** One decision of a case beside the same decision worked out again. */
export interface ReplayedDecision {
  readonly scheme: string;
  readonly schemeVersion: string;
  readonly recorded: RecordedDecision;
  /** Null where a document it was made by is not kept, or the vocabulary does not read the facts. */
  readonly again: Decision | null;
  /** By which vocabulary it was worked out again: today's where none was recorded, or null where that is not kept. */
  readonly vocabulary: 'the one it was made by' | 'the one of today' | null;
  /** Where the two differ in what they decide; empty where they do not, or where there is no second. */
  readonly differences: readonly DecisionDifference[];
  readonly same: boolean;
}

/**
 * Works out again every decision a case was opened with, or that was taken again on it, from the facts, the day and the documents kept with it: the
 * scheme's and the vocabulary, in the versions it was made by.
 */
export async function replayDecision(
  work: CaseWork,
  actor: CaseActor,
  caseId: string,
): Promise<Result<readonly ReplayedDecision[], CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'see-cases');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    const log = await cases.events(caseId);
    if (log.length === 0) return refuse(otherRefusal('case-not-found'));
    const replayed: ReplayedDecision[] = [];
    for (const { event } of log) {
      if (event.type !== 'person-triaged' && event.type !== 'decided-again') continue;
      replayed.push(...(await replayTriage(work, cases, event.data)));
    }
    const differing = replayed.filter(({ same }) => !same).map(({ scheme }) => scheme);
    await cases.audit({ caseId, action: 'decision-replayed', at: work.clock(), details: { differing } });
    return ok(replayed);
  });
}

async function replayTriage(
  work: CaseWork,
  cases: CaseTransaction,
  { decisions, facts: raw, asOf }: Pick<EventData['person-triaged'], 'decisions' | 'facts' | 'asOf'>,
): Promise<readonly ReplayedDecision[]> {
  const schemes = await cases.schemes(decisions.map(({ schemeVersion }) => schemeVersion));
  const laws = await cases.laws(decisions.flatMap(({ law }) => law.map(({ version }) => version)));
  const vocabularies = await cases.vocabularies(decisions.flatMap(({ vocabularyVersion }) => vocabularyVersion ?? []));
  const vocabularyFor = (version: string | null): Vocabulary | undefined =>
    version === null ? work.catalogue.vocabulary : vocabularies.get(version);
  return decisions.map((recorded): ReplayedDecision => {
    const { scheme, schemeVersion, vocabularyVersion } = recorded;
    const document = withLaw(schemes.get(schemeVersion), recorded, laws);
    const vocabulary = vocabularyFor(vocabularyVersion);
    const again = document && vocabulary ? decisionOn(raw, asOf, { document, vocabulary }) : null;
    const differences = again ? compareDecisions(recorded, again) : [];
    const same = again !== null && differences.length === 0;
    const by = vocabularyVersion === null ? 'the one of today' : 'the one it was made by';
    return { scheme, schemeVersion, recorded, again, vocabulary: vocabulary ? by : null, differences, same };
  });
}

/** The scheme as it rested on the law then; undefined where one of the documents is not kept. */
export function withLaw(
  scheme: Scheme | undefined,
  { law }: Pick<RecordedDecision, 'law'>,
  laws: ReadonlyMap<string, Law>,
): Scheme | undefined {
  const kept = law.flatMap(({ version }) => laws.get(version) ?? []);
  return scheme === undefined || kept.length < law.length ? undefined : restingOn(scheme, kept);
}

function decisionOn(
  raw: RecordedFacts,
  asOf: CalendarDay,
  { document, vocabulary }: { readonly document: Scheme; readonly vocabulary: Vocabulary },
): Decision | null {
  const facts = parseFacts(vocabulary, raw);
  return facts.ok ? decide(compileScheme(vocabulary, document), facts.value, asOf) : null;
}
