import { type Html, html, type Page } from '../../../web/markup/index.ts';
import { isComparator } from '../../domain/is-comparator.ts';
import { type CatalogueShown, clausesOf, rulesDocuments } from '../catalogue-shown.ts';

/** What this is, for somebody who has never seen it. */
export function aboutPage(shown: CatalogueShown): Page {
  const rules = rulesDocuments(shown).flatMap(clausesOf);
  const comparators = shown.schemes.filter(isComparator);
  const count = (standing: string): number => rules.filter((rule) => rule.standing === standing).length;
  return {
    title: 'About Waymark',
    content: html`<h1 class="govuk-heading-l">About Waymark</h1>
      <p class="govuk-body-l">Waymark runs police drug diversion schemes: it decides who may be diverted and says why, and carries each person from the stop to the closed outcome.</p>
      <p class="govuk-body">This is a demonstration. It is not a GOV.UK service, no police force runs it, and every person in it is invented.</p>
      <h2 class="govuk-heading-m">How it decides</h2>
      <p class="govuk-body">Each scheme is a document that the people who run the scheme can read and change. Waymark holds what is known of a person against each rule and answers met, not met, not known, or for a person to judge. It shows every rule, never only the first that fails, and the source of each.</p>
      <p class="govuk-body">A rule keeps its words and its days: a decision made under it can be worked out again years later and comes out the same.</p>
      <h2 class="govuk-heading-m">Where the rules come from</h2>
      <p class="govuk-body">There are <a class="govuk-link" href="/schemes">${shown.schemes.length - comparators.length} schemes</a>, ${comparators.length} documents on the law of other countries to compare them with, and ${shown.laws.length} documents of <a class="govuk-link" href="/about/law">the law</a> that the schemes rest on. They have <a class="govuk-link" href="/about/rules">${rules.length} rules</a>, taken from what forces, commissioners, evaluations and the press have published. ${count('sourced')} rules were read in a source. For ${count('conflicting')} the sources disagree, and the narrower reading is used. For ${count('assumed')} no source was found: they are our reading and are marked as assumed wherever they are shown.</p>
      ${forcesWithout(shown)}
      <h2 class="govuk-heading-m">What is kept apart</h2>
      <p class="govuk-body">Police records and treatment records have two controllers. From a provider to the police cross only: whether a referral was accepted, whether an appointment was kept, and whether the activity was completed.</p>`,
  };
}

function forcesWithout({ notFound, words }: CatalogueShown): Html {
  const entries = notFound
    .map(({ force, note }) => ({ name: words.forces.get(force) ?? force, note }))
    .sort((one, other) => one.name.localeCompare(other.name));
  return html`<h2 class="govuk-heading-m" id="not-found">Looked for and not found</h2>
    <p class="govuk-body">For these forces a drug diversion scheme was looked for in public pages, and none with rules of its own was found. That is not evidence of absence: if you know of one, tell us where it can be read.</p>
    <ul class="govuk-list govuk-list--bullet">${entries.map(({ name, note }) => html`<li>${name}${note !== undefined && html`. ${note}`}</li>`)}</ul>`;
}
