import { nullOf } from '../../designs/finding.ts';
import { OUTCOMES } from '../../domain/plan/plan-words.ts';
import type { ReportedFinding } from '../evaluation.ts';
import { capital, effectNumber, pValue, signed } from './numbers.ts';

/** The main answer in plain sentences: what was seen, what it comes to, and what can't be ruled out. */
export function plainFinding(finding: ReportedFinding, isAssociation = false): string[] {
  if (finding.estimate === null) {
    return [`The data can’t answer the question. ${finding.refusal ?? ''}`.trim()];
  }
  return [
    ...whatWasSeen(finding),
    whatItComesTo(finding),
    isAssociation ? howSureOfAssociation(finding) : howSure(finding),
  ];
}

function within({ outcome }: ReportedFinding): string {
  return outcome.months === undefined ? '' : ` within ${outcome.months} months`;
}

function whatWasSeen(finding: ReportedFinding): string[] {
  const [one, other] = finding.groups;
  const { kind, says } = OUTCOMES[finding.outcome.measure];
  if (one.value === null || other.value === null) return [];
  if (kind === 'happened' || kind === 'time') {
    const per = (share: number) => String(Math.round(share * 100));
    return [
      `Of every 100 ${one.name}, ${per(one.value)} ${says}${within(finding)}. Of every 100 ${other.name}, ${per(other.value)} did.`,
    ];
  }
  const mean = (value: number) => signed(value, Math.abs(value) >= 10 ? 0 : 2);
  return [
    `Among ${one.name} there were on average ${mean(one.value)} ${says}${within(finding)}; among ${other.name}, ${mean(other.value)}.`,
  ];
}

function whatItComesTo(finding: ReportedFinding): string {
  const { estimate, scale } = finding;
  if (estimate === null) return '';
  const { value, low, high } = estimate;
  const allowedFor = /allowing for ([^,;]+)/.exec(finding.method)?.[1];
  const allowing = allowedFor === undefined ? 'That is' : `Allowing for ${allowedFor}, that is`;
  if (scale === 'risk-difference') {
    return `${allowing} ${fewerOrMore(value * 100, 0)} for every 100 people (95% interval: ${range(low * 100, high * 100, 0)}).`;
  }
  if (scale === 'hazard-ratio') {
    return `${allowing} ${timesWords(value)} the rate of reoffending at any time (95% interval: ${timesWords(low)} to ${timesWords(high)}; 1 would be no difference).`;
  }
  if (nullOf(scale) === 1) {
    return `${allowing} a ratio of ${effectNumber(value, scale)} (95% interval: ${effectNumber(low, scale)} to ${effectNumber(high, scale)}; 1 would be no difference).`;
  }
  return `${allowing} ${fewerOrMore(value, 2)} for each person (95% interval: ${range(low, high, 2)}).`;
}

function timesWords(value: number): string {
  return `${effectNumber(value, 'hazard-ratio')} times`;
}

function fewerOrMore(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return digits === 0 ? `less than 1 ${value < 0 ? 'fewer' : 'more'}` : 'no difference';
  return `${size} ${value < 0 ? 'fewer' : 'more'}`;
}

function range(low: number, high: number, digits: number): string {
  const size = (value: number) => Math.abs(value).toFixed(digits);
  if (low < 0 && high < 0) return `from ${size(high)} to ${size(low)} fewer`;
  if (low > 0 && high > 0) return `from ${size(low)} to ${size(high)} more`;
  return `from ${size(low)} fewer to ${size(high)} more`;
}

/** Which way an interval lies, or that it can't say. */
type Direction = 'lower' | 'higher' | 'either';

/** Whether the whole interval lies below no difference, above it, or on both sides. */
function directionOf({ estimate, scale }: ReportedFinding): Direction | null {
  if (estimate === null) return null;
  const none = nullOf(scale);
  return estimate.high < none ? 'lower' : estimate.low > none ? 'higher' : 'either';
}

/** Whichever way it lies, it says nothing of what the scheme did. */
function howSureOfAssociation(finding: ReportedFinding): string {
  const isOff = directionOf(finding) !== 'either';
  const seen = isOff
    ? 'That the two differ is more than chance alone would easily make'
    : 'The two can’t be told apart';
  return `${seen}; it is an association, and does not say that the scheme made it.`;
}

function howSure(finding: ReportedFinding): string {
  const direction = directionOf(finding);
  const { isGood } = OUTCOMES[finding.outcome.measure];
  const p = finding.estimate?.p ?? null;
  const tested = p === null ? '' : ` (p ${p < 0.001 ? '' : '= '}${pValue(p)})`;
  if (direction === 'either') {
    return `The study can’t tell this from no difference${tested}: it rules out neither a benefit nor a harm of the sizes in the interval.`;
  }
  const better = (direction === 'higher') === isGood;
  return `${capital(better ? 'a benefit' : 'a harm')} of some size is more than chance alone would easily make${tested}; how large it is stays uncertain within the interval.`;
}
