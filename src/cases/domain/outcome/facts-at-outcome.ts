import type { FactId } from '../../../eligibility/index.ts';
import { hasWords } from '../attempt.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';
import { boundsOf, isKnownToBe } from '../known-facts.ts';
import type { JudgedBy } from './outcome-attempt.ts';

/** Gravity 4 and 5 are the serious ones (assumed, as the law documents say). */
const LEAST_SERIOUS = 4;
const MOST_SERIOUS = 5;

/**
 * What the law reads of an outcome beside the facts of the case: what the coordinator relies on, in the vocabulary's
 * terms. What is on record outweighs what is said at the end, until it is amended. What the law of the outcome does not
 * ask for at the end (`asked`) nobody was asked, whatever the basis holds of it.
 */
export function factsAtOutcome(attempt: JudgedBy, asked: ReadonlySet<FactId>): RecordedFacts {
  const { basis, record, activityDone, schemeKind, ageToday } = attempt;
  const { facts } = record;
  return {
    'activity-done': activityDone,
    'rationale-recorded': hasWords(basis.rationale),
    'responsibility-accepted': basis.responsibilityAccepted,
    'agrees-to-disposal': basis.agreesToDisposal,
    'authorised-by': authority(attempt),
    ...(ageToday === null ? {} : { 'age-today': ageToday }),
    ...(asked.has('evidence-to-charge') ? evidence(attempt) : {}),
    ...gravity(attempt),
    ...history(attempt),
    ...(asked.has('victim') ? { victim: basis.victim.is } : {}),
    ...(asked.has('victim') && basis.victim.is === 'no-victim' ? withoutVictim(facts) : {}),
    ...(schemeKind === 'deferred-prosecution' ? { 'decided-to-charge': true } : {}),
  };
}

function authority({ basis, actorRank }: JudgedBy): string {
  return basis.authority !== null && hasWords(basis.authority.name) ? basis.authority.by : actorRank;
}

function evidence({ basis, record: { facts } }: JudgedBy): RecordedFacts {
  const isRecorded = typeof facts['evidence-to-charge'] === 'boolean';
  return isRecorded ? {} : { 'evidence-to-charge': basis.evidenceSufficient };
}

/** Serious in the force's policy counts as a score that is serious; where nobody says so, what is not recorded is not. */
function gravity({ basis, record: { facts } }: JudgedBy): RecordedFacts {
  const { least, most } = boundsOf(facts, 'gravity-score');
  const isOpen = most > MOST_SERIOUS;
  if (basis.serious) return { 'gravity-score': { from: Math.max(least, LEAST_SERIOUS), to: MOST_SERIOUS } };
  return isOpen ? { 'gravity-score': { from: Math.max(least, 1), to: LEAST_SERIOUS - 1 } } : {};
}

/** A conviction or a diversion on record is a history, whatever is said at the end. */
function history({ basis, record: { facts } }: JudgedBy): RecordedFacts {
  const offended = offendedBefore(facts) ?? basis.history;
  return {
    ...(offended === null ? {} : { 'offending-history': offended }),
    ...(hasWords(basis.youthJustice) ? { 'youth-justice-agrees': true } : {}),
  };
}

/** Whether the record shows that the person offended before; null where it says nothing of it. */
export function offendedBefore(facts: RecordedFacts): boolean | null {
  const isOnRecord = ['prior-convictions', 'prior-diversions'].some((fact) => boundsOf(facts, fact).least > 0);
  if (isOnRecord || isKnownToBe(facts, 'similar-caution-within-two-years', true)) return true;
  const recorded = facts['offending-history'];
  return typeof recorded === 'boolean' ? recorded : null;
}

/** Nobody was a victim: nothing was domestic, unless the record says that something was. */
function withoutVictim(facts: RecordedFacts): RecordedFacts {
  const isDomestic = 'domestic-abuse' in facts && !isKnownToBe(facts, 'domestic-abuse', 'none');
  if (isDomestic || 'intimate-partner-abuse' in facts) return {};
  return { 'domestic-abuse': 'none', 'intimate-partner-abuse': false };
}
