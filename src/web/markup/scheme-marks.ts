import { govukTag } from './govuk/index.generated.ts';
import { type Html, html } from './html.ts';

/** How well a rule is known to be the scheme's own. */
export type SourceStanding = 'sourced' | 'conflicting' | 'assumed';

const MARKS: Readonly<
  Record<SourceStanding, { readonly text: string; readonly classes: string; readonly means: string }>
> = {
  sourced: { text: 'Sourced', classes: 'govuk-tag--grey', means: 'Read in the source named.' },
  conflicting: {
    text: 'Sources disagree',
    classes: 'govuk-tag--orange',
    means: 'The sources named say different things. The narrower reading is used.',
  },
  assumed: {
    text: 'Assumed',
    classes: 'govuk-tag--yellow',
    means: 'No source was found that says this. It is our reading, and not to be taken for the force’s rule.',
  },
};

/** The mark that stands wherever a rule stands: nothing unsourced passes for a force's rule. */
export function sourceMark(standing: SourceStanding): Html {
  const { text, classes } = MARKS[standing];
  return govukTag({ text, classes });
}

/** What the mark means, in a sentence. */
export function sourceMarkMeaning(standing: SourceStanding): string {
  return MARKS[standing].means;
}

/** Where a rule is explained. */
function rulePath(ruleId: string): string {
  return `/about/rules/${encodeURIComponent(ruleId)}`;
}

/** A rule's id, leading to its words, source and file. */
export function ruleLink(ruleId: string): Html {
  return html`<a class="govuk-link waymark-rule-id" href="${rulePath(ruleId)}">${ruleId}</a>`;
}

const STANDINGS: Readonly<Record<string, { readonly text: string; readonly classes: string }>> = {
  'not-started': { text: 'Not started', classes: 'govuk-tag--grey' },
  proposed: { text: 'Proposed', classes: 'govuk-tag--purple' },
  developing: { text: 'Developing', classes: 'govuk-tag--purple' },
  approved: { text: 'Approved', classes: 'govuk-tag--blue' },
  live: { text: 'Live', classes: 'govuk-tag--green' },
  paused: { text: 'Paused', classes: 'govuk-tag--yellow' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
};

/** What a scheme is on a day; only a live one can be offered. */
export function schemeStandingTag(standing: string): Html {
  return govukTag(STANDINGS[standing] ?? { text: standing });
}
