import { factsNamedByAsking, TURNS, type Asking } from './asking.ts';
import { factDocument, type FactBounds, type FactDocument, type MayBecome } from './fact-document.ts';
import type { Choice, FactId } from './fact-id.ts';

/**
 * The one vocabulary of facts: what each fact is called, what kind of value it takes and how much it takes to find out.
 * It is data (`reference/facts.yaml`); this file gives it a type and refuses a vocabulary that is not one.
 */

/** How a fact comes to be known. */
export const FINDING_ORDER = ['seen', 'asked', 'looked-up', 'judged'] as const;
export type Finding = (typeof FINDING_ORDER)[number];

export type FactKind =
  /** A number; `whole` ones step by one. `least` and `most` bound what is possible, inclusive. */
  | { readonly kind: 'number'; readonly whole: boolean; readonly least: number; readonly most: number }
  /** One of a closed list. Yes/no facts are the choice between true and false. */
  | { readonly kind: 'choice'; readonly values: readonly Choice[] }
  /** One of an open list, known by its form (an ONS code). */
  | { readonly kind: 'code'; readonly pattern: string }
  /** Any number of members of a closed list. */
  | { readonly kind: 'set'; readonly values: readonly string[] }
  /** A number for each of a closed list (substances), or of an open one whose members are known by their form. */
  | {
      readonly kind: 'amounts';
      readonly values: readonly string[];
      readonly pattern?: string;
      readonly whole?: boolean;
      readonly least: number;
      readonly most: number;
    };

export interface FactDefinition {
  readonly id: FactId;
  /** Position in the vocabulary; facts are held by it. */
  readonly slot: number;
  readonly type: FactKind;
  readonly when: Finding;
  /** The question in plain English. */
  readonly question: string;
  readonly bounds?: FactBounds;
  /** The fact that stands in for this one where a person is described in a file that leaves it out: never at triage. */
  readonly standIn?: FactId;
  /** Asked before anything else: what a stop is about. */
  readonly frame?: boolean;
  /** Days from the offence to the decision: the law is read as it was on the day of the offence. */
  readonly datesOffence?: boolean;
  /** The question makes sense only where this yes/no fact is true; where it is false, a yes/no fact is false too. */
  readonly onlyIf?: FactId;
  /** Values by which nothing is settled yet: a rule reads each of them as any of those that it may become, too. */
  readonly mayBecome?: MayBecome;
  /** They are so only until the outcome is recorded (`at-the-outcome.ts`). */
  readonly untilOutcome?: boolean;
  readonly asking?: Asking;
}

export interface Vocabulary {
  readonly facts: readonly FactDefinition[];
  readonly byId: ReadonlyMap<FactId, FactDefinition>;
  /** Where the days from the offence to the decision are, if any fact holds them. */
  readonly offenceAgeSlot: number | null;
}

const SCHEME_ID = '^[a-z0-9]+(-[a-z0-9]+)*$';

/**
 * Builds the vocabulary from the parsed `facts` list of `reference/facts.yaml` and the ids of the forces.
 * Throws, naming the fact, where the list is not one: a broken vocabulary is a fault of the program, not of a user.
 */
export function parseVocabulary(documents: readonly unknown[], forceIds: readonly string[]): Vocabulary {
  const facts = documents.map((document, slot) => definition(factDocument(document, slot), slot, forceIds));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  if (byId.size !== facts.length) throw new Error('The vocabulary names a fact twice');
  for (const fact of facts) for (const other of factsNamedBy(fact)) if (!byId.has(other)) throw noSuchFact(fact, other);
  return vocabularyOfFacts(facts);
}

/** The vocabulary of these facts, each in its slot. */
export function vocabularyOfFacts(facts: readonly FactDefinition[]): Vocabulary {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return { facts, byId, offenceAgeSlot: facts.find(({ datesOffence }) => datesOffence === true)?.slot ?? null };
}

function definition(document: FactDocument, slot: number, forceIds: readonly string[]): FactDefinition {
  const { id, when, question } = document;
  if (!isFinding(when)) throw new Error(`Fact ${id}: "${when}" is not a way of finding out`);
  const turn = document.asking?.turn;
  const unticked = document.asking?.unticked;
  const type = kindOf(document, forceIds);
  if (unticked !== undefined && (type.kind !== 'choice' || !type.values.includes(unticked)))
    throw new Error(`Fact ${id}: "${unticked}" is none of its values`);
  const becoming = Object.entries(document.mayBecome ?? {}).flatMap(([value, others]) => [value, ...others]);
  const isValue = (value: Choice): boolean =>
    type.kind === 'choice' && type.values.some((each) => String(each) === String(value));
  const stray = becoming.find((value) => !isValue(value));
  if (stray !== undefined) throw new Error(`Fact ${id}: "${stray}" is none of its values`);
  if (turn !== undefined && !TURNS.includes(turn)) throw new Error(`Fact ${id}: "${turn}" is not a turn of asking`);
  return { id, slot, question, when, type, ...relationsOf(document) };
}

function isFinding(when: string): when is Finding {
  return FINDING_ORDER.some((finding) => finding === when);
}

function relationsOf({ bounds, standIn, frame, datesOffence, onlyIf, mayBecome, untilOutcome, asking }: FactDocument) {
  return {
    ...(bounds === undefined ? {} : { bounds }),
    ...(standIn === undefined ? {} : { standIn }),
    ...(frame === undefined ? {} : { frame }),
    ...(datesOffence === undefined ? {} : { datesOffence }),
    ...(onlyIf === undefined ? {} : { onlyIf }),
    ...(mayBecome === undefined ? {} : { mayBecome }),
    ...(untilOutcome === undefined ? {} : { untilOutcome }),
    ...(asking === undefined ? {} : { asking }),
  };
}

function factsNamedBy({ bounds = {}, standIn, onlyIf, asking = {} }: FactDefinition): FactId[] {
  const { notBelow, notAbove, noneUnlessIn } = bounds;
  const others = [notBelow, notAbove, noneUnlessIn, standIn, onlyIf, ...factsNamedByAsking(asking)];
  return others.filter((other) => other !== undefined);
}

function noSuchFact({ id }: FactDefinition, other: FactId): Error {
  return new Error(`Fact ${id} names "${other}", which is no fact`);
}

function kindOf(document: FactDocument, forceIds: readonly string[]): FactKind {
  const { values = [], min = 0, max = Number.POSITIVE_INFINITY } = document;
  switch (document.type) {
    case 'number':
      return { kind: 'number', whole: document.whole !== false, least: min, most: max };
    case 'choice':
      return { kind: 'choice', values };
    case 'yes-no':
      return { kind: 'choice', values: [true, false] };
    case 'force':
      return { kind: 'choice', values: [...forceIds, ...(document.also ?? [])] };
    case 'code':
      return { kind: 'code', pattern: document.pattern ?? '.+' };
    case 'set':
      return { kind: 'set', values: textsIn(values) };
    case 'amounts':
      return { kind: 'amounts', values: textsIn(values), least: min, most: max };
    case 'counts-by-scheme':
      return { kind: 'amounts', values: [], pattern: SCHEME_ID, whole: true, least: min, most: max };
    default:
      throw new Error(`Fact ${document.id}: "${document.type}" is not a type of fact`);
  }
}

/** The members of a set or of amounts, which are never yes or no. */
function textsIn(values: readonly Choice[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
