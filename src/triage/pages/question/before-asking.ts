import type { Decision, FactDefinition } from '../../../eligibility/index.ts';
import { govukDetails, govukInsetText, html, type Html, joinHtml } from '../../../web/markup/index.ts';

interface BeforeAsking {
  readonly fact: FactDefinition;
  readonly decisions: readonly Decision[];
  readonly nameOf: (scheme: string) => string;
  /** What a scheme asks and leads to; left out where only its rules are at hand: then the page of the scheme is named. */
  readonly termsOf?: ((scheme: string) => Html | null) | undefined;
}

/** Whether a question is about what the person says of the offence: then no scheme is shown beside it. */
export function isUnderCaution({ asking }: FactDefinition): boolean {
  return asking?.turn === 'under-caution';
}

/** What the officer must have done or said before a question is asked, or why it is asked at all; often nothing. */
export function beforeAsking(question: BeforeAsking): Html | null {
  const { fact } = question;
  if (isUnderCaution(fact)) return caution();
  if (fact.asking?.turn === 'terms-told') return terms(question);
  if (fact.id === 'sex') return sexAsked(question);
  return fact.id === 'serious-drug-problem' ? askedOfThePerson() : null;
}

/** In place of the schemes so far. */
export function schemesNotShown(): Html {
  return html`<aside class="waymark-so-far" aria-labelledby="so-far">
    <h2 class="govuk-heading-s" id="so-far">Schemes are not shown here</h2>
    <p class="govuk-body">Nobody may be led to admit an offence by what they would be offered for it. Do not name or promise a scheme to obtain an admission (PACE Code C 11.5; assumed).</p>
  </aside>`;
}

/** Assumed: the Codes of England and Wales from general knowledge of the law, to be confirmed by the force. */
function caution(): Html {
  return govukInsetText({
    html: html`<p class="govuk-body">Before the person is asked about the offence:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>they were cautioned (PACE Code C 10)</li>
        <li>they were told that they may have free legal advice, before an interview (PACE Code C 11)</li>
        <li>if they are under 18, or a vulnerable adult, their appropriate adult is there (PACE Code C 1.13(d) and 11.15)</li>
      </ul>
      <p class="govuk-body">These rules of England and Wales are assumed, from general law: your force’s own guidance goes before them. Where one was not done, answer “No”; the person is then not asked about the offence.</p>`,
  });
}

function terms({ fact, decisions, nameOf, termsOf }: BeforeAsking): Html {
  const open = reading(fact, decisions);
  const told = open.map(({ scheme }) => ({ name: nameOf(scheme), terms: termsOf?.(scheme) ?? null }));
  const isAllTold = told.length > 0 && told.every(({ terms: of }) => of !== null);
  return govukInsetText({
    html: html`${isAllTold ? termsByScheme(told) : whatToTell(open, nameOf)}
      <p class="govuk-body">They are free to say no; what follows then is said above.</p>`,
  });
}

interface Told {
  readonly name: string;
  readonly terms: Html | null;
}

/** Those of one scheme stand open; of several, each behind its name. */
function termsByScheme(told: readonly Told[]): Html {
  const [only] = told;
  if (only !== undefined && told.length === 1)
    return html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">First tell the person about ${only.name}</h2>${only.terms}`;
  return html`<p class="govuk-body">First tell the person, of each that you may offer:</p>
    ${told.map(({ name, terms: of }) => govukDetails({ summaryText: `${name}: how long, what it costs, what is asked, what follows`, html: html`${of}` }))}`;
}

/** Where only the rules of the schemes are at hand. */
function whatToTell(open: readonly Decision[], nameOf: BeforeAsking['nameOf']): Html {
  const schemes = open.map(({ scheme }) => html`<a class="govuk-link" href="/schemes/${scheme}">${nameOf(scheme)}</a>`);
  return html`<p class="govuk-body">First tell the person:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>what it is and how long it takes</li>
      <li>whether it costs anything</li>
      <li>what happens if they do not take part or do not finish: they may be prosecuted, and that decision is taken again</li>
      <li>what is kept, and whether it may show on an enhanced disclosure</li>
    </ul>
    ${schemes.length > 0 && html`<p class="govuk-body">See ${joinHtml(schemes, ', ')}.</p>`}`;
}

function sexAsked({ fact, decisions, nameOf }: BeforeAsking): Html {
  const schemes = reading(fact, decisions).map(({ scheme }) => nameOf(scheme));
  const why = schemes.length === 0 ? 'No scheme still open reads this.' : `A rule of ${schemes.join(', ')} reads this.`;
  return govukInsetText({
    text: `${why} Nothing else is decided by it. Where the answer is “Other”, ask the service: it decides whom it takes.`,
  });
}

function askedOfThePerson(): Html {
  return govukInsetText({
    text: 'Ask the person, or a drug worker who knows them. It is for them to say, and not for an officer to diagnose.',
  });
}

/** The live schemes, not ruled out, with a rule that reads a fact. */
function reading(fact: FactDefinition, decisions: readonly Decision[]): readonly Decision[] {
  return decisions.filter(
    ({ standing, verdict, clauses }) =>
      standing === 'live' && verdict !== 'ineligible' && clauses.some(({ reads }) => reads.includes(fact.id)),
  );
}
