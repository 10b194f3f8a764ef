import { readOutcome } from './record-outcome/form.ts';
import { outcomePage } from './record-outcome/page.ts';
import { readReturn } from './return-for-prosecution/form.ts';
import { returnPage } from './return-for-prosecution/page.ts';
import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { policeForm, type CaseForm } from '../act/case-form.ts';
import { readReason, reasonPage } from '../act/reason-form.ts';

const reason = { reason: 'Reason' } as const;
const closePage = reasonPage({
  title: 'Close without further consequence',
  button: 'Close the case',
  label: 'Reason',
  ends: true,
});

/** How a case ends. */
// prettier-ignore
export const outcomeForms = {
  'record-outcome': policeForm({ command: 'record-outcome', show: outcomePage, read: readOutcome, done: 'Outcome recorded and case closed', labels: { responsibility: 'Responsibility accepted', evidence: 'Evidence sufficient', agrees: 'Agrees to the caution', victim: 'Victim asked', 'victim-view': 'What the victim says', serious: 'Serious case', inspector: 'Inspector', leave: 'Who gave leave', 'sergeant-name': 'Name of the sergeant', 'inspector-name': 'Name of the inspector', 'prosecutor-name': 'Name of the prosecutor', departure: 'Why not the outcome in the scheme’s document', rationale: 'Reasons' } }),
  'return-for-prosecution': policeForm({ command: 'return-for-prosecution', show: returnPage, read: readReturn, done: 'Case returned and closed', labels: { charged: 'Charged or summonsed', ...reason } }),
  'close-without-consequence': policeForm({ command: 'close-without-consequence', show: closePage, read: readReason, done: 'Case closed without further consequence', labels: reason }),
} satisfies { readonly [C in CaseCommandType]?: CaseForm<C> };
