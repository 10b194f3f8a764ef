import { readOutcome } from './record-outcome/form.ts';
import { outcomePage } from './record-outcome/page.ts';
import { readClosing } from './close-case/form.ts';
import { closeCasePage } from './close-case/page.ts';
import { readCorrection } from './correct-outcome/form.ts';
import { correctOutcomePage } from './correct-outcome/page.ts';
import { givenOutcomePage } from './give-outcome/page.ts';
import { readTelling } from './tell-youth-justice/form.ts';
import { tellingSoFar, tellYouthJusticePage } from './tell-youth-justice/page.ts';
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

const basisLabels = {
  responsibility: 'Responsibility accepted',
  evidence: 'Evidence sufficient',
  agrees: 'Agrees to the caution',
  victim: 'Victim asked',
  'victim-view': 'What the victim says',
  serious: 'Serious case',
  inspector: 'Inspector',
  history: 'Offended before',
  'history-sergeant': 'Sergeant who gave leave',
  'history-youth-justice': 'Youth justice service that agreed',
  leave: 'Who gave leave',
  'sergeant-name': 'Name of the sergeant',
  'inspector-name': 'Name of the inspector',
  'prosecutor-name': 'Name of the prosecutor',
  departure: 'Why not the outcome in the scheme’s document',
  rationale: 'Reasons',
} as const;
const toldLabels = { team: 'Service', 'told-on-day': 'Day', 'told-on-month': 'Month', 'told-on-year': 'Year' } as const;

/** How a case ends. */
// prettier-ignore
export const outcomeForms = {
  'give-outcome': policeForm({ command: 'give-outcome', show: givenOutcomePage, read: readOutcome, done: 'Outcome recorded as given', labels: basisLabels }),
  'correct-outcome': policeForm({ command: 'correct-outcome', show: correctOutcomePage, read: readCorrection, done: 'Outcome corrected', labels: { ...basisLabels, reason: 'Why it is corrected' } }),
  'close-case': policeForm({ command: 'close-case', show: closeCasePage, read: readClosing, done: 'Case closed', labels: { reason: 'Why nothing more follows' } }),
  'tell-youth-justice': policeForm({ command: 'tell-youth-justice', show: tellYouthJusticePage, startWith: tellingSoFar, read: readTelling, done: 'Recorded that the youth justice service was told', labels: toldLabels }),
  'record-outcome': policeForm({ command: 'record-outcome', show: outcomePage, read: readOutcome, done: 'Outcome recorded and case closed', labels: basisLabels }),
  'return-for-prosecution': policeForm({ command: 'return-for-prosecution', show: returnPage, read: readReturn, done: 'Case returned and closed', labels: { charged: 'Charged or summonsed', ...reason } }),
  'close-without-consequence': policeForm({ command: 'close-without-consequence', show: closePage, read: readReason, done: 'Case closed without further consequence', labels: reason }),
} satisfies { readonly [C in CaseCommandType]?: CaseForm<C> };
