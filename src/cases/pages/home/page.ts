import {
  formatDateTime,
  govukButton,
  govukInput,
  govukPagination,
  govukTag,
  html,
  type Html,
  type Page,
  formatTime,
} from '../../../web/markup/index.ts';
import { type CalendarDay, londonDayOf } from '../../../shared/calendar-day.ts';
import type { ReferenceWords } from '../../../reference/index.ts';
import type { TriageDraft } from '../../../triage/index.ts';
import type { CaseListItem, CaseListView } from '../../use-cases/list-cases.ts';
import { givenOutcomeWords } from '../words/given-outcome.ts';
import { countWords, moreWords } from '../words/counted.ts';
import { clockWords, isWaitingForContact, statusTag } from '../words/status.ts';

interface HomePage {
  readonly view: CaseListView;
  /** Triages begun and not finished; officers alone have them. */
  readonly drafts: readonly TriageDraft[];
  readonly mayTriage: boolean;
  /** A provider knows which provider it is. */
  readonly isProvider: boolean;
  readonly search: string;
  readonly today: CalendarDay;
  readonly schemeName: (scheme: string) => string;
  readonly words: Pick<ReferenceWords, 'outcomeTypes'>;
}

/** The lists that somebody works from, the first of them open. */
export function homePage(home: HomePage): Page {
  const { view, drafts, mayTriage } = home;
  return {
    title: view.list.title,
    width: 'full',
    content: html`<h1 class="govuk-heading-l">Cases</h1>
      ${mayTriage && govukButton({ text: 'Start a triage', href: '/triages/new', isStartButton: true })}
      ${drafts.length > 0 && unfinished(drafts)}
      ${listLinks(view)}
      <h2 class="govuk-heading-m">${view.list.title}</h2>
      ${view.items.length === 0 ? empty(home) : html`<ul class="govuk-list waymark-entries">${view.items.map((item) => entry(item, home))}</ul>`}
      ${view.pages > 1 && pages(home)}
      ${view.isMore && html`<p class="govuk-body">${moreWords(view)}</p>`}
      ${(view.total > 0 || home.search !== '') && searchForm(home)}`,
  };
}

function listLinks({ lists, list }: CaseListView): Html {
  const links = lists.map(({ name, title, ...counted }) => {
    const current = name === list.name;
    return html`<li class="waymark-lists__item"><a class="govuk-link govuk-link--no-visited-state ${current && 'waymark-lists__current'}" href="/cases?list=${name}"${current && html` aria-current="page"`}>${title} (${countWords(counted)})</a></li>`;
  });
  return html`<nav class="waymark-lists" aria-label="Lists of cases"><ul class="govuk-list waymark-lists__list">${links}</ul></nav>`;
}

function unfinished(drafts: readonly TriageDraft[]): Html {
  const entries = drafts.map(
    ({ draftId, person, startedAt }) => html`<li class="waymark-entry">
      <a class="govuk-link" href="/triages/${draftId}">${person?.name || 'No name given yet'}</a>
      <span class="waymark-entry__detail">Started ${formatDateTime(new Date(startedAt))}</span>
    </li>`,
  );
  return html`<h2 class="govuk-heading-m">Unfinished triages</h2><ul class="govuk-list waymark-entries">${entries}</ul>`;
}

function searchForm({ view, search }: HomePage): Html {
  return html`<form method="get" action="/cases" class="waymark-search" role="search">
    <input type="hidden" name="list" value="${view.list.name}">
    ${govukInput({ id: 'search', name: 'search', value: search, label: { text: 'Name or reference' }, classes: 'govuk-input--width-20', spellcheck: false, autocomplete: 'off' })}
    ${govukButton({ text: 'Search', classes: 'govuk-button--secondary' })}
  </form>`;
}

function empty({ search, view }: HomePage): Html {
  if (search === '') return html`<p class="govuk-body">There are none.</p>`;
  return html`<p class="govuk-body">Nothing found for “${search}”. <a class="govuk-link" href="/cases?list=${view.list.name}">Show the whole list</a></p>`;
}

function entry(item: CaseListItem, { today, schemeName, isProvider, words }: HomePage): Html {
  const details = [item.scheme && schemeName(item.scheme), isProvider ? null : item.providerName]
    .filter(Boolean)
    .join(', ');
  return html`<li class="waymark-entry">
    <a class="govuk-link govuk-!-font-weight-bold" href="/cases/${item.caseId}">${item.personName ?? 'Name no longer held'}</a>
    <span class="waymark-reference">${item.reference}</span> ${statusTag(item.status)}
    ${item.verdictChanged && govukTag({ text: 'Verdict would change', classes: 'govuk-tag--red' })}
    <span class="waymark-entry__detail">${details !== '' && `${details}. `}${item.isDemonstration && 'Demonstration. '}</span>
    ${item.outcome && html`<span class="waymark-entry__detail">${outcomeWords(item, words)}</span>`}
    ${item.clock && html`<span class="waymark-entry__detail ${isWaitingForContact(item.clock, item.status) && 'waymark-waiting'}">${clockWords(item.clock, item.status)}</span>`}
    ${item.nextAppointmentAt && html`<span class="waymark-entry__detail">${appointment(item.nextAppointmentAt, today)}</span>`}
  </li>`;
}

/** The outcome of a case that is closed, or that was given while the activity goes on. */
function outcomeWords({ outcome, status }: CaseListItem, words: HomePage['words']): string {
  if (outcome === null) return '';
  const said = givenOutcomeWords(words, outcome);
  const sentence = said.charAt(0).toUpperCase() + said.slice(1);
  return status === 'closed' ? sentence : `${sentence}: given, and the case goes on`;
}

/** The next appointment; one that has passed still waits for its attendance. */
function appointment(startsAt: string, today: CalendarDay): Html {
  const at = new Date(startsAt);
  const day = londonDayOf(at);
  if (day === today)
    return html`${govukTag({ text: 'Today', classes: 'govuk-tag--blue' })} Appointment at ${formatTime(at)}`;
  if (day < today)
    return html`${govukTag({ text: 'Attendance due', classes: 'govuk-tag--orange' })} Appointment ${formatDateTime(at)}`;
  return html`Next appointment ${formatDateTime(at)}`;
}

function pages({ view, search }: HomePage): Html {
  const at = (page: number): string =>
    `/cases?${new URLSearchParams({ list: view.list.name, ...(search !== '' && { search }), page: String(page) }).toString()}`;
  return govukPagination({
    ...(view.page > 1 && { previous: { href: at(view.page - 1) } }),
    ...(view.page < view.pages && { next: { href: at(view.page + 1) } }),
  });
}
