import {
  formatDateTime,
  formatDay,
  html,
  type Html,
  joinHtml,
  sourceMark,
  type SummaryListOptions,
} from '../../../web/markup/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { agesInWords, agesOf } from '../words/ages.ts';
import { recordOf, type Acceptance, type Agreement, type Closing } from '../../domain/case-state.ts';
import { hasActivity } from '../../../schemes/index.ts';
import { PREFERS_NOT_TO_SAY, type Person } from '../../../triage/index.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { type CaseSite, schemeName } from '../case-site.ts';
import { isKnownChild } from '../../domain/known-facts.ts';
import { lawOfOutcome, limitsThatMayHold } from '../../domain/outcome/index.ts';
import { givenOutcomeWords } from '../words/given-outcome.ts';
import { returnedWords } from '../words/choices.ts';
import { conditionList, contactWords } from './parts.ts';

type Row = SummaryListOptions['rows'][number];

const CLOSED_HOW: Readonly<Record<Exclude<Closing['how'], 'returned-for-prosecution'>, string>> = {
  'closed-with-outcome': 'Closed with the outcome that was given',
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
    state.status === 'closed' && row('Closed', closing(site, view, state.closing)),
    row('Decision', link(`/cases/${file.caseId}/decision`, 'Every rule, with its result and source')),
    'offer' in open && row('Scheme', link(`/schemes/${open.offer.scheme}`, schemeName(site, open.offer.scheme))),
    'acceptance' in open && row('Consent', consents(open.acceptance)),
    'agreement' in open && open.agreement && row('Agreement', agreement(view, open.agreement, mayProposeVariation)),
    'referral' in open && row('Provider', html`${open.referral.providerName}, ${open.referral.serviceName}`),
    outcomeRow(site, view),
    youthJusticeRow(view),
    timeLimit.lastDay === null
      ? openLimitRow(view)
      : row('Last day for a charge', html`${formatDay(timeLimit.lastDay)}${timeLimit.passed && ' (passed)'}`),
    ...personRows(file.caseId, file.person),
    ages !== null && row('Age', html`${ages}`),
    row('Facts', link(`/cases/${file.caseId}/facts`, 'What is known, and amend it')),
  ];
  return rows.filter((each): each is Row => each !== false && each !== null);
}

/** An outcome that counts from when it was given, while the activity goes on and after. */
function outcomeRow({ words }: CaseSite, { state, file, refused }: PoliceCaseView): Row | null {
  const { outcomeGiven } = recordOf(state);
  if (outcomeGiven === null) return null;
  const { type, givenOn } = outcomeGiven;
  const given = row(
    'Outcome',
    html`${sentence(givenOutcomeWords(words, outcomeGiven))}, given on ${formatDay(givenOn)}`,
  );
  if (refused.has('correct-outcome')) return given;
  const href = `/cases/${file.caseId}/correct-outcome/${type ?? 'none'}`;
  return { ...given, actions: { items: [{ href, text: 'Correct', visuallyHiddenText: 'the outcome' }] } };
}

/** Whether the youth justice service was told of a child, where the law of the outcome asks for it or somebody said so. */
function youthJusticeRow({ state, file, law, scheme, refused }: PoliceCaseView): Row | null {
  const { facts, youthJusticeTold: told, outcomeGiven } = recordOf(state);
  const type = outcomeGiven?.type ?? scheme?.outcome.completed.type ?? null;
  const asks = lawOfOutcome(law, type, scheme?.disposals)?.tellsYouthJustice !== undefined && isKnownChild(facts);
  if (told === null && !asks) return null;
  const value =
    told === null ? html`<strong>Not recorded as told</strong>` : html`${told.team}, told on ${formatDay(told.toldOn)}`;
  const shown = row('Youth justice service', value);
  if (refused.has('tell-youth-justice')) return shown;
  const href = `/cases/${file.caseId}/tell-youth-justice`;
  const items = [
    { href, text: told === null ? 'Record' : 'Change', visuallyHiddenText: 'that the youth justice service was told' },
  ];
  return { ...shown, actions: { items } };
}

/** A limit whose last day is not certain, or was not read, is said to be so; so are several of which any may count. */
function openLimitRow({ law, state, today }: PoliceCaseView): Row | null {
  const { limits, oneHolds } = limitsThatMayHold(law, recordOf(state), today);
  const isCertain = oneHolds && limits.every(({ certain }) => certain) && limits.length === 1;
  if (isCertain || limits.length === 0) return null;
  const each = limits.map(({ says, standing }) => html`${says}. ${sourceMark(standing)}`);
  const [only] = each;
  if (oneHolds && each.length === 1) return row('Last day for a charge', html`Not certain. ${only}`);
  const list = html`<ul class="govuk-list govuk-list--bullet">${each.map((one) => html`<li>${one}</li>`)}</ul>`;
  return row('Last day for a charge', html`Not known. What is recorded leaves open which of these counts:${list}`);
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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

function closing({ words }: CaseSite, { scheme }: PoliceCaseView, closed: Closing): Html {
  const on = formatDateTime(new Date(closed.at));
  if (closed.how === 'returned-for-prosecution') return html`${returnedWords(closed.consequence)}, ${on}`;
  if (closed.how === 'closed-with-outcome') {
    const isWithout = scheme !== null && !hasActivity(scheme);
    return html`${isWithout ? CLOSED_HOW[closed.how] : closedWithWords(closed)}, ${on}`;
  }
  if (closed.how !== 'outcome-recorded' || closed.type === null) return html`${CLOSED_HOW[closed.how]}, ${on}`;
  return html`Outcome ${closed.type}, ${(words.outcomeTypes.get(closed.type) ?? '').toLowerCase()}, ${on}`;
}

function closedWithWords({ activity }: Extract<Closing, { how: 'closed-with-outcome' }>): string {
  const ended = { completed: 'completed', 'not-completed': 'not completed', 'not-begun': 'never begun' };
  return `${CLOSED_HOW['closed-with-outcome']}, the activity ${ended[activity]}`;
}

function consents({ takePart, share }: Acceptance): Html {
  if (share === null) return html`Accepts: ${takePart.given ? 'yes' : 'no'}.`;
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
