import type { ComparedGroup } from '../../designs/finding.ts';
import { OUTCOMES } from '../../domain/plan/plan-words.ts';
import type { ReportedFinding } from '../evaluation.ts';
import type { TableBlock } from '../blocks/block.ts';
import { count, effectWords, HIDDEN, NO_NUMBER, percent, pValue, SCALE_WORDS, signed } from '../words/numbers.ts';

/** Findings as a table: both sides as they were observed, the effect with its interval, p, and the method with its n. */
export function findingsTable(caption: string, findings: readonly ReportedFinding[]): TableBlock {
  const first = findings[0];
  const sameScale = findings.every(({ scale }) => scale === first?.scale);
  const hasAdjusted = findings.some(({ adjustedP }) => adjustedP !== null);
  const effect = first !== undefined && sameScale ? SCALE_WORDS[first.scale].heading : 'Effect';
  const sides = sidesOf(findings);
  return {
    kind: 'table',
    caption,
    head: ['', sides[0], sides[1], `${effect} (95% interval)`, 'p', ...(hasAdjusted ? ['p adjusted'] : []), 'Method'],
    numbersFrom: 1,
    rows: findings.map((finding) => ({
      cells: [
        finding.label + (sameScale ? '' : ` – ${SCALE_WORDS[finding.scale].heading.toLowerCase()}`),
        groupWords(finding, finding.groups[0]),
        groupWords(finding, finding.groups[1]),
        finding.estimate === null ? 'no estimate' : effectWords(finding.estimate, finding.scale),
        pValue(finding.estimate?.p ?? null),
        ...(hasAdjusted ? [pValue(finding.adjustedP)] : []),
        [finding.refusal ?? finding.method, ...finding.notes].filter((part) => part !== '').join('. '),
      ],
    })),
  };
}

/** The names of the two sides, where every finding has the same. */
function sidesOf(findings: readonly ReportedFinding[]): [string, string] {
  const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const name = (at: 0 | 1) => {
    const names = new Set(findings.map(({ groups }) => groups[at].name));
    const [only] = names;
    return names.size === 1 && only !== undefined ? capital(only) : at === 0 ? 'With the scheme' : 'Without';
  };
  return [name(0), name(1)];
}

/** 129 of 697 (18.5%), or a mean with its n. */
function groupWords({ outcome }: ReportedFinding, { n, events, value }: ComparedGroup<number | null>): string {
  const { kind } = OUTCOMES[outcome.measure];
  if (kind === 'happened' || kind === 'time') {
    if (events === null || n === null) return n === null ? HIDDEN : `${HIDDEN} (n ${count(n)})`;
    return `${count(events)} of ${count(n)} (${percent(value)})`;
  }
  return value === null ? NO_NUMBER : `${signed(value, Math.abs(value) >= 10 ? 0 : 2)} (n ${count(n)})`;
}
