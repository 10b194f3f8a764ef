import { choiceField, html, type Html, lineField } from '../../../../web/markup/index.ts';
import { hasActivity, termsTold, type Scheme } from '../../../../schemes/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { isAdult } from '../../../domain/known-facts.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { consentField } from '../../act/consent-field.ts';
import { itemsOf, relationshipWords } from '../../words/choices.ts';

/** Taking part and sharing details are two consents; a child has an appropriate adult beside them. */
export function acceptOfferPage(input: FormInput<PoliceCaseView>): FormShown {
  return {
    title: 'The person accepts the offer',
    button: 'Record acceptance',
    fields: html`${told(input)}
      ${consentField(input, { name: 'take-part', label: asksToShare(input) ? 'Does the person agree to take part?' : 'Does the person accept what is offered?' })}
      ${
        asksToShare(input) &&
        consentField(input, {
          name: 'share',
          label: 'Does the person agree that their details are shared with the provider?',
          hint: 'A separate question. They may take part now and agree to this later, but cannot be referred without it.',
        })
      }
      ${needsAppropriateAdult(input) && appropriateAdult(input)}`,
  };
}

/** Nobody can agree to what they were not told. */
function told(input: FormInput<PoliceCaseView>): Html | null {
  const scheme = schemeOffered(input);
  return scheme === undefined
    ? null
    : html`<h2 class="govuk-heading-m">What the person was told</h2>${termsTold(scheme)}`;
}

function schemeOffered({ site, view }: FormInput<PoliceCaseView>): Scheme | undefined {
  const offered = 'offer' in view.state ? view.state.offer.scheme : null;
  return site.work.catalogue.schemes.find(({ id }) => id === offered);
}

/** Without an activity there is no provider, and nothing to share. */
export function asksToShare(input: FormInput<PoliceCaseView>): boolean {
  const scheme = schemeOffered(input);
  return scheme === undefined || hasActivity(scheme);
}

/** Until the person is known to be 18 or over, they may be a child. */
export function needsAppropriateAdult({ view }: FormInput<PoliceCaseView>): boolean {
  return !isAdult(recordOf(view.state).facts);
}

function appropriateAdult(input: FormInput<PoliceCaseView>) {
  return html`<h2 class="govuk-heading-m">Appropriate adult</h2>
    <p class="govuk-body">The person is, or may be, under 18. An appropriate adult must be present.</p>
    ${lineField(input, { name: 'adult-name', label: 'Name of the appropriate adult' })}
    ${choiceField(input, { name: 'relationship', label: 'Who are they to the person?', items: itemsOf(relationshipWords) })}`;
}
