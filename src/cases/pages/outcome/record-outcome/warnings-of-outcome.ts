import { govukWarningText, html, type Html, sourceMark } from '../../../../web/markup/index.ts';
import type { Law } from '../../../../schemes/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { isKnownChild } from '../../../domain/known-facts.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { sourceTitles } from '../../words/source-titles.ts';

/** What whoever records an outcome is told first: what the sources leave open on this day, and who has not been told. */
export function warningsOf(view: PoliceCaseView, law: Law | undefined): Html | null {
  if (law === undefined) return null;
  const record = recordOf(view.state);
  const day = record.outcomeGiven?.givenOn ?? view.today;
  const open = (law.warnings ?? []).filter(({ from, until }) => from <= day && (until === undefined || day <= until));
  const untold = law.tellsYouthJustice && record.youthJusticeTold === null && isKnownChild(record.facts);
  return html`${open.map(
    ({ says, source, standing }) => html`${govukWarningText({ text: says, iconFallbackText: 'Warning' })}
      <p class="govuk-body-s">${sourceMark(standing)} ${sourceTitles(law, source)}.</p>`,
  )}
    ${untold && law.tellsYouthJustice && notTold(view, law, law.tellsYouthJustice)}`;
}

function notTold({ file }: PoliceCaseView, law: Law, { says, source, standing, note }: Telling): Html {
  return html`${govukWarningText({ text: 'Nobody has recorded that the youth justice service was told.', iconFallbackText: 'Warning' })}
    <p class="govuk-body">${says} <a class="govuk-link" href="/cases/${file.caseId}/tell-youth-justice">Record that it was told</a></p>
    <p class="govuk-body-s">${sourceMark(standing)} ${sourceTitles(law, source)}. ${note}</p>`;
}

type Telling = NonNullable<Law['tellsYouthJustice']>;
