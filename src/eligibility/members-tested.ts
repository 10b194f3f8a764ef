import type { CalendarDay } from '../shared/calendar-day.ts';
import { factTestsIn } from './compile-rule.ts';
import { clausesOn, type CompiledScheme } from './compile-scheme.ts';
import type { FactDefinition } from './vocabulary.ts';

/** The members of a fact of amounts that a scheme's clauses read on a day, each once: the schemes whose times it counts. */
export function membersTested(scheme: CompiledScheme, fact: FactDefinition, asOf: CalendarDay): readonly string[] {
  const tests = clausesOn(scheme, asOf).flatMap(({ node }) => factTestsIn(node));
  return [...new Set(tests.filter(({ slot }) => slot === fact.slot).flatMap(({ members }) => members))];
}
