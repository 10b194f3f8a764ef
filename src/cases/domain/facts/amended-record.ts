import type { ChangedVerdict, EventData, Offence } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import { offenceSchema, type RecordedDecision, type RecordedFactValue } from '../../../triage/domain/index.ts';

/** What the law needs of the offence beside the vocabulary: amended like facts, under names of their own. */
const offenceFacts = { 'offence-occurred-on': 'occurredOn', 'mode-of-trial': 'modeOfTrial' } as const;

function offenceFieldOf(fact: string): keyof Offence | null {
  return Object.entries(offenceFacts).find(([name]) => name === fact)?.[1] ?? null;
}

/** Whether the fact is the offence's own and not the vocabulary's, so that no scheme turns on it. */
export function isOffenceFact(fact: string): boolean {
  return offenceFieldOf(fact) !== null;
}

/** The value the record holds now; null where it is not known. */
export function presentValueOf(record: CaseRecord, fact: string): RecordedFactValue | null {
  const field = offenceFieldOf(fact);
  return field ? record.offence[field] : (record.facts[fact] ?? null);
}

/** The record with one fact amended. The decisions stand; what would now differ is only flagged. */
export function amendedRecord(record: CaseRecord, amendment: EventData['fact-amended']): CaseRecord {
  const { fact, changed } = amendment;
  const field = offenceFieldOf(fact);
  if (field) {
    const offence = offenceSchema.parse({ ...record.offence, [field]: amendment.new });
    return { ...record, offence, changedVerdicts: changed };
  }
  const { [fact]: _, ...others } = record.facts;
  const facts = amendment.new === null ? others : { ...others, [fact]: amendment.new };
  return { ...record, facts, changedVerdicts: changed };
}

/** The schemes whose verdict, taken again, is not the one first decided. */
export function verdictsThatChanged(record: CaseRecord, again: readonly RecordedDecision[]): readonly ChangedVerdict[] {
  return record.decisions.flatMap((decision) => {
    const to = again.find((each) => each.scheme === decision.scheme)?.verdict;
    return to === undefined || to === decision.verdict ? [] : [{ scheme: decision.scheme, from: decision.verdict, to }];
  });
}
