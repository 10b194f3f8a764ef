import {
  formatDateTime,
  formatDay,
  html,
  type Html,
  joinHtml,
  type SummaryListOptions,
} from '../../../web/markup/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { agesInWords, agesOf } from '../words/ages.ts';
import { recordOf, type Acceptance, type Agreement, type Closing } from '../../domain/case-state.ts';
import { PREFERS_NOT_TO_SAY, type Person } from '../../../triage/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { type CaseSite, schemeName } from '../case-site.ts';
import { returnedWords } from '../words/choices.ts';
import { conditionList, contactWords } from './parts.ts';

type Row = SummaryListOptions['rows'][number];

const CLOSED_HOW: Readonly<Record<Exclude<Closing['how'], 'returned-for-prosecution'>, string>> = {
  'outcome-recorded': 'Completed, no Home Office outcome applies',
  'no-further-consequence': 'No further consequence',
  'case-withdrawn': 'Withdrawn',
};

/** What the police know of a case at a glance: only what is there by now. */
export function policeRows(
  site: CaseSite,
  view: PoliceCaseView,
  { mayProposeVariation, today }: { readonly mayProposeVariation: boolean; readonly today: CalendarDay },
): readonly Row[] {
  const { file, state, timeLimit } = view;
  const open = state.status === 'closed' ? state.before : state;
  const ages = agesInWords(agesOf(recordOf(state), file.person, today));
  const rows: (Row | false | null)[] = [
    state.status === 'closed' && row('Closed', closing(site, state.closing)),
    row('Decision', link(`/cases/${file.caseId}/decision`, 'Every rule, with its result and source')),
    'offer' in open && row('Scheme', link(`/schemes/${open.offer.scheme}`, schemeName(site, open.offer.scheme))),
    'acceptance' in open && row('Consent', consents(open.acceptance)),
    'agreement' in open && open.agreement && row('Agreement', agreement(view, open.agreement, mayProposeVariation)),
    'referral' in open && row('Provider', html`${open.referral.providerName}, ${open.referral.serviceName}`),
    timeLimit.lastDay !== null &&
      row('Last day for a charge', html`${formatDay(timeLimit.lastDay)}${timeLimit.passed && ' (passed)'}`),
    ...personRows(file.caseId, file.person),
    ages !== null && row('Age', html`${ages}`),
    row('Facts', link(`/cases/${file.caseId}/facts`, 'What is known, and amend it')),
  ];
  return rows.filter((each): each is Row => each !== false && each !== null);
}

function personRows(caseId: string, person: Person): Row[] {
  const href = `/cases/${caseId}/person`;
  const changed = (text: string, value: Html): Row => ({
    ...row(text, value),
    actions: { items: [{ href, text: 'Change', visuallyHiddenText: text.toLowerCase() }] },
  });
  return [
    changed('Date of birth', html`${person.bornOn ? formatDay(person.bornOn) : 'Not known'}`),
    changed('Contact', contactWords(person.contact)),
    changed('Language and needs', needs(person)),
    monitoringRow(caseId, person),
  ];
}

/** Whether it was asked, and not what was answered: whoever decides has no use for it. */
function monitoringRow(caseId: string, { monitoring }: Person): Row {
  const text = monitoring === null ? 'Ask' : 'Change';
  return {
    ...row('Equality monitoring', html`${monitoring === null ? 'Not asked yet' : 'Asked'}`),
    actions: {
      items: [{ href: `/cases/${caseId}/monitoring`, text, visuallyHiddenText: 'for equality monitoring' }],
    },
  };
}

function row(text: string, value: Html): Row {
  return { key: { text }, value: { html: value } };
}

function link(href: string, text: string): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

function closing({ words }: CaseSite, closed: Closing): Html {
  const on = formatDateTime(new Date(closed.at));
  if (closed.how === 'returned-for-prosecution') return html`${returnedWords(closed.consequence)}, ${on}`;
  if (closed.how !== 'outcome-recorded' || closed.type === null) return html`${CLOSED_HOW[closed.how]}, ${on}`;
  return html`Outcome ${closed.type}, ${(words.outcomeTypes.get(closed.type) ?? '').toLowerCase()}, ${on}`;
}

function consents({ takePart, share }: Acceptance): Html {
  return html`Takes part: ${takePart.given ? 'yes' : 'no'}. Details shared with the provider: ${share.given ? 'yes' : 'no'}.`;
}

function needs(person: Person): Html {
  const { interpreterNeeded, needs: arranged, riskToStaff } = person;
  const parts = [languageWords(person), interpreterNeeded && 'interpreter needed', arranged].filter(Boolean);
  return html`${joinHtml(parts, ', ')}${riskToStaff && html`<br><strong>Risk to staff:</strong> ${riskToStaff}`}`;
}

function languageWords({ language, monitoring }: Person): string {
  if (language !== null) return language;
  return monitoring?.language === PREFERS_NOT_TO_SAY ? 'Language: preferred not to say' : 'Language: not asked';
}

function agreement(
  { state, file }: PoliceCaseView,
  { conditions, signedOn }: Agreement,
  mayProposeVariation: boolean,
): Html {
  const vary = conditions.map(
    ({ id, words }, index) =>
      html`<li><a class="govuk-link" href="/cases/${file.caseId}/propose-variation/${id}">Ask to vary condition ${index + 1}<span class="govuk-visually-hidden">: ${words}</span></a></li>`,
  );
  return html`Signed on ${formatDay(signedOn)}.${conditionList(conditions)}
    ${state.status === 'engaging' && mayProposeVariation && html`<ul class="govuk-list waymark-screen-only">${vary}</ul>`}`;
}
