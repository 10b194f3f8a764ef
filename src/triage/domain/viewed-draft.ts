import type { CalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { settledOn } from './settled-draft.ts';
import type { TriageDraft } from './triage-draft.ts';
import { triageRefusal, type TriageRefusal } from './triage-refusal.ts';
import { parsedFactsOf, triageView, type TriageRules, type TriageView } from './triage-view.ts';

/**
 * A draft as it stands on a day. Refused where its facts can't be true together: of a date of birth that nobody can have,
 * or of answers that contradict each other. What contradicts is named by its question.
 */
export function viewedDraft(
  rules: TriageRules,
  draft: TriageDraft,
  today: CalendarDay,
): Result<TriageView, TriageRefusal> {
  const { vocabulary } = rules;
  const settled = settledOn(draft, today);
  const parsed = parsedFactsOf(vocabulary, settled);
  if (parsed.ok) return ok(triageView(rules, settled, today));
  const faults = parsed.refusal.map(
    ({ path, problem }) => `${vocabulary.byId.get(path.split('.')[0] ?? '')?.question ?? path} Given: ${problem}.`,
  );
  return refuse(triageRefusal('facts-not-valid', faults.join(' ')));
}
