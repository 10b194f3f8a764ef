/**
 * Whether a search was for drugs: by its power (the column "Legislation") or by its object. Section 23 of the Misuse of
 * Drugs Act 1971 gives a power to search for controlled drugs and for nothing else; no other power in the files does.
 * Forces leave the object blank on thousands of searches under section 23. Where power and object say different things
 * the search is one for drugs, as one of the two says so, and it is counted apart that they contradict each other.
 */
export type SearchPower = 'drugs' | 'other';

/** `as-power`: the words leave it to the power what was looked for. */
export type SearchObject = 'drugs' | 'other' | 'as-power';

/** By the words of data.police.uk. Source of the powers: its column Legislation, PACE code A annex A. */
export const POWERS: ReadonlyMap<string, SearchPower> = new Map([
  ['Misuse of Drugs Act 1971 (section 23)', 'drugs'],
  ['Police and Criminal Evidence Act 1984 (section 1)', 'other'],
  ['Police and Criminal Evidence Act 1984 (section 6)', 'other'],
  ['Firearms Act 1968 (section 47)', 'other'],
  ['Criminal Justice and Public Order Act 1994 (section 60)', 'other'],
  ['Criminal Justice Act 1988 (section 139B)', 'other'],
  ['Psychoactive Substances Act 2016 (s36(2))', 'other'],
  ['Psychoactive Substances Act 2016 (s37(2))', 'other'],
  ['Customs and Excise Management Act 1979 (section 163)', 'other'],
  ['Aviation Security Act 1982 (section 27(1))', 'other'],
  ['Aviation Security Act 1982 (section 24B)', 'other'],
  ['Terrorism Act 2000 (section 43)', 'other'],
  ['Terrorism Act 2000 (section 47A)', 'other'],
  ['Poaching Prevention Act 1862 (section 2)', 'other'],
  ['Deer Act 1991 (section 12)', 'other'],
  ['Wildlife and Countryside Act 1981 (section 19)', 'other'],
  ['Protection of Badgers Act 1992 (section 11)', 'other'],
  ['Conservation of Seals Act 1970 (section 4)', 'other'],
  ['Crossbows Act 1987 (section 4)', 'other'],
  ['Hunting Act 2004 (section 8)', 'other'],
  ['Environmental Protection Act 1990 (section 34B )', 'other'],
  ['Public Stores Act 1875 (section 6)', 'other'],
  ['Sporting events (Control of Alcohol etc.) Act 1985 (section 7)', 'other'],
]);

export const OBJECTS: ReadonlyMap<string, SearchObject> = new Map([
  ['Controlled drugs', 'drugs'],
  ['Evidence of offences under the Act', 'as-power'],
  ['Detailed object of search unavailable', 'as-power'],
  ['Article for use in theft', 'other'],
  ['Articles for use in theft', 'other'],
  ['Articles for use in criminal damage', 'other'],
  ['Anything to threaten or harm anyone', 'other'],
  ['Crossbows', 'other'],
  ['Evidence of wildlife offences', 'other'],
  ['Firearms', 'other'],
  ['Fireworks', 'other'],
  ['Game or poaching equipment', 'other'],
  ['Goods on which duty has not been paid etc.', 'other'],
  ['Offensive weapons', 'other'],
  ['Psychoactive substances', 'other'],
  ['Seals or hunting equipment', 'other'],
  ['Stolen goods', 'other'],
]);

/** How it is known that a search was for drugs. The last two are contradictions. */
export type DrugsBy =
  'power and object' | 'power alone' | 'object alone' | 'power against object' | 'object against power';

/** What a search was for. */
export interface SearchPurpose {
  /** Null where neither the power nor the object tells. */
  readonly object: 'drugs' | 'other' | null;
  /** Null where it was not for drugs. */
  readonly drugsBy: DrugsBy | null;
  /**
   * Whether what was found and linked to the object was drugs: where the object is something else, it was that, and where
   * it is not given, the power says what it was.
   */
  readonly isLinkedToDrugs: boolean;
}

/** What a search was for, by its power and its object. Undefined is blank, or a word that is not known. */
export function purposeOf(power: SearchPower | undefined, written: SearchObject | undefined): SearchPurpose {
  const object = written === 'as-power' ? undefined : written;
  const drugsBy = howDrugs(power, object);
  if (drugsBy === null) return { object: power ?? object ?? null, drugsBy, isLinkedToDrugs: false };
  return { object: 'drugs', drugsBy, isLinkedToDrugs: object !== 'other' };
}

function howDrugs(power: SearchPower | undefined, object: 'drugs' | 'other' | undefined): DrugsBy | null {
  if (power === 'drugs') {
    return object === 'drugs' ? 'power and object' : object === 'other' ? 'power against object' : 'power alone';
  }
  if (object !== 'drugs') return null;
  return power === 'other' ? 'object against power' : 'object alone';
}
