import type { Rule } from './rule.ts';
import type { Choice, FactId } from './fact-id.ts';

/**
 * The order in which questions are asked at a stop. What the officer sees, asks and judges on the spot comes before what
 * somebody has to look up; what is said under caution, what is weighed, and what can only be answered once the terms of a
 * scheme were told come last.
 */
export const TURNS = [
  'seen',
  'asked',
  'judged',
  'looked-up',
  /** A person's past: looked up after everything else on record, and never asked for its own sake. */
  'history',
  /** Nobody is asked about an offence before they were cautioned. */
  'under-caution',
  /** What is weighed once the rest is known, what the person said among it: the evidence, which disposal. */
  'weighed',
  /** Nobody can agree to what they were not told. */
  'terms-told',
] as const;
export type Turn = (typeof TURNS)[number];

/** How a fact is asked for. No decision turns on it, so that it is not kept with decisions. */
export interface Asking {
  /** Left out: as the fact comes to be known. */
  readonly turn?: Turn;
  /** Questions that go before this one, whatever their answers. */
  readonly after?: readonly FactId[];
  /** Yes/no facts that must be true before this one is asked. */
  readonly once?: readonly FactId[];
  /** The question is asked unless this is broken. */
  readonly where?: Rule;
  /** Of a fact of the frame: it is one unless this is broken. */
  readonly frameWhere?: Rule;
  /**
   * The answer that nearly everybody has. Such questions are asked together, on one screen of ticks: what is not ticked is
   * this, what is ticked is one of the other values, and which of several is asked by itself.
   */
  readonly unticked?: Choice;
  /** A count that is nearly always none or one: "none", "one" and "two or more" are a tap each. */
  readonly tapped?: boolean;
  /** On the page of this question, while none of the facts was answered. */
  readonly together?: readonly AnsweredTogether[];
  /** Where the rule is met the answer needs no asking. */
  readonly settled?: { readonly where: Rule; readonly as: Choice };
  /** The same, where nobody was asked by the time an outcome is recorded: a triage that needs it asks all the same. */
  readonly settledAtOutcome?: { readonly where: Rule; readonly as: Choice };
}

/** One tap that answers several questions at once, in words that say each of the answers. */
export interface AnsweredTogether {
  readonly says: string;
  readonly answers: { readonly [fact: FactId]: Choice };
}

/** The place of a question in the order of asking. */
export function turnOf({ asking, when }: { readonly asking?: Asking; readonly when: Turn }): number {
  return TURNS.indexOf(asking?.turn ?? when);
}

/** Whether a question is asked only once the person was told the terms of a scheme. */
export function isAskedOnceTold(fact: { readonly asking?: Asking; readonly when: Turn }): boolean {
  return turnOf(fact) === TURNS.indexOf('terms-told');
}

/** Every fact that the way of asking for another one names. */
export function factsNamedByAsking({
  after = [],
  once = [],
  where,
  frameWhere,
  settled,
  settledAtOutcome,
  together = [],
}: Asking): FactId[] {
  const rules = [where, frameWhere, settled?.where, settledAtOutcome?.where].filter((rule) => rule !== undefined);
  const answered = together.flatMap(({ answers }) => Object.keys(answers));
  return [...after, ...once, ...answered, ...rules.flatMap(factsInRule)];
}

function factsInRule(rule: Rule): FactId[] {
  if ('allOf' in rule) return rule.allOf.flatMap(factsInRule);
  if ('anyOf' in rule) return rule.anyOf.flatMap(factsInRule);
  if ('not' in rule) return factsInRule(rule.not);
  return 'fact' in rule ? [rule.fact] : [];
}
