import type { FactDefinition } from '../../../eligibility/index.ts';
import { type FormBody, formatDay, govukInsetText, html, type Html } from '../../../web/markup/index.ts';
import {
  noneOf,
  type EarlierDiversion,
  type HowItWent,
  isOnOurRecords,
  proposedByRecords,
} from '../../domain/earlier-diversion.ts';
import type { TriageDraft } from '../../domain/triage-draft.ts';
import { typedAnswer } from './fields.ts';

const WENT: Readonly<Record<HowItWent, string>> = {
  completed: 'completed',
  'not-completed': 'not completed',
  withdrawn: 'withdrawn, so not counted',
  'under-way': 'still under way',
};

/** The button that answers with none: what our records show, and what the officer says beside it. */
export const NONE_ON_RECORDS = 'None on our records, and none known';

/** What was found; null where nobody could be looked for; out of reach where there is no connection. */
export type LookedFor = readonly EarlierDiversion[] | null | 'out-of-reach';

interface Records {
  readonly fact: FactDefinition;
  readonly draft: TriageDraft;
  readonly earlier: LookedFor;
  readonly nameOf: (scheme: string) => string;
}

/** What the force's own cases say of a person's past, before the question about it. */
export function ourRecords({ fact, draft, earlier, nameOf }: Records): Html | null {
  if (!isOnOurRecords(fact.id)) return null;
  if (earlier === 'out-of-reach')
    return govukInsetText({
      text: 'There is no connection, so our records cannot be looked at. Answer what you know from the person, or “I don’t know”: it can be answered once there is a connection, and our records are looked at then.',
    });
  if (earlier === null)
    return govukInsetText({
      html: html`<p class="govuk-body">Our records were not looked at: that takes a name and a date of birth. <a class="govuk-link" href="/triages/${draft.draftId}/person">Say who the person is</a>, or answer from what you know.</p>`,
    });
  if (earlier.length === 0)
    return govukInsetText({
      html: html`<p class="govuk-body">Our records show no earlier diversion under this name and date of birth. Another spelling, or another force, was not looked for, so the question is still asked: “${NONE_ON_RECORDS}” answers it.</p>`,
    });
  const each = earlier.map(
    ({ scheme, acceptedOn, went, caseId, reference }) =>
      html`<li>${nameOf(scheme)}, ${formatDay(acceptedOn)} (${WENT[went]}). <a class="govuk-link" href="/cases/${caseId}">Case ${reference}</a></li>`,
  );
  const many = earlier.length === 1 ? 'one diversion' : `${earlier.length} diversions`;
  return govukInsetText({
    html: html`<p class="govuk-body govuk-!-font-weight-bold">Our records show ${many}:</p>
      <ul class="govuk-list govuk-list--bullet">${each}</ul>
      <p class="govuk-body">They are of somebody with the same name and date of birth, who may be somebody else. Other forces’ records were not looked at. Answer with as many as are right.</p>`,
  });
}

/** Whether one tap may answer with none: our records were looked at and show nothing, and the question is a count. */
export function mayAnswerNone(
  fact: FactDefinition,
  earlier: LookedFor | undefined,
  counted: readonly string[],
): boolean {
  return Array.isArray(earlier) && earlier.length === 0 && noneOf(fact.id, counted) !== null;
}

/** The answer that our records propose, in its fields; nothing where there is none. */
export function proposedAnswer(
  fact: FactDefinition,
  earlier: readonly EarlierDiversion[] | null,
  counted: readonly string[],
): FormBody {
  const proposed = earlier === null ? null : proposedByRecords(fact.id, earlier, counted);
  return proposed === null ? {} : typedAnswer(fact, proposed);
}
