import {
  choiceField,
  errorMessageFor,
  govukButton,
  govukCheckboxes,
  govukDetails,
  govukErrorMessage,
  govukFieldset,
  html,
  type Html,
  lineField,
  type Page,
  postForm,
  textOf,
  textsOf,
  wordsField,
  yesOrNoField,
} from '../../../web/markup/index.ts';
import { factWords, verdictTag } from '../../../triage/index.ts';
import { hasActivity, termsTold } from '../../../schemes/index.ts';
import { consentField } from '../act/consent-field.ts';
import { refusedAtTop } from '../act/refused-at-top.ts';
import { lawOpenIn, placesToCome } from '../offer/index.ts';
import { consentHowWords, itemsOf, otherwiseWords, relationshipWords, valuesOf } from '../words/choices.ts';
import {
  asksWhichService,
  comesFirst,
  type AtOnce,
  factsAsked,
  hasName,
  isReferredAtOnce,
  isToJudge,
  mayBeChild,
} from './at-once.ts';

/** The offer, what it means, both consents and how to reach the person, on one page; its last answer sends all of it. */
export function atOncePage(offer: AtOnce, csrfToken: string): Page {
  const { view, scheme, errors } = offer;
  const base = `/triages/${view.draft.draftId}`;
  const title = `Offer ${scheme.name}`;
  const oneByOne = view.next === null ? `${base}/check` : `${base}/questions/${view.next.id}`;
  return {
    title,
    errors,
    backLink: { href: `${base}/check`, text: 'Check the answers' },
    content: html`<span class="govuk-caption-l">${view.draft.person?.name}</span>
      <h1 class="govuk-heading-l">${title}</h1>
      ${refusedAtTop(errors)}
      <p class="govuk-body">If the person agrees: ${verdictTag(offer.ready.ifAgreed)} <a class="govuk-link" href="${base}/check">The answers so far</a></p>
      <h2 class="govuk-heading-m">Tell the person first</h2>
      ${termsTold(scheme)}
      <p class="govuk-body">They are free to say no; what follows then is said above.</p>
      ${hasActivity(scheme) && placesToCome(offer.places)}
      ${lawOpenIn(offer.ready.ifAgreed.clauses, `${base}/check`)}
      ${postForm({ action: `${base}/offer/${scheme.id}`, csrfToken, content: html`${fields(offer)}${lastAnswer(offer)}` })}
      <p class="govuk-body"><a class="govuk-link waymark-tap" href="${oneByOne}">Ask one by one, and decide before the offer</a></p>`,
  };
}

/** Enter, in a field, presses the first button of a form: this one, which answers nothing. */
function onward(): Html {
  const attributes = { tabindex: '-1', 'aria-hidden': 'true' };
  return govukButton({ text: 'Continue', classes: 'govuk-visually-hidden', attributes });
}

function fields(offer: AtOnce): Html {
  const { site } = offer;
  return html`${onward()}
    ${!hasName(offer) && lineField(offer, { name: 'name', label: 'Person’s name', input: { autocomplete: 'off', spellcheck: false } })}
    ${isToJudge(offer) && judgement(offer)}
    ${choiceField(offer, {
      name: 'otherwise',
      label: 'What would happen if nothing were offered?',
      hint: 'A diversion that fails never leads to more than this.',
      items: itemsOf(otherwiseWords),
    })}
    ${factsAsked(offer).map((fact) => yesOrNoField(offer, { name: fact, label: factWords(site.words, fact), hint: site.words.facts.get(fact)?.hint }))}
    ${hasActivity(offer.scheme) && consentField(offer, { name: 'take-part', label: 'Does the person agree to take part?' })}
    ${mayBeChild(offer) && appropriateAdult(offer)}
    ${reach(offer)}
    ${asksWhichService(offer) && services(offer)}`;
}

function judgement(offer: AtOnce): Html {
  const [only, ...others] = offer.ready.ifAgreed.discretions.map(({ question }) => question);
  return html`${yesOrNoField(offer, {
    name: 'judged',
    label: others.length === 0 ? (only ?? '') : 'Do you answer all of this with yes?',
    hint: others.length === 0 ? 'For you to judge. It is kept with your name.' : [only, ...others].join(' '),
  })}
    ${govukDetails({
      summaryText: 'Add why you judge so',
      open: textOf(offer.body, 'judgement-words') !== '',
      html: wordsField(offer, { name: 'judgement-words', label: 'Why (optional)', rows: 2 }),
    })}`;
}

