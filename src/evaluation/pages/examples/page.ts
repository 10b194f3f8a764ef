import { html, type Html, type Page } from '../../../web/markup/index.ts';
import type { ExamplePlan } from '../../store/example-plans.ts';

const WHEN: { readonly [name in ExamplePlan['name']]: { readonly title: string; readonly says: string } } = {
  randomised: { title: 'A randomised trial', says: 'People were allocated by chance.' },
  'matched-controls': {
    title: 'Matched controls',
    says: 'An officer chose whom to offer the scheme, and there are others like them who had none.',
  },
  'natural-experiment': {
    title: 'A natural experiment',
    says: 'Some forces have a scheme and others have none.',
  },
};

/** The plans that come with the program: one for each design. */
export function examplesPage(examples: readonly ExamplePlan[]): Page {
  return {
    title: 'Example plans',
    width: 'full',
    backLink: { href: '/evaluations/new', text: 'Back to beginning an evaluation' },
    content: html`<h1 class="govuk-heading-l">Example plans</h1>
      <p class="govuk-body">A plan says before anybody opens the data what will be compared and how. Choose the design that fits how people came to the scheme.</p>
      <p class="govuk-body">Months count from the day of the index event, and reoffences count if they are proven within six months more: a 12-month outcome needs 18 months of data after the last index event.</p>
      <p class="govuk-body">If a plan must change after the data have been seen, change it and evaluate again: the report then says so. Comparing people who completed with people who did not is no design, and misleads.</p>
      ${examples.map(example)}`,
  };
}

function example({ name, text }: ExamplePlan): Html {
  const { title, says } = WHEN[name];
  return html`<h2 class="govuk-heading-m" id="${name}">${title}</h2>
    <p class="govuk-body">${says}</p>
    <p class="govuk-body"><a class="govuk-link" href="/evaluations/new?plan=${name}">Begin with this plan<span class="govuk-visually-hidden">: ${title}</span></a></p>
    <div class="waymark-scroll" tabindex="0" role="region" aria-label="${title}: the plan"><pre class="waymark-code"><code>${text}</code></pre></div>`;
}
