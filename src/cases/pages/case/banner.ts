import { govukInsetText, govukNotificationBanner, html, type Html } from '../../../web/markup/index.ts';
import { factWords, verdictWords } from '../../../triage/index.ts';
import { recordOf, type CaseRecord } from '../../domain/case-state.ts';
import { unsettledVerdict } from '../../domain/facts/index.ts';
import { refusalWords } from '../../domain/case-refusal.ts';
import type { CaseView, PoliceCaseView } from '../../use-cases/show-case.ts';
import { type CaseSite, schemeName } from '../case-site.ts';
import { verdictWhenDecided } from '../words/verdict-when-decided.ts';

/**
 * What every page of a case says while a verdict stands turned: which fact was amended, which scheme, the verdict before
 * and after, and what to do. The provider is told only to wait.
 */
export function caseBanner(site: CaseSite, view: CaseView): Html | null {
  if (view.for === 'provider') {
    if (!view.referral.isOnHold) return null;
    return banner('This referral waits', html`<p class="govuk-body">${refusalWords['referral-on-hold']}</p>`);
  }
  const record = recordOf(view.state);
  if (record.changedVerdicts.length === 0) return null;
  const words = html`${changes(site, record)}${whatToDo(view)}`;
  const stops = view.state.status === 'triaged' || unsettledVerdict(view.state) !== null;
  const isAmended = record.changedVerdicts.some(({ because }) => because.length > 0);
  const heading = isAmended
    ? 'Facts were amended, and a verdict would now be another'
    : 'It was decided again, and a verdict is now another';
  return stops
    ? banner(heading, words)
    : govukInsetText({
        classes: 'waymark-screen-only',
        html: html`<p class="govuk-body govuk-!-font-weight-bold">${heading}</p>${words}`,
      });
}

function banner(heading: string, words: Html): Html {
  return govukNotificationBanner({
    titleText: 'Important',
    titleId: 'case-banner-title',
    html: html`<p class="govuk-notification-banner__heading">${heading}</p>${words}`,
  });
}

function changes(site: CaseSite, record: CaseRecord): Html {
  const turned = record.changedVerdicts;
  const facts = [...new Set(turned.flatMap(({ because }) => because))].map((fact) => factWords(site.words, fact));
  const lines = turned.map((each) => {
    const { scheme, to, isConfirmed } = each;
    return html`<li>${schemeName(site, scheme)}: ${verdictWhenDecided(record, each)} when decided, now it would be ${verdictWords(to).toLowerCase()}${isConfirmed && '. Somebody has confirmed that the case goes on'}</li>`;
  });
  return html`${facts.length > 0 && html`<p class="govuk-body">Amended: ${facts.join(' ')}</p>`}<ul class="govuk-list govuk-list--bullet">${lines}</ul>`;
}

function whatToDo({ state, file, refused }: PoliceCaseView): Html | null {
  const link = (path: string, text: string): Html =>
    html`<a class="govuk-notification-banner__link" href="/cases/${file.caseId}/${path}">${text}</a>`;
  if (state.status === 'triaged') {
    return html`<p class="govuk-body">Nothing can be offered until it is decided again. ${refused.has('decide-again') ? 'Ask an officer or a supervisor to decide again.' : link('decide-again', 'Decide again')}</p>`;
  }
  if (unsettledVerdict(state) === null) return null;
  const confirm = refused.get('confirm-verdict');
  const mayWithdraw = !refused.has('withdraw-case');
  return html`<p class="govuk-body">The person can’t be taken further until somebody confirms that the case goes on, or withdraws it.</p>
    <p class="govuk-body">${confirm ? confirm.says : link('confirm-verdict', 'Confirm that the case goes on')}</p>
    ${mayWithdraw ? html`<p class="govuk-body">${link('withdraw-case', 'Withdraw the case')}</p>` : html`<p class="govuk-body">A coordinator withdraws a case.</p>`}`;
}
