import type { CalendarDay } from '../shared/calendar-day.ts';
import { turnOf } from './asking.ts';
import { compileRule } from './compile-rule.ts';
import { clausesOn, type CompiledScheme } from './compile-scheme.ts';
import { decide } from './decide.ts';
import type { Facts, FactValue, KnownChoice } from './facts.ts';
import { factsOf } from './parse-facts.ts';
import { NOT_MET } from './possible.ts';
import type { Rule } from './rule.ts';
import { withSettledFacts } from './settled-facts.ts';
import { isStillToCome } from './still-open.ts';
import { tellingValues } from './telling-values.ts';
import type { FactId } from './fact-id.ts';
import type { FactDefinition, Vocabulary } from './vocabulary.ts';

/** Two questions at least make a screen of ticks: one is asked by itself. */
const FEWEST_TICKS = 2;

/** What is asked next: one question by itself, or several on one screen of ticks. None once nothing is left to ask. */
export interface NextAsked {
  readonly fact: FactId | null;
  /** The questions of the screen of ticks, `fact` the first of them; none where it is asked by itself. */
  readonly ticks: readonly FactId[];
}

/** The fact to find out next, whether by itself or as the first on a screen of ticks; null when none is left. */
export function nextQuestion(
  schemes: readonly CompiledScheme[],
  known: Facts,
  asOf: CalendarDay,
  unanswerable: ReadonlySet<FactId> = new Set(),
): FactId | null {
  return nextAsked(schemes, known, asOf, unanswerable).fact;
}

/**
 * The fact to find out next, so that as few as possible are asked before every scheme is settled; null when none is
 * left to ask.
 *
 * The frame first, while any scheme may still take the person: who it is about and for what, even where no clause reads
 * it. Then what hardly ever applies, all on one screen, by turn. Then by turn (`asking.ts`): what the officer can see, ask and judge on the spot, what must be looked up, what is
 * said under caution, what is agreed once the terms are told. Within a turn, the one that leaves the fewest facts
 * missing, on average over its telling values; the vocabulary's order breaks a tie. A question whose condition is open
 * gives way to the condition.
 *
 * Judgements are not facts: a scheme that waits only for a person has nothing left to ask. `unanswerable` holds the
 * facts that were asked for and nobody knows or says: they stay missing and are not asked for again. Nor is what was answered with
 * a value that says that it is still to come.
 */
export function nextAsked(
  schemes: readonly CompiledScheme[],
  known: Facts,
  asOf: CalendarDay,
  unanswerable: ReadonlySet<FactId> = new Set(),
): NextAsked {
  const vocabulary = schemes[0]?.vocabulary;
  if (!vocabulary) return NOTHING;
  const facts = withSettledFacts(vocabulary, known);
  const inReach = schemes.filter((scheme) => decide(scheme, facts, asOf).verdict !== 'ineligible');
  if (inReach.length === 0) return NOTHING;
  const asker = { vocabulary, facts, unanswerable };
  const frame = vocabulary.facts.find((fact) => isFrame(asker, fact) && isOpen(asker, fact) && isAskable(asker, fact));
  if (frame) return { fact: frame.id, ticks: [] };

  const missing = new Set(inReach.flatMap((scheme) => decide(scheme, facts, asOf).missing));
  const candidates = new Set(
    vocabulary.facts
      .filter((fact) => missing.has(fact.id) && !unanswerable.has(fact.id))
      .filter((fact) => !isStillToCome(fact, facts.values[fact.id]))
      .flatMap((fact) => askedFor(asker, fact)),
  );
  const ticks = vocabulary.facts.filter((fact) => candidates.has(fact) && isTicked(fact) && isOpen(asker, fact));
  if (ticks.length >= FEWEST_TICKS) {
    const inTurn = ticks.toSorted((a, b) => turnOf(a) - turnOf(b)).map(({ id }) => id);
    return { fact: inTurn[0] ?? null, ticks: inTurn };
  }
  const first = Math.min(...[...candidates].map(turnOf));
  const asked = vocabulary.facts.filter((fact) => candidates.has(fact) && turnOf(fact) === first);
  let best: { fact: FactDefinition; left: number } | null = null;
  for (const fact of asked) {
    const left = asked.length === 1 ? 0 : expectedLeft({ schemes: inReach, facts, asOf, fact, vocabulary });
    if (best === null || left < best.left) best = { fact, left };
  }
  return { fact: best?.fact.id ?? null, ticks: [] };
}

