import type { ClauseResult, Verdict } from '../../../eligibility/index.ts';
import { govukTag, type Html } from '../../../web/markup/index.ts';

const VERDICTS: Readonly<Record<Verdict, { readonly text: string; readonly colour: string }>> = {
  eligible: { text: 'Eligible', colour: 'green' },
  ineligible: { text: 'Not eligible', colour: 'red' },
  'needs-information': { text: 'More must be known', colour: 'yellow' },
  'needs-discretion': { text: 'A person must judge', colour: 'blue' },
};

const RESULTS: Readonly<Record<ClauseResult, { readonly text: string; readonly colour: string }>> = {
  met: { text: 'Met', colour: 'green' },
  'not-met': { text: 'Not met', colour: 'red' },
  'not-known': { text: 'Not known', colour: 'yellow' },
  'for-discretion': { text: 'To judge', colour: 'blue' },
};

export function verdictWords(verdict: Verdict): string {
  return VERDICTS[verdict].text;
}

export function verdictTag(verdict: Verdict): Html {
  const { text, colour } = VERDICTS[verdict];
  return govukTag({ text, classes: `govuk-tag--${colour}` });
}

export function clauseResultTag(result: ClauseResult): Html {
  const { text, colour } = RESULTS[result];
  return govukTag({ text, classes: `govuk-tag--${colour}` });
}
