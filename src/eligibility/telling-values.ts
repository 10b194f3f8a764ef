import { factTestsIn, type FactTest, type RuleNode } from './compile-rule.ts';
import type { FactValue, KnownNumber } from './facts.ts';
import { isOneOf, isRange } from './value-forms.ts';
import { knownNumber } from './value-of-kind.ts';
import type { FactDefinition } from './vocabulary.ts';

/** Stands for every code that no rule names. */
const OTHER_CODE = 'E00000000';

/**
 * A few values of a fact between which the rules tell: for a number each bound and its neighbours, for a choice each
 * value that a rule names and one that none does, for a set each member alone. Only values still possible.
 */
export function tellingValues(
  nodes: readonly RuleNode[],
  fact: FactDefinition,
  known: FactValue | undefined,
): FactValue[] {
  const tests = nodes.flatMap(factTestsIn).filter((node) => node.slot === fact.slot);
  if (isOneOf(known)) return [...known.oneOf];
  switch (fact.type.kind) {
    case 'number':
      return numbers(tests, fact.type).filter((n) => fits(n, knownNumber(known)));
    case 'amounts':
      return tests.flatMap((test) => numbers([test], fact.type).map((n) => inAmounts(test.members, n)));
    case 'set':
      return fact.type.values.map((member) => [member]);
    case 'choice':
    case 'code':
      return choices(tests, fact);
  }
}

function numbers(tests: readonly FactTest[], type: FactDefinition['type']): number[] {
  const { least, most } = 'least' in type ? type : { least: 0, most: 0 };
  const near = new Set<number>();
  for (const { accepts } of tests) {
    if (accepts.kind !== 'spans') continue;
    for (const end of accepts.spans.flat()) {
      if (Number.isFinite(end)) for (const step of [-1, 0, 1]) near.add(end + step);
    }
  }
  return [...near].filter((n) => n >= least && n <= most);
}

/** The amount, all of it of the first member: there is none of the others. */
function inAmounts(members: readonly string[], n: number): FactValue {
  return Object.fromEntries(members.map((member, index) => [member, index === 0 ? n : 0]));
}

function fits(n: number, known: KnownNumber | undefined): boolean {
  if (!isRange(known)) return true;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = known;
  return n >= from && n <= to;
}

function choices(tests: readonly FactTest[], fact: FactDefinition): FactValue[] {
  const named = new Set(tests.flatMap(({ accepts }) => (accepts.kind === 'values' ? [...accepts.values] : [])));
  const other = fact.type.kind === 'choice' ? fact.type.values.find((value) => !named.has(value)) : OTHER_CODE;
  return other === undefined ? [...named] : [...named, other];
}
