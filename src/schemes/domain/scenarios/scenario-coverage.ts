import { memberOf, type Finding } from '../../../documents/index.ts';
import {
  acceptanceOf,
  membersRead,
  type Clause,
  type ClauseResult,
  type FactRule,
  type Rule,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { factRulesIn } from '../checks/rule-parts.ts';
import type { ScenarioRun } from './run-scenarios.ts';
import type { Scheme } from '../scheme-document.ts';

/**
 * What the scenarios of a scheme leave unshown. Each clause must be seen met, not met and not known (or waiting for a
 * person's judgement), as far as its rule can come to that, and each number that it turns on must be seen at its bound
 * and one step beyond. Only days on which the clause is in force count.
 */
export function coverageFindings(scheme: Scheme, runs: readonly ScenarioRun[], vocabulary: Vocabulary): Finding[] {
  return scheme.eligibility.flatMap((clause) => {
    const inForce = runs.filter(({ decision }) => decision.clauses.some(({ id }) => id === clause.id));
    return [...resultsNotShown(clause, inForce), ...boundsNotShown(clause, inForce, vocabulary)];
  });
}

const SHOWN_AS: { readonly [result in ClauseResult]: string } = {
  met: 'in which it is met',
  'not-met': 'in which it is not met',
  'not-known': 'in which it is not known',
  'for-discretion': 'in which it waits for a person to judge',
};

function resultsNotShown({ id, rule }: Clause, runs: readonly ScenarioRun[]): Finding[] {
  const shown = new Set(runs.map(({ decision }) => decision.clauses.find((answer) => answer.id === id)?.result));
  return reachableResults(rule)
    .filter((result) => !shown.has(result))
    .map((result) => ({
      path: ['scenarios'],
      at: 'key',
      problem: `${id} has no scenario ${SHOWN_AS[result]}`,
      remedy: `add one whose name begins with ${id}`,
    }));
}

/** What a rule can come to at all: a judgement alone is never met by facts. */
function reachableResults(rule: Rule): ClauseResult[] {
  const { met, notMet, judgement, facts } = reach(rule);
  const results: [boolean, ClauseResult][] = [
    [met, 'met'],
    [notMet, 'not-met'],
    [facts, 'not-known'],
    [judgement, 'for-discretion'],
  ];
  return results.flatMap(([reachable, result]) => (reachable ? [result] : []));
}

interface Reach {
  readonly met: boolean;
  readonly notMet: boolean;
  readonly judgement: boolean;
  readonly facts: boolean;
}

function reach(rule: Rule): Reach {
  if ('discretion' in rule) return { met: false, notMet: false, judgement: true, facts: false };
  if ('fact' in rule) return { met: true, notMet: true, judgement: false, facts: true };
  if ('not' in rule) {
    const { met, notMet, ...rest } = reach(rule.not);
    return { met: notMet, notMet: met, ...rest };
  }
  const parts = ('allOf' in rule ? rule.allOf : rule.anyOf).map(reach);
  const all = 'allOf' in rule;
  return {
    met: all ? parts.every(({ met }) => met) : parts.some(({ met }) => met),
    notMet: all ? parts.some(({ notMet }) => notMet) : parts.every(({ notMet }) => notMet),
    judgement: parts.some(({ judgement }) => judgement),
    facts: parts.some(({ facts }) => facts),
  };
}

function boundsNotShown({ id, rule }: Clause, runs: readonly ScenarioRun[], vocabulary: Vocabulary): Finding[] {
  return factRulesIn(rule).flatMap((test) => {
    const shown = runs.flatMap(({ facts }) => numberIn(facts.values[test.fact], test));
    const members = membersRead(test);
    const what = members.length === 0 ? test.fact : `${test.fact} of ${members.join(' and ')}`;
    return demandsOf(test, vocabulary)
      .filter(({ isShownBy }) => !shown.some(isShownBy))
      .map(({ words }) => ({
        path: ['scenarios'],
        at: 'key',
        problem: `${id} has no scenario with ${what} ${words}`,
        remedy: `add one whose name begins with ${id}`,
      }));
  });
}

/** The number that a scenario shows of what the test reads; of several members, their sum where each is known. */
function numberIn(value: unknown, test: FactRule): number[] {
  const members = membersRead(test);
  if (members.length === 0) return typeof value === 'number' ? [value] : [];
  const amounts = members.map((member) => memberOf(value, member) ?? 0);
  const isShown = value !== undefined && amounts.every((amount) => typeof amount === 'number');
  return isShown ? [amounts.reduce((sum, amount) => sum + amount, 0)] : [];
}

interface Demand {
  readonly words: string;
  readonly isShownBy: (n: number) => boolean;
}

/** Each end of a span of numbers must be shown, and one step beyond it where a fact can have that value. */
function demandsOf(test: FactRule, vocabulary: Vocabulary): Demand[] {
  const type = vocabulary.byId.get(test.fact)?.type;
  if (type === undefined || !('least' in type)) return [];
  const accepts = acceptanceOf(test, type);
  if (accepts.kind !== 'spans') return [];
  const whole = type.kind === 'number' && type.whole;
  const isPossible = (n: number): boolean => Number.isFinite(n) && n >= type.least && n <= type.most;
  const beyond = (end: number, step: 1 | -1): Demand[] => {
    if (!Number.isFinite(end) || !isPossible(end + (whole ? step : step / 1000))) return [];
    return [whole ? exactly(end + step) : near(end, step)];
  };
  // No number is the last below a bound, nor the first above it: the bound itself is shown, and one close by.
  if (!whole && 'lessThan' in test) return [exactly(test.lessThan), near(test.lessThan, -1)];
  if (!whole && 'moreThan' in test) return [exactly(test.moreThan), near(test.moreThan, 1)];
  return accepts.spans.flatMap(([low, high]) => [
    ...(low === high ? [low] : [low, high]).filter(isPossible).map(exactly),
    ...beyond(low, -1),
    ...beyond(high, 1),
  ]);
}

function near(end: number, step: 1 | -1): Demand {
  const words = `within 1 ${step > 0 ? 'above' : 'below'} ${end}`;
  return { words, isShownBy: (n) => (n - end) * step > 0 && (n - end) * step <= 1 };
}

function exactly(n: number): Demand {
  return { words: String(n), isShownBy: (shown) => shown === n };
}
