import { londonDayOf } from '../../shared/calendar-day.ts';
import type { Result } from '../../shared/result.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { viewedDraft } from '../domain/viewed-draft.ts';
import type { TriageWork } from './triage-work.ts';
import { schemesOfForce } from './scheme-catalogue.ts';

/** A draft as it stands today, by the schemes of its force; refused where its facts can't be true together. */
export function viewDraft({ catalogue, clock }: TriageWork, draft: TriageDraft): Result<TriageView, TriageRefusal> {
  const schemes = schemesOfForce(catalogue, draft.force);
  return viewedDraft({ vocabulary: catalogue.vocabulary, schemes }, draft, londonDayOf(clock()));
}
