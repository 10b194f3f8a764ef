import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { settledOn } from '../domain/settled-draft.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import { parsedFactsOf, triageView, type TriageView } from '../domain/triage-view.ts';
import type { TriageWork } from './triage-work.ts';
import { schemesOfForce } from './scheme-catalogue.ts';

/**
 * A draft as it stands today, by the schemes of its force. Refused where its facts can't be true together: of a date of
 * birth that nobody can have, or of answers that contradict each other.
 */
export function viewDraft({ catalogue, clock }: TriageWork, draft: TriageDraft): Result<TriageView, TriageRefusal> {
  const { vocabulary } = catalogue;
  const today = londonDayOf(clock());
  const settled = settledOn(draft, today);
  const parsed = parsedFactsOf(vocabulary, settled);
  if (!parsed.ok) {
    const faults = parsed.refusal.map(
      ({ path, problem }) => `${vocabulary.byId.get(path.split('.')[0] ?? '')?.question ?? path} Given: ${problem}.`,
    );
    return refuse(triageRefusal('facts-not-valid', faults.join(' ')));
  }
  const schemes = schemesOfForce(catalogue, draft.force);
  return ok(triageView({ vocabulary, schemes }, settled, today));
}
