import { compileScheme, decide, parseFacts, type Facts } from '../../eligibility/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { documentsOf, schemesOfForce, type RecordedDecision, type RecordedFacts } from '../../triage/index.ts';
import type { AmendedValue } from '../domain/case-event.ts';
import type { CommandData } from '../domain/case-command.ts';
import type { CaseRecord } from '../domain/case-state.ts';
import { amendedFacts, isOffenceFact, isOffenceFactValue } from '../domain/facts/index.ts';
import type { CaseTransaction } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { factsThatFollow, type PersonKnown } from './facts-that-follow.ts';
import { withLaw } from './replay-decision.ts';

type Amendment = Omit<AmendedValue, 'old'>;

interface Deciding {
  readonly work: CaseWork;
  readonly cases: CaseTransaction;
  readonly record: CaseRecord;
  readonly person: PersonKnown;
}

/** What follows from an amendment, and the decisions taken again on it; null where a fact can't have its value. */
export interface AmendedCase {
  readonly following: readonly Amendment[];
  readonly decidedAgain: readonly RecordedDecision[] | null;
}

/**
 * The case's decisions taken again on an amended fact and what follows from it, by the same documents and for the same
 * day, so that whatever differs is due to the fact.
 */
export async function decideOnAmendment(
  deciding: Deciding,
  amendment: CommandData['amend-fact'],
): Promise<AmendedCase> {
  const { work, record } = deciding;
  const { fact, new: value } = amendment;
  const inVocabulary = work.catalogue.vocabulary.byId.has(fact);
  const isKnown = isOffenceFact(fact) ? isOffenceFactValue(fact, value) : inVocabulary;
  if (!isKnown) return { following: [], decidedAgain: null };
  const following = factsThatFollow(deciding, amendment);
  const amended = inVocabulary ? [{ fact, new: value }, ...following] : following;
  if (amended.length === 0) return { following, decidedAgain: record.decisions };
  return { following, decidedAgain: await sameDecisions(deciding, amended) };
}

/** The same on another date of birth. */
export async function decideOnBirthday(deciding: Deciding): Promise<AmendedCase> {
  const following = factsThatFollow(deciding, null);
  return { following, decidedAgain: await sameDecisions(deciding, following) };
}

/** Every scheme of the force decided by today's documents as of today, on what was found out since. */
export async function decideAnew(deciding: Deciding, { answers }: CommandData['decide-again']): Promise<AmendedCase> {
  const { work, cases, record } = deciding;
  const { catalogue, clock } = work;
  const today = londonDayOf(clock());
  const decidedToday = { ...deciding, record: { ...record, triagedOn: today } };
  const own = new Set(answers.map(({ fact }) => fact));
  const following = factsThatFollow(decidedToday, null).filter(({ fact }) => !own.has(fact));
  const facts = parsed(work, amendedFacts(record.facts, [...answers, ...following]));
  if (facts === null) return { following, decidedAgain: null };
  const { vocabulary, vocabularyVersion } = catalogue;
  const decidedAgain = schemesOfForce(catalogue, record.force).map((scheme) => ({
    ...decide(scheme, facts, today),
    vocabularyVersion,
  }));
  await cases.keepDocuments({
    ...documentsOf(catalogue, decidedAgain),
    vocabulary: { ...vocabulary, version: vocabularyVersion },
  });
  return { following, decidedAgain };
}

async function sameDecisions(
  { work, cases, record }: Deciding,
  amended: readonly Amendment[],
): Promise<readonly RecordedDecision[] | null> {
  const facts = parsed(work, amendedFacts(record.facts, amended));
  if (facts === null) return null;
  const { vocabulary, vocabularyVersion } = work.catalogue;
  const documents = await cases.schemes(record.decisions.map(({ schemeVersion }) => schemeVersion));
  const laws = await cases.laws(record.decisions.flatMap(({ law }) => law.map(({ version }) => version)));
  return record.decisions.flatMap((recorded) => {
    const { schemeVersion, asOf } = recorded;
    const document = withLaw(documents.get(schemeVersion), recorded, laws);
    if (!document) return [];
    return [{ ...decide(compileScheme(vocabulary, document), facts, asOf), vocabularyVersion }];
  });
}

function parsed({ catalogue }: CaseWork, raw: RecordedFacts): Facts | null {
  const facts = parseFacts(catalogue.vocabulary, raw);
  return facts.ok ? facts.value : null;
}
