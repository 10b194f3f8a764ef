import { membersTested, type CompiledScheme, type Decision, type FactDefinition } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';

/** Whether a fact is a count for each scheme: its members are not a closed list. */
export function isCountByScheme({ type }: FactDefinition): boolean {
  return type.kind === 'amounts' && type.pattern !== undefined;
}

interface Counting {
  /** The schemes that the force could offer. */
  readonly schemes: readonly CompiledScheme[];
  /** What each of them says so far. */
  readonly decisions: readonly Pick<Decision, 'scheme' | 'standing' | 'verdict'>[];
  readonly today: CalendarDay;
}

/**
 * The schemes that a count by scheme is asked for: those that a clause of a live scheme counts while it may still take
 * the person, and those with a count already. Where that is none (its page can be opened at any time), those that any
 * scheme of the force counts.
 */
export function schemesCounted(
  { schemes, decisions, today }: Counting,
  fact: FactDefinition,
  known: unknown,
): readonly string[] {
  const open = new Set(
    decisions
      .filter(({ standing, verdict }) => standing === 'live' && verdict !== 'ineligible')
      .map(({ scheme }) => scheme),
  );
  const countedBy = (some: readonly CompiledScheme[]): readonly string[] =>
    some.flatMap((scheme) => membersTested(scheme, fact, today));
  const counted = known !== null && typeof known === 'object' ? Object.keys(known) : [];
  const asked = new Set([...countedBy(schemes.filter(({ id }) => open.has(id))), ...counted]);
  return [...(asked.size > 0 ? asked : new Set(countedBy(schemes)))];
}
