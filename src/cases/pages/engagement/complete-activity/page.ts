import { govukTable, html, wordsField } from '../../../../web/markup/index.ts';
import { plainWords } from '../../../../reference/index.ts';
import type { StepDose } from '../../../domain/case-event.ts';
import { doseOf, isShort } from '../../../domain/engagement/index.ts';
import type { ProviderCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';

/** Completion is reckoned from attendance; the form only asks why less than planned should do. */
export function completePage(input: FormInput<ProviderCaseView>): FormShown {
  const dose = doseSoFar(input.view);
  return {
    title: 'The activity is completed',
    button: 'Record completion',
    fields: html`${govukTable({
      caption: 'Appointments kept',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Step' }, { text: 'Planned', format: 'numeric' }, { text: 'Kept', format: 'numeric' }],
      rows: dose.map(({ step, planned, delivered }) => [
        { text: plainWords(step) },
        { text: String(planned), format: 'numeric' },
        { text: String(delivered), format: 'numeric' },
      ]),
    })}
    ${
      isShort(dose) &&
      wordsField(input, {
        name: 'shortfall-reason',
        label: 'Less was kept than planned. Why does it count as completed?',
        hint: 'Only your organisation sees this.',
      })
    }`,
  };
}

export function doseSoFar({ scheme, side }: ProviderCaseView): readonly StepDose[] {
  return scheme && 'engagement' in side ? doseOf(scheme, side.engagement.appointments) : [];
}
