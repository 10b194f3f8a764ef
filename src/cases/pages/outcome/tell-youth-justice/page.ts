import { dateField, type FormBody, html, lineField, typedDay } from '../../../../web/markup/index.ts';
import { recordOf } from '../../../domain/case-state.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';

export function tellYouthJusticePage(input: FormInput<PoliceCaseView>): FormShown {
  return {
    title: 'The youth justice service was told',
    button: 'Record',
    fields: html`<p class="govuk-body">Tell the service in the way of your force. Nothing is sent from here.</p>
      ${lineField(input, { name: 'team', label: 'Which service was told?' })}
      ${dateField(input, { name: 'told-on', label: 'When was it told?' })}`,
  };
}

/** What is on record, else today. */
export function tellingSoFar({ view, today }: FormInput<PoliceCaseView>): FormBody {
  const told = recordOf(view.state).youthJusticeTold;
  return { ...(told !== null && { team: told.team }), ...typedDay('told-on', told?.toldOn ?? today) };
}
