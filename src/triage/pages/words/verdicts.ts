import { assumedBehind, type ClauseAnswer, type ClauseResult, type Verdict } from '../../../eligibility/index.ts';
import { govukTag, type Html } from '../../../web/markup/index.ts';

/** A decision as far as its verdict is shown: with the clauses, which say what the verdict rests on. */
export interface VerdictShown {
  readonly verdict: Verdict;
  readonly clauses: readonly Pick<ClauseAnswer, 'id' | 'result' | 'standing'>[];
}

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

/** A verdict alone: where the clauses are not at hand, or a person gave it. */
export function verdictWords(verdict: Verdict): string {
  return VERDICTS[verdict].text;
}

/** The verdict of a decision, with how many of the rules that it rests on nobody wrote down. */
export function verdictLine(decision: VerdictShown): string {
  const { length } = assumedBehind(decision);
  const words = verdictWords(decision.verdict);
  return length === 0 ? words : `${words}, by ${length} assumed rule${length === 1 ? '' : 's'}`;
}

/** The verdict of a decision as a tag; what is assumed behind it stands in the tag. */
export function verdictTag(decision: VerdictShown): Html {
  return govukTag({ text: verdictLine(decision), classes: `govuk-tag--${VERDICTS[decision.verdict].colour}` });
}

/** The verdict that a person gave: it rests on no rule. */
export function givenVerdictTag(verdict: Verdict): Html {
  return verdictTag({ verdict, clauses: [] });
}

export function clauseResultTag(result: ClauseResult): Html {
  const { text, colour } = RESULTS[result];
  return govukTag({ text, classes: `govuk-tag--${colour}` });
}
