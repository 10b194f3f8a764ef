import type { FactDefinition, FactId, FactValue } from '../../../eligibility/index.ts';

/** Exact values by fact, as a person's file would have them. */
export type Person = { readonly [fact: FactId]: FactValue };

/** Whether anybody can be so, by what facts say of each other: nobody is younger today than at the offence. */
export function factsGoTogether(tied: readonly FactDefinition[], person: Person): boolean {
  return tied.every(({ id, bounds = {}, onlyIf }) => {
    const value = person[id];
    if (value === undefined) return true;
    if (onlyIf !== undefined && value === true && person[onlyIf] === false) return false;
    const least = numberOf(person, bounds.notBelow, Number.NEGATIVE_INFINITY);
    const most = numberOf(person, bounds.notAbove, Number.POSITIVE_INFINITY);
    return numbersIn(value).every((n) => n >= least && n <= most) && isFound(value, person[bounds.noneUnlessIn ?? '']);
  });
}

/** The facts of which others say something. */
export function tiedFacts(facts: readonly FactDefinition[]): FactDefinition[] {
  return facts.filter(({ bounds, onlyIf }) => bounds !== undefined || onlyIf !== undefined);
}

function numberOf(person: Person, fact: FactId | undefined, otherwise: number): number {
  const value = fact === undefined ? undefined : person[fact];
  return typeof value === 'number' ? value : otherwise;
}

function numbersIn(value: FactValue): number[] {
  if (typeof value === 'number') return [value];
  return isAmounts(value) ? Object.values(value).filter((amount) => typeof amount === 'number') : [];
}

/** What was not found weighs nothing. */
function isFound(value: FactValue, found: FactValue | undefined): boolean {
  if (!Array.isArray(found) || !isAmounts(value)) return true;
  return Object.entries(value).every(([member, amount]) => amount === 0 || found.includes(member));
}

function isAmounts(value: FactValue): value is { readonly [member: string]: number } {
  return typeof value === 'object' && !Array.isArray(value);
}
