import { compileScheme, decide, parseFacts } from '../../eligibility/index.ts';
import { isOffenceFact, isOffenceFactValue } from '../domain/facts/index.ts';
import type { CommandData } from '../domain/case-command.ts';
import type { CaseRecord } from '../domain/case-state.ts';
import type { RecordedDecision } from '../../triage/index.ts';
import type { CaseTransaction } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { withLaw } from './replay-decision.ts';

/**
 * The case's decisions taken again on amended facts, by the same documents and for the same day, so that whatever
 * differs is due to the fact. Null where the fact is none, or can't have that value.
 */
export async function decideAgain(
  { work, cases }: { readonly work: CaseWork; readonly cases: CaseTransaction },
  record: CaseRecord,
  amendment: CommandData['amend-fact'],
): Promise<readonly RecordedDecision[] | null> {
  if (isOffenceFact(amendment.fact)) return isOffenceFactValue(amendment.fact, amendment.new) ? record.decisions : null;
  const { vocabulary, vocabularyVersion } = work.catalogue;
  const { [amendment.fact]: _, ...others } = record.facts;
  const raw = amendment.new === null ? others : { ...others, [amendment.fact]: amendment.new };
  const facts = parseFacts(vocabulary, raw);
  if (!vocabulary.byId.has(amendment.fact) || !facts.ok) return null;
  const documents = await cases.schemes(record.decisions.map(({ schemeVersion }) => schemeVersion));
  const laws = await cases.laws(record.decisions.flatMap(({ law }) => law.map(({ version }) => version)));
  return record.decisions.flatMap((recorded) => {
    const { schemeVersion, asOf } = recorded;
    const document = withLaw(documents.get(schemeVersion), recorded, laws);
    if (!document) return [];
    return [{ ...decide(compileScheme(vocabulary, document), facts.value, asOf), vocabularyVersion }];
  });
}
