import { html, wordsField } from '../../../../web/markup/index.ts';
import { factWords, questionField } from '../../../../triage/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FieldLabels, FormInput, FormShown } from '../../act/case-form.ts';
import { answerLabels, askedOnRecord, factSoFar } from '../amend-fact/page.ts';

/**
 * What nobody knew was found out, or what was amended is decided on: one answer, or none, and every decision is taken
 * again as of today.
 */
export function decideAgainPage(input: FormInput<PoliceCaseView>): FormShown | null {
  const { site, actor, target, body, errors } = input;
  const fact = target === null ? undefined : site.work.catalogue.vocabulary.byId.get(target);
  if (target !== null && fact === undefined) return null;
  return {
    title: 'Decide again',
    button: 'Take the decisions again',
    fields: html`<p class="govuk-body">${fact ? `${factWords(site.words, fact.id)} Find it out, and answer here. ` : ''}Every scheme of your force is decided again as of today. The first decision stays on the record.</p>
      ${isBeyondOffer(input) && html`<p class="govuk-body">A scheme was offered already. If its verdict turns, every page of the case says so, and the person is taken no further until somebody confirms that the case goes on, or withdraws it.</p>`}
      ${
        fact &&
        questionField({
          fact,
          words: site.words,
          ownForce: actor.force,
          ...askedOnRecord(input, fact),
          isPageHeading: false,
          body,
          errors,
        })
      }
      ${wordsField(input, { name: 'reason', label: 'Reason', hint: fact ? 'Where the answer comes from.' : 'Why it is decided again.' })}`,
  };
}

/** What was offered rests on the decision before. */
function isBeyondOffer({ view }: FormInput<PoliceCaseView>): boolean {
  return view.state.status !== 'triaged';
}

/** The answer on record, in the fields; nothing where no fact is named. */
export function answerOnRecord(input: FormInput<PoliceCaseView>) {
  return input.target === null ? {} : factSoFar(input);
}

/** The fields, as the page of a stale form calls them. */
export function decideAgainLabels(input: FormInput<PoliceCaseView>): FieldLabels {
  return { ...(input.target === null ? {} : answerLabels(input)), reason: 'Reason' };
}
