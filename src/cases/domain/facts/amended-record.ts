import type { AmendedValue, ChangedVerdict, EventData, Offence } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import {
  offenceSchema,
  type RecordedDecision,
  type RecordedFacts,
  type RecordedFactValue,
} from '../../../triage/domain/index.ts';
import { turnedVerdicts } from './turned-verdicts.ts';

/** What the law needs of the offence beside the vocabulary: amended like facts, under names of their own. */
const offenceFacts = { 'offence-occurred-on': 'occurredOn', 'mode-of-trial': 'modeOfTrial' } as const;

function offenceFieldOf(fact: string): keyof Offence | null {
  return Object.entries(offenceFacts).find(([name]) => name === fact)?.[1] ?? null;
}

/** Whether the fact is the offence's own. Where it may be tried stands in the vocabulary too: rules turn on it. */
export function isOffenceFact(fact: string): boolean {
  return offenceFieldOf(fact) !== null;
}

/** The value the record holds now; null where it is not known. */
export function presentValueOf(record: CaseRecord, fact: string): RecordedFactValue | null {
  const field = offenceFieldOf(fact);
  return record.facts[fact] ?? (field && record.offence[field]);
}

/** The record with one fact amended. The decisions stand; what would now differ is only flagged. */
export function amendedRecord(record: CaseRecord, amendment: EventData['fact-amended']): CaseRecord {
  const { fact, changed, follows } = amendment;
  const changedVerdicts = turnedVerdicts(record, changed, [fact, ...follows.map((each) => each.fact)]);
  const field = offenceFieldOf(fact);
  if (field) {
    const offence = offenceSchema.parse({ ...record.offence, [field]: amendment.new });
    const facts = amendedFacts(record.facts, fact === 'mode-of-trial' ? [amendment, ...follows] : follows);
    return { ...record, offence, facts, changedVerdicts };
  }
  return {
    ...record,
    facts: amendedFacts(record.facts, [amendment, ...follows]),
    ...stillAnsweredSo(record, [amendment, ...follows]),
    changedVerdicts,
  };
}

/** The record with the ages that follow from another date of birth. */
export function correctedRecord(record: CaseRecord, { follows, changed }: EventData['birthday-corrected']): CaseRecord {
  const amended = follows.map(({ fact }) => fact);
  const changedVerdicts = turnedVerdicts(record, changed, amended);
  return {
    ...record,
    facts: amendedFacts(record.facts, follows),
    ...stillAnsweredSo(record, follows),
    changedVerdicts,
  };
}

/** What the person preferred not to say, and what our records answered, less what was said since, known or not. */
export function stillAnsweredSo(
  { declined, fromRecords }: CaseRecord,
  said: readonly Pick<AmendedValue, 'fact'>[],
): Pick<CaseRecord, 'declined' | 'fromRecords'> {
  const stands = (fact: string): boolean => !said.some((each) => each.fact === fact);
  return { declined: declined.filter(stands), fromRecords: fromRecords.filter(stands) };
}

/** Facts with some of them said otherwise; null takes one away. */
export function amendedFacts(facts: RecordedFacts, amended: readonly Omit<AmendedValue, 'old'>[]): RecordedFacts {
  const gone = new Set(amended.map(({ fact }) => fact));
  const others = Object.entries(facts).filter(([fact]) => !gone.has(fact));
  const known = amended.flatMap(({ fact, new: value }) => (value === null ? [] : [[fact, value] as const]));
  return Object.fromEntries([...others, ...known]);
}

/** The schemes whose verdict, taken again, is not the one that the case rests on. */
export function verdictsThatChanged(record: CaseRecord, again: readonly RecordedDecision[]): readonly ChangedVerdict[] {
  return record.restsOn.flatMap((decision) => {
    const to = again.find((each) => each.scheme === decision.scheme)?.verdict;
    return to === undefined || to === decision.verdict ? [] : [{ scheme: decision.scheme, from: decision.verdict, to }];
  });
}
