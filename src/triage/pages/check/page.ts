import {
  govukButton,
  govukInsetText,
  govukSummaryList,
  html,
  type Page,
  postForm,
  formatDay,
} from '../../../web/markup/index.ts';
import { isNeedToKnow, type ReferenceWords } from '../../../reference/index.ts';
import type { RecordedFactValue } from '../../domain/recorded-decision.ts';
import type { TriageView } from '../../domain/triage-view.ts';
import { factValueWords, factWords } from '../words/facts.ts';
import { NONE_ON_RECORDS } from '../question/our-records.ts';
import { schemesSoFar } from '../schemes-so-far.ts';

interface CheckPage {
  readonly words: ReferenceWords;
  readonly nameOf: (scheme: string) => string;
  readonly view: TriageView;
  readonly csrfToken: string;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}

/** Every answer, each to be changed, before the decision is made and kept. */
export function checkAnswersPage({ words, nameOf, view, csrfToken, errors }: CheckPage): Page {
  const { draft, next, decisions, settled, ready } = view;
  const base = `/triages/${draft.draftId}`;
  const known = Object.keys(draft.facts).filter((fact) => !draft.answered.includes(fact));
  const unasked = Object.keys(settled).filter((fact) => !draft.answered.includes(fact));
  const said = (fact: string, value: RecordedFactValue | null): string =>
    draft.declined.includes(fact) ? 'Preferred not to say' : factValueWords(words, fact, value);
  const row = (fact: string) => {
    const value = (draft.facts[fact] ?? settled[fact] ?? null) as RecordedFactValue | null;
    const isSettled = unasked.includes(fact);
    const isPrivate = isNeedToKnow(words, fact);
    return {
      classes: isPrivate ? 'waymark-screen-only' : '',
      key: { text: factWords(words, fact) },
      value: {
        html: html`${isPrivate ? 'Not shown here' : said(fact, value)}${isSettled && !isPrivate && html`<br><span class="govuk-hint">Not asked: it follows from the other answers (assumed). Change it if this is wrong.</span>`}${draft.fromRecords.includes(fact) && html`<br><span class="govuk-hint">${NONE_ON_RECORDS}.</span>`}${fact === 'age' && isAgeOfToday(draft) && html`<br><span class="govuk-hint">The age today, from the date of birth: the day of the offence is not known. Give the day if the person was younger then.</span>`}`,
      },
      actions: {
        items: [{ href: `${base}/questions/${fact}`, text: 'Change', visuallyHiddenText: factWords(words, fact) }],
      },
    };
  };
  return {
    title: 'Check the answers',
    errors,
    width: 'full',
    content: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Check the answers</h1>
      ${ready.length > 0 && govukInsetText({ html: html`Nothing is left to ask but what the person says once they are told the terms. <a class="govuk-link" href="${base}/offer">Go on to the offer</a>, or finish with what is known.` })}
      ${next !== null && ready.length === 0 && govukInsetText({ html: html`There is more to ask. <a class="govuk-link" href="${base}/questions/${next.id}">Continue with the questions</a>, or finish with what is known.` })}
      ${govukSummaryList({ rows: [...personRows(view, base), ...[...known, ...draft.answered, ...unasked].map(row)] })}
      ${postForm({
        action: `${base}/finish`,
        csrfToken,
        content: html`<p class="govuk-body" id="form" tabindex="-1">When you finish, every scheme that your force could offer is decided by these answers as of today, and a case is opened.</p>
          ${govukButton({ text: 'Finish and see the decision', preventDoubleClick: true })}`,
      })}
      ${postForm({
        action: `${base}/discard`,
        csrfToken,
        content: govukButton({ text: 'Discard this triage', classes: 'govuk-button--secondary' }),
      })}
    </div><div class="govuk-grid-column-one-third">${schemesSoFar(decisions, nameOf)}</div></div>`,
  };
}

/** Without the day of the offence nobody knows how old the person was on it. */
function isAgeOfToday({ person, offence, answered }: TriageView['draft']): boolean {
  const isBorn = person !== null && person.bornOn !== null;
  return isBorn && offence.occurredOn === null && !answered.includes('age');
}

function personRows({ draft: { person, offence } }: TriageView, base: string) {
  const row = (text: string, value: string, hidden: string) => ({
    key: { text },
    value: { text: value },
    actions: { items: [{ href: `${base}/person`, text: 'Change', visuallyHiddenText: hidden }] },
  });
  return [
    row('Name', person?.name || 'Not given yet', 'name'),
    row('Date of birth', person?.bornOn ? formatDay(person.bornOn) : 'Not known', 'date of birth'),
    row('Date of the offence', offence.occurredOn ? formatDay(offence.occurredOn) : 'Not known', 'date of the offence'),
  ];
}
