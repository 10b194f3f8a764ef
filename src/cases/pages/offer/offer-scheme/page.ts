import { choiceField, govukDetails, govukSummaryList, html, type Html } from '../../../../web/markup/index.ts';
import { verdictTag } from '../../../../triage/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import { decisionFor, isJudgement, verdictThatCounts } from '../../../domain/offer/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';
import { hasActivity, termsTold } from '../../../../schemes/index.ts';
import { itemsOf, otherwiseWords } from '../../words/choices.ts';
import { basisOf, outcomeBasis } from '../../words/scheme-basis.ts';
import { lawToSettle } from './law-to-settle.ts';
import { placesBeforeOffer } from './places-before-offer.ts';

export function offerPage(input: FormInput<PoliceCaseView>): FormShown | null {
  const scheme = input.site.work.catalogue.schemes.find(({ id }) => id === input.target);
  if (!scheme) return null;
  return {
    title: `Offer ${scheme.name}`,
    button: 'Record the offer',
    fields: html`${scheme.summary !== undefined && html`<p class="govuk-body">${scheme.summary}</p>`}
      <p class="govuk-body"><a class="govuk-link" href="/schemes/${scheme.id}">What the person would agree to and do</a></p>
      ${verdict(input)}
      <h2 class="govuk-heading-m">Tell the person first</h2>
      ${termsTold(scheme)}
      ${govukDetails({
        summaryText: 'What the person does and what completing leads to, with the notes of the scheme',
        html: govukSummaryList({
          rows: [
            { key: { text: 'What the person does' }, value: { html: basisOf(scheme, scheme.pathway) } },
            { key: { text: 'When completed' }, value: { html: outcomeBasis(scheme) } },
          ],
        }),
      })}
      ${lawToSettle(input.site, input.view, scheme.id)}
      ${hasActivity(scheme) && placesBeforeOffer(input.view, scheme.id)}
      ${choiceField(input, {
        name: 'otherwise',
        label: 'What would happen if nothing were offered?',
        hint: 'A diversion that fails never leads to more than this.',
        items: itemsOf(otherwiseWords),
      })}`,
  };
}

/** What was decided, with what is assumed behind it; what a person decided instead rests on no rule. */
function verdict({ view, target }: FormInput<PoliceCaseView>): Html | null {
  const record = recordOf(view.state);
  const decision = decisionFor(record, target ?? '');
  if (!decision) return null;
  const isByPerson = verdictThatCounts(record, decision.scheme) !== decision.verdict;
  const how = isJudgement(record, decision.scheme) ? ', and judged by a person' : ' and overridden by a person';
  return html`<p class="govuk-body">Decided: ${verdictTag(decision)}${isByPerson && how} <a class="govuk-link" href="/cases/${view.file.caseId}/decision">Every rule</a></p>`;
}
