import { readAmendment } from './amend-fact/form.ts';
import { amendFactPage, amendmentLabels, factSoFar } from './amend-fact/page.ts';
import { readConfirmation } from './confirm-verdict/form.ts';
import { confirmationLabels, confirmVerdictPage } from './confirm-verdict/page.ts';
import { readDecideAgain } from './decide-again/form.ts';
import { answerOnRecord, decideAgainLabels, decideAgainPage } from './decide-again/page.ts';
import { readWithdrawal } from './withdraw-case/form.ts';
import { withdrawPage } from './withdraw-case/page.ts';
import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { policeForm, type CaseForm } from '../act/case-form.ts';
import { readReason, reasonPage } from '../act/reason-form.ts';

const reason = { reason: 'Reason' } as const;
const reopenPage = reasonPage({
  title: 'Reopen the case',
  button: 'Reopen',
  label: 'Why is it reopened?',
  hint: 'The case goes back to where it was before it was closed.',
});

/** What is done to the case as a whole: its facts, and whether it stands. */
// prettier-ignore
export const fileForms = {
  'withdraw-case': policeForm({ command: 'withdraw-case', show: withdrawPage, read: readWithdrawal, done: 'Case withdrawn and closed', labels: { ...reason, 'of-case': 'The other case' } }),
  'reopen-case': policeForm({ command: 'reopen-case', show: reopenPage, read: readReason, done: 'Case reopened', labels: reason }),
  'amend-fact': policeForm({ command: 'amend-fact', show: amendFactPage, startWith: factSoFar, read: readAmendment, done: 'Fact amended', labels: amendmentLabels }),
  'decide-again': policeForm({ command: 'decide-again', show: decideAgainPage, startWith: answerOnRecord, read: readDecideAgain, done: 'Decided again', labels: decideAgainLabels }),
  'confirm-verdict': policeForm({ command: 'confirm-verdict', show: confirmVerdictPage, read: readConfirmation, done: 'Confirmed that the case goes on', labels: confirmationLabels }),
} satisfies { readonly [C in CaseCommandType]?: CaseForm<C> };
