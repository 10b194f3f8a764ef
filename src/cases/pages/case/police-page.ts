import {
  formatDay,
  govukInsetText,
  govukSummaryList,
  govukTag,
  html,
  type Html,
  joinHtml,
  type Page,
} from '../../../web/index.ts';
import { recordOf } from '../../domain/case-state.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { type CaseSite, eventNames, schemeName } from '../case-site.ts';
import { clockWords, statusTag } from '../words/status.ts';
import { verdictWords } from '../words/verdicts.ts';
import { actionsOf } from './actions.ts';
import { appointmentList, conditionList, contactWords, nextActions } from './parts.ts';
import { caseTimeline } from './timeline.ts';

/** A case as the police see it: where it stands, what comes next, and everything that happened. */
export function policeCasePage(site: CaseSite, view: PoliceCaseView): Page {
  const { file, state } = view;
  const open = state.status === 'closed' ? state.before : state;
  return {
    title: `${file.person.name}, ${file.reference}`,
    backLink: { href: '/cases', text: 'Cases' },
    content: html`<span class="govuk-caption-l">Case ${file.reference}</span>
      <h1 class="govuk-heading-l">${file.person.name}</h1>
      <p class="govuk-body">${statusTag(state.status)} ${file.isDemonstration && govukTag({ text: 'Demonstration', classes: 'govuk-tag--grey' })}</p>
      ${view.clock && html`<p class="govuk-body ${view.clock.stoppedAt === null && state.status !== 'closed' && 'waymark-waiting'}">${clockWords(view.clock, state.status === 'closed')}</p>`}
      ${changedVerdicts(site, view)}
      ${nextActions(actionsOf(view, file.caseId))}
      ${proposals(view)}
      ${govukSummaryList({ rows: rowsOf(site, view) })}
      ${'engagement' in open && html`<h2 class="govuk-heading-m">Appointments</h2>${appointmentList(open.engagement.appointments, () => null)}`}
      <h2 class="govuk-heading-m">What happened</h2>
      ${caseTimeline(view.log, eventNames(site))}`,
  };
}

/** Amended facts that would give another verdict: for somebody to look at, never applied. */
function changedVerdicts(site: CaseSite, { state, file }: PoliceCaseView): Html | null {
  const changed = recordOf(state).changedVerdicts;
  if (changed.length === 0) return null;
  const lines = changed.map(
    ({ scheme, from, to }) =>
      html`<li>${schemeName(site, scheme)}: ${verdictWords(from).toLowerCase()} when decided, now it would be ${verdictWords(to).toLowerCase()}</li>`,
  );
  return govukInsetText({
    html: html`<p class="govuk-body">Facts were amended since <a class="govuk-link" href="/cases/${file.caseId}/decision">the decision</a>.</p><ul class="govuk-list govuk-list--bullet">${lines}</ul>`,
  });
}

function rowsOf(site: CaseSite, view: PoliceCaseView) {
  const { file, state } = view;
  const { caseId, person } = file;
  const open = state.status === 'closed' ? state.before : state;
  const row = (text: string, value: Html, change?: { href: string; text: string; hidden: string }) => ({
    key: { text },
    value: { html: value },
    ...(change && {
      actions: { items: [{ href: change.href, text: change.text, visuallyHiddenText: change.hidden }] },
    }),
  });
  const person_ = { href: `/cases/${caseId}/person`, text: 'Change', hidden: 'the person’s details' };
  return [
    row(
      'Decision',
      html`<a class="govuk-link" href="/cases/${caseId}/decision">Every rule, with its result and source</a>`,
    ),
    ...('offer' in open
      ? [
          row(
            'Scheme',
            html`<a class="govuk-link" href="/schemes/${open.offer.scheme}">${schemeName(site, open.offer.scheme)}</a>`,
          ),
        ]
      : []),
    ...('acceptance' in open ? [row('Consent', consents(open.acceptance))] : []),
    ...('agreement' in open && open.agreement ? [row('Agreement', agreement(view, open.agreement))] : []),
    ...('referral' in open ? [row('Provider', html`${open.referral.providerName}, ${open.referral.serviceName}`)] : []),
    ...(view.timeLimit.applies === 'yes' && view.timeLimit.lastDay
      ? [
          row(
            'Last day for a charge',
            html`${formatDay(view.timeLimit.lastDay)}${view.timeLimit.passed && ' (passed)'}`,
          ),
        ]
      : []),
    row('Date of birth', html`${person.bornOn ? formatDay(person.bornOn) : 'Not known'}`, person_),
    row('Contact', contactWords(person.contact), person_),
    row('Language and needs', needs(person), person_),
    row('Facts', html`<a class="govuk-link" href="/cases/${caseId}/facts">What is known, and amend it</a>`),
  ];
}

function consents({ takePart, share }: { takePart: { given: boolean }; share: { given: boolean } }): Html {
  return html`Takes part: ${takePart.given ? 'yes' : 'no'}. Details shared with the provider: ${share.given ? 'yes' : 'no'}.`;
}

function needs(person: PoliceCaseView['file']['person']): Html {
  const parts = [person.language, person.interpreterNeeded && 'interpreter needed', person.needs].filter(
    (part) => part !== false && part !== null && part !== '',
  );
  return html`${joinHtml(parts, ', ')}${person.riskToStaff && html`<br><strong>Risk to staff:</strong> ${person.riskToStaff}`}`;
}

function agreement(
  view: PoliceCaseView,
  {
    conditions,
    signedOn,
  }: { conditions: Parameters<typeof conditionList>[0]; signedOn: Parameters<typeof formatDay>[0] },
): Html {
  const mayPropose = view.state.status === 'engaging';
  return html`Signed on ${formatDay(signedOn)}.${conditionList(conditions)}
    ${mayPropose && html`<ul class="govuk-list waymark-screen-only">${conditions.map(({ id, kind }, index) => html`<li><a class="govuk-link" href="/cases/${view.file.caseId}/propose-variation/${id}">Ask to vary condition ${index + 1}<span class="govuk-visually-hidden"> (${kind})</span></a></li>`)}</ul>`}`;
}

/** Changes of conditions that wait for a supervisor. */
function proposals({ proposals: waiting, mayAsk, file }: PoliceCaseView): Html | null {
  if (waiting.length === 0) return null;
  const mayApprove = mayAsk.includes('vary-condition');
  const lines = waiting.map(
    ({
      proposalId,
      to,
      proposedBy,
    }) => html`<li class="waymark-entry">Change of a condition asked for by ${proposedBy.name}: ${to}
      ${mayApprove ? html`<span class="waymark-entry__detail"><a class="govuk-link" href="/cases/${file.caseId}/vary-condition/${proposalId}">Approve or decline</a></span>` : html`<span class="waymark-entry__detail">Waits for a supervisor.</span>`}</li>`,
  );
  return html`<h2 class="govuk-heading-m">Waiting for approval</h2><ul class="govuk-list waymark-entries">${lines}</ul>`;
}
