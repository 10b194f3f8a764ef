import { londonDayOf } from '../../shared/calendar-day.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import { triageView, type TriageView } from '../domain/triage-view.ts';
import type { TriageWork } from './triage-work.ts';
import { schemesOfForce } from './scheme-catalogue.ts';

/** A draft as it stands today, by the schemes of its force. */
export function viewDraft({ catalogue, clock }: TriageWork, draft: TriageDraft): TriageView {
  const schemes = schemesOfForce(catalogue, draft.force);
  return triageView({ vocabulary: catalogue.vocabulary, schemes }, draft, londonDayOf(clock()));
}
