import {
  decide,
  isAskedOnceTold,
  parseFacts,
  type CompiledScheme,
  type Decision,
  type Facts,
  type Vocabulary,
} from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { TriageDraft } from './triage-draft.ts';

/** A scheme that waits only for what the person says once they are told its terms, and for what an officer may judge. */
export interface ReadyToOffer {
  /** What is decided if the person agrees: eligible, or left to the officer. */
  readonly ifAgreed: Decision;
  /** The questions of yes or no that are left, to be answered once the person was told. */
  readonly asks: readonly string[];
}

interface Asked {
  readonly vocabulary: Vocabulary;
  /** The live ones among the schemes of the force. */
  readonly live: readonly CompiledScheme[];
  readonly facts: Facts;
  readonly today: CalendarDay;
}

/**
 * The schemes that can be offered, and answered, on one page: nothing is left to ask but what is asked once the person was
 * told. None as soon as any of that was asked by itself.
 */
export function readyToOffer(
  { vocabulary, live, facts, today }: Asked,
  draft: TriageDraft,
  next: string | null,
): readonly ReadyToOffer[] {
  const isAtTheEnd = (fact: string): boolean => {
    const definition = vocabulary.byId.get(fact);
    return definition !== undefined && isAskedOnceTold(definition);
  };
  if ((next !== null && !isAtTheEnd(next)) || draft.answered.some(isAtTheEnd)) return [];
  return live.flatMap((scheme) => {
    const asks = decide(scheme, facts, today).missing;
    if (!asks.every(isAtTheEnd)) return [];
    const agreed = parseFacts(vocabulary, { ...facts.values, ...Object.fromEntries(asks.map((fact) => [fact, true])) });
    const ifAgreed = agreed.ok ? decide(scheme, agreed.value, today) : null;
    return ifAgreed !== null && mayBeOffered(ifAgreed) ? [{ ifAgreed, asks }] : [];
  });
}

function mayBeOffered({ verdict, discretions }: Decision): boolean {
  return verdict === 'eligible' || (verdict === 'needs-discretion' && discretions.every(({ by }) => by === 'officer'));
}
