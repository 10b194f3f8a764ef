import { isOneOf, isRange, type FactId, type FactValue, type Range } from '../../eligibility/index.ts';

/** How a fact is asked and its values are said, from `reference/facts.yaml`: what the engine itself does not need. */
export interface FactWords {
  readonly question: string;
  /** The question in Welsh, by a first translation. */
  readonly welsh?: string | undefined;
  /** What is ticked where the usual answer is not so, of a question on a screen of ticks; and the same in Welsh. */
  readonly tick?: string | undefined;
  readonly tickInWelsh?: string | undefined;
  /** Whether the person may prefer not to say. */
  readonly mayDecline?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly unit?: string | undefined;
  /** Who sees what is known of it, where not everybody who sees a decision: `src/reference/domain/fact-shown.ts`. */
  readonly shown?: 'need' | 'police' | undefined;
  /** Words for the values whose id is not plain already. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A district, borough or unitary authority, and the police force area that it lies in. */
export interface LocalAuthority {
  readonly name: string;
  readonly force: string;
}

/** The words of `reference/`, by id: how facts, forces and outcome types are called on pages. */
export interface ReferenceWords {
  readonly facts: ReadonlyMap<FactId, FactWords>;
  readonly forces: ReadonlyMap<string, string>;
  readonly outcomeTypes: ReadonlyMap<string, string>;
  /** The schemes there are: no list of `reference/`, so given by whoever loads these words. */
  readonly schemes: ReadonlyMap<string, string>;
  /** By ONS code: those of England and Wales. */
  readonly localAuthorities: ReadonlyMap<string, LocalAuthority>;
}

/** `personal-use` becomes "Personal use": how an id without words of its own is said. */
export function plainWords(id: string): string {
  const spaced = id.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** One value of a fact in words, without its unit: "Yes", "Admits the offence", "Durham Constabulary", "18". */
export function choiceWords(words: ReferenceWords, fact: FactId, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  const own = words.facts.get(fact)?.labels[value] ?? words.forces.get(value);
  return own ?? words.localAuthorities.get(value)?.name ?? plainWords(value);
}

/** What is known of a fact, in words: a value, "18 to 24 years", "Cannabis or Khat", "Cannabis: 3 grams", "DIVERT: 1 time". */
export function valueWords(words: ReferenceWords, fact: FactId, value: FactValue): string {
  const unit = words.facts.get(fact)?.unit;
  const measured = (text: string): string => (unit === undefined ? text : `${text} ${unit}`);
  // Units are written in the plural: 1 day, 2 days.
  if (value === 1 && unit !== undefined) return `1 ${unit.replace(/s$/, '')}`;
  if (typeof value === 'number') return measured(String(value));
  if (typeof value !== 'object') return choiceWords(words, fact, value);
  if (isList(value)) return value.length === 0 ? 'None' : value.map((one) => choiceWords(words, fact, one)).join(', ');
  if (isOneOf(value)) return value.oneOf.map((one) => valueWords(words, fact, one)).join(' or ');
  if (isRange(value)) return measured(rangeWords(value));
  return Object.entries(value)
    .map(([member, amount]) => `${memberWords(words, member)}: ${valueWords(words, fact, amount)}`)
    .join(', ');
}

/** What an amount is of: a scheme or a substance. */
export function memberWords(words: ReferenceWords, member: string): string {
  return words.schemes.get(member) ?? choiceWords(words, 'substances', member);
}

function rangeWords({ from, to }: Range): string {
  if (from === undefined) return `${to} or fewer`;
  return to === undefined ? `${from} or more` : `${from} to ${to}`;
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
