import type { CaseActor } from '../../access/index.ts';
import { compileScheme, decide, parseFacts, type Decision } from '../../eligibility/index.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import type { RecordedDecision } from '../domain/recorded-decision.ts';
import type { CaseWork } from './case-work.ts';

/** One decision of a case beside the same decision worked out again today. */
export interface ReplayedDecision {
  readonly scheme: string;
  readonly schemeVersion: string;
  readonly recorded: RecordedDecision;
  /** Null where the document it was made by is not kept, or today's vocabulary no longer reads the facts. */
  readonly again: Decision | null;
  /** Whether the two are the same to the byte. */
  readonly same: boolean;
}

/** Works out again every decision a case was opened with, from the facts, the day and the documents kept with it. */
export async function replayDecision(
  work: CaseWork,
  actor: CaseActor,
  caseId: string,
): Promise<Result<readonly ReplayedDecision[], CaseRefusal>> {
  return work.store.as(actor, async (cases) => {
    const [first] = await cases.events(caseId);
    if (first?.event.type !== 'person-triaged') return refuse(otherRefusal('case-not-found'));
    const { decisions, facts: raw, asOf } = first.event.data;
    const { vocabulary } = work.catalogue;
    const facts = parseFacts(vocabulary, raw);
    const documents = await cases.schemes(decisions.map(({ schemeVersion }) => schemeVersion));
    const replayed = decisions.map((recorded): ReplayedDecision => {
      const { scheme, schemeVersion } = recorded;
      const document = documents.get(schemeVersion);
      const again = document && facts.ok ? decide(compileScheme(vocabulary, document), facts.value, asOf) : null;
      const same = again !== null && canonicalJson(again) === canonicalJson(recorded);
      return { scheme, schemeVersion, recorded, again, same };
    });
    const differing = replayed.filter(({ same }) => !same).map(({ scheme }) => scheme);
    await cases.audit({ caseId, action: 'decision-replayed', at: work.clock(), details: { differing } });
    return ok(replayed);
  });
}
