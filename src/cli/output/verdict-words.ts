import { assumedBehind, type ClauseResult, type Decision, type Verdict } from '../../eligibility/index.ts';
import type { Style } from '../terminal.ts';

/** The words and the colour of each verdict, in the order in which verdicts are listed. */
export const VERDICTS: { readonly [verdict in Verdict]: { readonly words: string; readonly style: Style } } = {
  eligible: { words: 'Eligible', style: 'green' },
  'needs-discretion': { words: "Needs a person's judgement", style: 'cyan' },
  'needs-information': { words: 'Needs information', style: 'yellow' },
  ineligible: { words: 'Ineligible', style: 'red' },
};

/** The verdict in words, with how many of the rules that it rests on nobody wrote down. */
export function verdictLine(decision: Pick<Decision, 'verdict' | 'clauses'>): string {
  const { length } = assumedBehind(decision);
  const { words } = VERDICTS[decision.verdict];
  return length === 0 ? words : `${words}, by ${length} assumed rule${length === 1 ? '' : 's'}`;
}

/** The words and the mark of each result of a clause. The mark is never the only sign. */
export const CLAUSE_RESULTS: {
  readonly [result in ClauseResult]: { readonly words: string; readonly mark: string; readonly style: Style };
} = {
  met: { words: 'met', mark: '✓', style: 'green' },
  'not-met': { words: 'not met', mark: '✗', style: 'red' },
  'not-known': { words: 'not known', mark: '?', style: 'yellow' },
  'for-discretion': { words: 'for a person to judge', mark: '◇', style: 'cyan' },
};
