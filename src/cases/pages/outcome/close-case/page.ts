import { formatDay, html, sourceMark, wordsField } from '../../../../web/markup/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { lawOfOutcome } from '../../../domain/outcome/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { givenOutcomeWords } from '../../words/given-outcome.ts';
import { sourceTitles } from '../../words/source-titles.ts';

/** The case closes with the outcome that was given; null where none was. */
export function closeCasePage(input: FormInput<PoliceCaseView>): FormShown | null {
  const { view, site } = input;
  const { outcomeGiven } = recordOf(view.state);
  if (outcomeGiven === null) return null;
  const law = lawOfOutcome(view.law, outcomeGiven.type, view.scheme?.disposals);
  const follows = view.state.status === 'not-completed' ? law?.ifNotCompleted : undefined;
  return {
    title: 'Close the case',
    button: 'Close the case',
    ends: true,
    fields: html`<p class="govuk-body">${sentence(givenOutcomeWords(site.words, outcomeGiven))}, was given on ${formatDay(outcomeGiven.givenOn)}. It is not asked for again.</p>
      ${
        law &&
        follows &&
        html`<p class="govuk-body">The activity was not completed. ${follows.says}</p>
        <p class="govuk-body-s">${sourceMark(follows.standing)} ${sourceTitles(law, follows.source)}. ${follows.note}</p>`
      }
      ${asksWhy(input) && wordsField(input, { name: 'reason', label: 'Why does nothing more follow?' })}`,
  };
}

/** Whether something may follow, so that closing says why nothing does. */
export function asksWhy({ view: { state, law, scheme } }: Pick<FormInput<PoliceCaseView>, 'view'>): boolean {
  const { outcomeGiven } = recordOf(state);
  if (state.status !== 'not-completed' || outcomeGiven === null) return false;
  return lawOfOutcome(law, outcomeGiven.type, scheme?.disposals)?.ifNotCompleted?.then === 'may-be-prosecuted';
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
