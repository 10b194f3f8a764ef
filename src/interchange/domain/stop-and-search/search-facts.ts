import type { FactValue } from '../../../eligibility/index.ts';
import type { OutcomeMeaning } from './outcomes.ts';

/**
 * What a row of a data.police.uk stop-and-search file says about a person, as facts. A fact is given only where the
 * record settles it; a range or a choice where it settles that much. Everything else is not known.
 *
 * | fact              | from                             | known as                                                    |
 * |-------------------|----------------------------------|-------------------------------------------------------------|
 * | force             | the caller                       | the force that the file was published for                   |
 * | age               | Age range                        | a range; blank is not known                                 |
 * | sex               | Gender                           | blank is not known                                          |
 * | arrested          | Outcome                          | true for an arrest, false for any other outcome given       |
 * | disposal          | Outcome                          | where its words settle it (outcomes.ts)                     |
 * | offence-group     | Object, Outcome, Outcome linked  | drugs found: one of the five drug offences;                 |
 * |                   |                                  | a cannabis or khat warning: possession                      |
 * | substances        | Outcome                          | a cannabis or khat warning: cannabis alone or khat alone    |
 * | amount            | Outcome                          | a cannabis or khat warning: personal-use                    |
 * | intent-to-supply  | Outcome                          | a cannabis or khat warning: false (it is for personal use)  |
 * | offence-age-days  | Date                             | drugs found: days from the search to the decision           |
 *
 * Drugs were found where the object was "Controlled drugs" (or was not given, and the power is section 23, which is for
 * nothing else), the outcome is one that follows a find, and the file says that the outcome was linked to the object. A cannabis or khat warning says by itself that the drug was found, also on
 * a search for something else. An outcome of no further action, a blank outcome or a blank link leave it not known.
 *
 * Not taken from the record: which drug was found (but for the warning), how much, whether the person admits it, where
 * they live or their history: the files do not hold them. Ethnicity is not a fact that any scheme may turn on. The
 * place is moved to a nearby point by the publisher, so no council area is read from it. What was found on searches for
 * other things (weapons, stolen goods) is not turned into an offence: the object is a suspicion, and covers several.
 */
export type KnownFacts = Readonly<Record<string, FactValue>>;

/** Nothing known. */
export const NOTHING_KNOWN: KnownFacts = {};

const TEN_TO_SEVENTEEN: KnownFacts = { age: { from: 10, to: 17 } };

/** What a spreadsheet makes of `10-17` when it takes it for a date. */
export const AGES_MADE_DATES: readonly string[] = ['Oct-17', '17-Oct'];

/** By the words as data.police.uk writes them. */
export const AGE_RANGES: ReadonlyMap<string, KnownFacts> = new Map([
  ['under 10', { age: { to: 9 } }],
  ['10-17', TEN_TO_SEVENTEEN],
  ['18-24', { age: { from: 18, to: 24 } }],
  ['25-34', { age: { from: 25, to: 34 } }],
  ['over 34', { age: { from: 35 } }],
  ...AGES_MADE_DATES.map((words): [string, KnownFacts] => [words, TEN_TO_SEVENTEEN]),
]);

/** By the word as data.police.uk writes it. */
export const GENDERS: ReadonlyMap<string, KnownFacts> = new Map([
  ['Male', { sex: 'male' }],
  ['Female', { sex: 'female' }],
  ['Other', { sex: 'other' }],
]);

/** Files that went through other programs have numbers for true and false. */
export const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['True', true],
  ['1', true],
  ['1.0', true],
  ['False', false],
  ['0', false],
  ['0.0', false],
]);

const DRUG_OFFENCE: KnownFacts = {
  'offence-group': { oneOf: ['possession', 'possession-with-intent', 'supply', 'production', 'cultivation'] },
};

const POSSESSION_FOR_PERSONAL_USE: KnownFacts = {
  'offence-group': 'possession',
  substances: { oneOf: [['cannabis'], ['khat']] },
  amount: 'personal-use',
  'intent-to-supply': false,
};

/** What an outcome tells. `drugsFound`: linked to an object of controlled drugs, or a warning for cannabis or khat. */
export function factsOfOutcome({ arrested, disposal, isDrugWarning }: OutcomeMeaning, drugsFound: boolean): KnownFacts {
  const drugs = isDrugWarning ? POSSESSION_FOR_PERSONAL_USE : DRUG_OFFENCE;
  return {
    ...(arrested === undefined ? {} : { arrested }),
    ...(disposal === undefined ? {} : { disposal }),
    ...(drugsFound ? drugs : {}),
  };
}
