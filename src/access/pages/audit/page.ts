import {
  formatDateTime,
  govukButton,
  govukInput,
  govukPagination,
  govukSelect,
  html,
  type Html,
  type Page,
} from '../../../web/markup/index.ts';
import { auditedActionNames } from '../../../audit/index.ts';
import type { AuditFilter, AuditLine, AuditPage } from '../../use-cases/read-audit.ts';

interface AuditView extends AuditPage {
  readonly typed: Readonly<Record<keyof AuditFilter, string>>;
  readonly dayIsWrong: boolean;
}

const DAY_IS_WRONG = 'Enter a day that there is, such as 2026-03-27';

/** Who did and looked at what, the newest first, fifty to a page. */
export function auditPage(view: AuditView): Page {
  const { lines } = view;
  return {
    title: 'Audit',
    errors: view.dayIsWrong ? [{ field: 'day', text: DAY_IS_WRONG }] : [],
    width: 'full',
    content: html`<h1 class="govuk-heading-l">Audit</h1>
      <p class="govuk-body">What the people of your force did and looked at, and what anybody did to its cases, the newest first. That you read it is entered too.</p>
      ${filterForm(view)}
      ${lines.length === 0 ? html`<p class="govuk-body">There are no such entries.</p>` : html`<ul class="govuk-list waymark-entries">${lines.map(entry)}</ul>`}
      ${pagination(view)}
      ${view.isCut && html`<p class="govuk-body">There are more. Choose a day, a person, a case or what was done to see the others.</p>`}`,
  };
}

function filterForm({ typed, dayIsWrong }: AuditView): Html {
  const words = { classes: 'govuk-input--width-20', spellcheck: false, autocomplete: 'off' };
  const actions = [
    { value: '', text: 'Anything' },
    ...auditedActionNames.map((value) => ({ value, text: inWords(value) })),
  ];
  return html`<form method="get" action="/audit">
    ${govukInput({ id: 'who', name: 'who', value: typed.who, label: { text: 'Name of the person who looked' }, ...words })}
    ${govukInput({ id: 'reference', name: 'reference', value: typed.reference, label: { text: 'Case reference' }, ...words })}
    ${govukInput({
      id: 'day',
      name: 'day',
      value: typed.day,
      label: { text: 'Day' },
      hint: { text: 'For example, 2026-03-27' },
      ...words,
      ...(dayIsWrong && { errorMessage: { text: DAY_IS_WRONG } }),
    })}
    ${govukSelect({
      id: 'action',
      name: 'action',
      label: { text: 'What was done' },
      classes: 'govuk-!-width-full',
      items: actions.map(({ value, text }) => ({ value, text, selected: value === typed.action })),
    })}
    ${govukButton({ text: 'Show', classes: 'govuk-button--secondary' })}
  </form>`;
}

function entry({ at, action, who, role, organisation, subject, caseReference, details }: AuditLine): Html {
  const by =
    who === null
      ? 'Nobody signed in'
      : [who, role && inWords(role).toLowerCase(), organisation].filter(Boolean).join(', ');
  const told = Object.entries(details).map(([name, value]) => `${name}: ${detailInWords(value)}`);
  return html`<li class="waymark-entry govuk-!-text-break-word">
    <span class="govuk-!-font-weight-bold">${inWords(action)}</span>
    <span class="waymark-reference waymark-reference--wraps govuk-!-text-break-word">${caseReference ?? subject}</span>
    <span class="waymark-entry__detail">${formatDateTime(at)}. ${by}</span>
    ${told.length > 0 && html`<span class="waymark-entry__detail">${told.join('; ')}</span>`}
  </li>`;
}

function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function detailInWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function pagination({ typed, page, hasMore }: AuditView): Html | false {
  const href = (to: number): string => {
    const narrowed = Object.entries(typed).filter(([, text]) => text !== '');
    return `/audit?${new URLSearchParams([...narrowed, ['page', String(to)]]).toString()}`;
  };
  if (page === 1 && !hasMore) return false;
  return govukPagination({
    ...(page > 1 && { previous: { href: href(page - 1) } }),
    ...(hasMore && { next: { href: href(page + 1) } }),
  });
}
