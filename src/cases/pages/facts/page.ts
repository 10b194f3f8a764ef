import { isNeedToKnow } from '../../../reference/index.ts';
import { govukSummaryList, html, type Page } from '../../../web/markup/index.ts';
import { presentValueOf } from '../../domain/facts/index.ts';
import { recordOf } from '../../domain/case-state.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { caseBanner } from '../case/banner.ts';
import type { CaseSite } from '../case-site.ts';
import { factValueWords, factWords, NONE_ON_RECORDS, offenceFactWords } from '../../../triage/index.ts';

/** Everything that is known and, below it, everything that is not; each can be amended with a reason. */
export function factsPage(site: CaseSite, view: PoliceCaseView): Page {
  const record = recordOf(view.state);
  const all = [...Object.keys(offenceFactWords), ...site.work.catalogue.vocabulary.facts.map(({ id }) => id)];
  const known = all.filter((fact) => presentValueOf(record, fact) !== null);
  const rows = (facts: readonly string[]) =>
    facts.map((fact) => ({
      classes: isNeedToKnow(site.words, fact) ? 'waymark-screen-only' : '',
      key: { text: factWords(site.words, fact) },
      value: {
        html: html`${
          record.declined.includes(fact)
            ? 'Preferred not to say'
            : factValueWords(site.words, fact, presentValueOf(record, fact))
        }${record.fromRecords.includes(fact) && html`<br><span class="govuk-hint">${NONE_ON_RECORDS}, at triage.</span>`}`,
      },
      actions: {
        items: [
          {
            href: `/cases/${view.file.caseId}/amend-fact/${fact}`,
            text: 'Amend',
            visuallyHiddenText: factWords(site.words, fact),
          },
        ],
      },
    }));
  return {
    title: `Facts, ${view.file.person.name}`,
    backLink: { href: `/cases/${view.file.caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${view.file.person.name}, ${view.file.reference}</span>
      <h1 class="govuk-heading-l">What is known</h1>
      ${caseBanner(site, view)}
      ${govukSummaryList({ rows: rows(known) })}
      <h2 class="govuk-heading-m">Not known</h2>
      ${govukSummaryList({ rows: rows(all.filter((fact) => !known.includes(fact))) })}`,
  };
}
