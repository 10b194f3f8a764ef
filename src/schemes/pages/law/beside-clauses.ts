import { formatDay, type Html, html, sourceMark } from '../../../web/markup/index.ts';
import type { Law } from '../../domain/law/law-document.ts';
import { sourceNames } from '../clause-block.ts';

interface Said {
  readonly says: string;
  readonly source: string | readonly string[];
  readonly standing: 'sourced' | 'conflicting' | 'assumed';
  readonly note?: string;
}

/** What a law document says of an outcome beside its clauses; null where it says nothing of the kind. */
export function besideClauses(law: Law): Html | null {
  const { ifNotCompleted, tellsYouthJustice, warnings = [] } = law;
  const warned = warnings.map((warning) => ({ ...warning, says: `${warning.says} ${daysOf(warning)}.` }));
  const said = [
    ...(ifNotCompleted ? [ifNotCompleted] : []),
    ...(tellsYouthJustice ? [tellsYouthJustice] : []),
    ...warned,
  ];
  if (said.length === 0) return null;
  return html`<h2 class="govuk-heading-m">Where a case ends so</h2>
    <ul class="govuk-list waymark-entries">${said.map((each) => entry(law, each))}</ul>`;
}

function entry(law: Law, { says, source, standing, note }: Said): Html {
  return html`<li class="waymark-entry">${says}
    <span class="waymark-entry__detail">${sourceMark(standing)} ${sourceNames(law, source)}. ${note}</span>
  </li>`;
}

function daysOf({ from, until }: NonNullable<Law['warnings']>[number]): string {
  const begins = `For outcomes from ${formatDay(from)}`;
  return until === undefined ? begins : `${begins} to ${formatDay(until)}`;
}