const NOTHING: NextAsked = { fact: null, ticks: [] };

/** Whether a question may stand on a screen of ticks. */
export function isTicked({ asking }: FactDefinition): boolean {
  return asking?.unticked !== undefined;
}

/** What a question of a screen of ticks comes to: ticked, one of the values that are not the usual one. */
export function valueTicked({ type, asking }: FactDefinition, ticked: boolean): KnownChoice | null {
  const usual = asking?.unticked;
  if (usual === undefined || type.kind !== 'choice') return null;
  if (!ticked) return usual;
  const others = type.values.filter((value) => value !== usual);
  const [only] = others;
  return others.length === 1 && only !== undefined ? only : { oneOf: others };
}

export interface Asker {
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  readonly unanswerable: ReadonlySet<FactId>;
}

function isFrame({ vocabulary, facts }: Asker, { frame, asking }: FactDefinition): boolean {
  return frame === true && !isBroken(vocabulary, facts, asking?.frameWhere);
}

/** Nothing is known of it, and nobody was asked in vain. */
function isOpen({ facts, unanswerable }: Asker, { id, slot }: FactDefinition): boolean {
  return facts.slots[slot] === undefined && !unanswerable.has(id);
}

function isAskable({ vocabulary, facts }: Asker, { asking }: FactDefinition): boolean {
  return !isBroken(vocabulary, facts, asking?.where);
}

function isBroken(vocabulary: Vocabulary, { slots }: Facts, rule: Rule | undefined): boolean {
  return rule !== undefined && compileRule(vocabulary, rule).possible(slots) === NOT_MET;
}

/** What is asked to find out a fact: the question before it that is still open, else the fact itself; or nothing. */
function askedFor(asker: Asker, fact: FactDefinition): readonly FactDefinition[] {
  if (!isAskable(asker, fact)) return [];
  const { after = [], once = [] } = fact.asking ?? {};
  const conditions = [...once, ...(fact.onlyIf === undefined ? [] : [fact.onlyIf])];
  const before = [...after, ...conditions].flatMap((id) => asker.vocabulary.byId.get(id) ?? []);
  const open = before.find((other) => isOpen(asker, other) && isAskable(asker, other));
  if (open !== undefined) return askedFor(asker, open);
  const isUnmet = before.some(
    (other) => conditions.includes(other.id) && isAskable(asker, other) && asker.facts.slots[other.slot] !== true,
  );
  return isUnmet ? [] : [fact];
}

/**
 * The question without whose answer this one may not be asked, however its page is reached: one that goes before it and
 * is open, or a condition that was not answered with yes. Null where it may be asked.
 */
export function barredBy(asker: Asker, { asking }: FactDefinition): FactId | null {
  const { after = [], once = [] } = asking ?? {};
  const before = [...after, ...once].flatMap((id) => asker.vocabulary.byId.get(id) ?? []);
  const barring = before.find(
    (other) =>
      isAskable(asker, other) &&
      (isOpen(asker, other) || (once.includes(other.id) && asker.facts.slots[other.slot] !== true)),
  );
  return barring?.id ?? null;
}

interface Trial {
  readonly schemes: readonly CompiledScheme[];
  readonly facts: Facts;
  readonly asOf: CalendarDay;
  readonly fact: FactDefinition;
  readonly vocabulary: Vocabulary;
}

/** Facts still missing over all schemes after an answer, on average over the telling values. */
function expectedLeft({ schemes, facts, asOf, fact, vocabulary }: Trial): number {
  let left = 0;
  let possible = 0;
  for (const value of valuesToTry({ schemes, facts, asOf, fact, vocabulary })) {
    const answered = factsOf(vocabulary, { ...facts.values, [fact.id]: value });
    // A value that what is known rules out cannot be answered.
    if (!answered.ok) continue;
    possible += 1;
    for (const scheme of schemes) left += decide(scheme, answered.value, asOf).missing.length;
  }
  return possible === 0 ? Number.POSITIVE_INFINITY : left / possible;
}

/** The telling values; of a condition that no rule reads itself, yes and no. */
function valuesToTry({ schemes, facts, asOf, fact }: Trial): readonly FactValue[] {
  const { type, slot } = fact;
  if (type.kind === 'choice' && type.values.every((value) => typeof value === 'boolean')) return type.values;
  const nodes = schemes.flatMap((scheme) => clausesOn(scheme, asOf).map(({ node }) => node));
  return tellingValues(nodes, fact, facts.slots[slot]);
}