function appropriateAdult(offer: AtOnce): Html {
  return html`<h2 class="govuk-heading-m">Appropriate adult</h2>
    <p class="govuk-body">The person is, or may be, under 18. An appropriate adult must be present.</p>
    ${lineField(offer, { name: 'adult-name', label: 'Name of the appropriate adult' })}
    ${choiceField(offer, { name: 'relationship', label: 'Who are they to the person?', items: itemsOf(relationshipWords) })}`;
}

/** The number that may be called is a tap; every other way stands behind a line. */
function reach(offer: AtOnce): Html {
  const other = ['email', 'address', 'how-safely'] as const;
  const isOpen =
    offer.errors.some(({ field }) => other.some((name) => name === field)) ||
    other.some((name) => textOf(offer.body, name) !== '') ||
    textsOf(offer.body, 'unreachable').length > 0;
  return html`${lineField(offer, {
    name: 'telephone',
    label: 'Telephone on which it is safe to call and text',
    hint: 'Somebody else may answer it or read it. If so, say below how to make contact.',
    input: { type: 'tel', classes: 'govuk-input--width-20', autocomplete: 'off' },
  })}
    ${govukDetails({
      summaryText: 'Another way, only in a certain way, or none',
      open: isOpen,
      html: html`${lineField(offer, { name: 'email', label: 'Email (optional)', input: { type: 'email', spellcheck: false, autocomplete: 'off' } })}
        ${wordsField(offer, { name: 'address', label: 'Address (optional)', rows: 2 })}
        ${wordsField(offer, { name: 'how-safely', label: 'Safe only so (optional)', hint: 'For example, text only, never at home, ask for them by first name.', rows: 2 })}
        ${hasActivity(offer.scheme) && govukCheckboxes({ name: 'unreachable', idPrefix: 'unreachable', values: textsOf(offer.body, 'unreachable'), items: [{ value: 'yes', text: 'There is no safe way to reach the person' }] })}`,
    })}`;
}

function services(offer: AtOnce): Html {
  return choiceField(offer, {
    name: 'service',
    label: 'Which service?',
    items: offer.services.map(({ serviceId, organisationName, name }) => ({
      value: serviceId,
      text: organisationName,
      hint: { text: name },
    })),
  });
}

/**
 * Consent to share is asked by itself, and last: the button that answers it sends the page. Where there is nobody to share
 * with, it is whether the person accepts.
 */
function lastAnswer(offer: AtOnce): Html {
  const [name, question, hint] = hasActivity(offer.scheme)
    ? ([
        'share',
        'Last: does the person agree that their details are shared with the provider?',
        'A separate question: they may take part and say no to this, and are then not referred. ',
      ] as const)
    : (['take-part', 'Last: does the person accept?', ''] as const);
  const error = errorMessageFor(offer.errors, name);
  const classes = 'govuk-button--secondary waymark-answer';
  const button = (value: string, text: string): Html =>
    govukButton({ text, name, value, classes, preventDoubleClick: true });
  const fieldset = govukFieldset({
    legend: {
      text: question,
      classes: 'govuk-fieldset__legend--m',
    },
    html: html`<p class="govuk-hint">${hint}${follows(offer)}</p>
      ${error && govukErrorMessage(error)}
      <div class="waymark-answers">${valuesOf(consentHowWords).map((how) => button(how, `Yes. ${consentHowWords[how]}`))}${button('no', 'No')}</div>`,
  });
  return html`<div class="govuk-form-group ${error && 'govuk-form-group--error'}" id="${name}" tabindex="-1">${fieldset}</div>`;
}

/** What the last answer does, before it is pressed. */
function follows(offer: AtOnce): string {
  const recorded = 'Your answer finishes the triage and records the offer and that it was accepted';
  const [service] = offer.services;
  if (isReferredAtOnce(offer) && service !== undefined)
    return asksWhichService(offer)
      ? `${recorded}; with a yes it refers the person to the service that you chose.`
      : `${recorded}; with a yes it refers the person to ${service.organisationName}, ${service.name}.`;
  if (!hasActivity(offer.scheme))
    return 'A yes finishes the triage and records the offer and that it was accepted; a no ends the offer.';
  if (comesFirst(offer) === 'agreement') return `${recorded}; the agreement comes next.`;
  if (comesFirst(offer) === 'place') return `${recorded}; with a yes you choose the place next, and refer with it.`;
  return `${recorded}. No provider takes referrals for this scheme in your force: ask your coordinator.`;
}
