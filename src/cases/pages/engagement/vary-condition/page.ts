import { govukButton, govukSummaryList, html } from '../../../../web/markup/index.ts';
import { conditionById } from '../../../domain/case-state.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import type { FormInput, FormShown } from '../../act/case-form.ts';

/** A supervisor approves a change of a condition that a coordinator asked for. */
export function approveVariationPage({ view, target }: FormInput<PoliceCaseView>): FormShown | null {
  const proposal = view.proposals.find(({ proposalId }) => proposalId === target);
  if (!proposal || view.state.status !== 'engaging') return null;
  const row = (text: string, value: string) => ({ key: { text }, value: { text: value } });
  return {
    title: 'Approve a change of a condition',
    button: 'Approve',
    second: govukButton({
      text: 'Decline',
      classes: 'govuk-button--secondary',
      attributes: { formaction: `/cases/${view.file.caseId}/decline-variation/${proposal.proposalId}` },
    }),
    fields: html`${govukSummaryList({
      rows: [
        row('Now', conditionById(view.state.agreement, proposal.conditionId)?.words ?? ''),
        row('To be', proposal.to),
        row('Reason', proposal.reason),
        row('Asked for by', proposal.proposedBy.name),
      ],
    })}`,
  };
}
