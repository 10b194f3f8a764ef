import type { RecordedDecision } from '../../../triage/index.ts';

const VERDICTS = ['eligible', 'needs-discretion', 'needs-information', 'ineligible'];

/** What can be offered first: live before the others, then from eligible to not. */
export function decidingOrder(decisions: readonly RecordedDecision[]): readonly RecordedDecision[] {
  const rank = ({ standing, verdict }: RecordedDecision): number =>
    (standing === 'live' ? 0 : 10) + VERDICTS.indexOf(verdict);
  return [...decisions].sort((a, b) => rank(a) - rank(b));
}
