import type { ModeOfTrial, Offence } from '../case-event.ts';
import { boundsOf, isKnownToBe, knownValue } from '../known-facts.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';

/**
 * Whom no scheme may take, whatever anybody decides: somebody under the age of criminal responsibility, and an
 * offence that only the Crown Court may try.
 *
 * England and Wales 10: Children and Young Persons Act 1933 s50. Scotland 12: Age of Criminal Responsibility
 * (Scotland) Act 2019 s1. Indictable only: facts.md B2 [S-PCSC] leaves exceptions to the prosecutor, not the police.
 */
export function exclusionInLaw(facts: RecordedFacts, offence: Offence): 'excluded' | 'not-excluded' | 'not-settled' {
  const responsible = isKnownToBe(facts, 'force', 'scotland') ? 12 : 10;
  const age = boundsOf(facts, 'age');
  const mode = modeOfTrial(facts, offence);
  if (age.most < responsible || mode === 'indictable-only') return 'excluded';
  return age.least < responsible || mode === null ? 'not-settled' : 'not-excluded';
}

/**
 * How an offence of a group may be tried, where that holds for the whole group. Null: it depends on the offence,
 * and the officer says. Assumed from the general law (Magistrates' Courts Act 1980 schedule 1; Misuse of Drugs Act
 * 1971 schedule 4; Theft Act 1968; Criminal Justice Act 1967 s91; Criminal Justice Act 1988 s39).
 */
const modeByOffenceGroup: { readonly [group: string]: ModeOfTrial | null } = {
  possession: 'either-way',
  'possession-with-intent': 'either-way',
  supply: 'either-way',
  production: 'either-way',
  cultivation: 'either-way',
  shoplifting: 'either-way',
  theft: 'either-way',
  'burglary-dwelling': 'either-way',
  'burglary-other': 'either-way',
  'criminal-damage': 'either-way',
  fraud: 'either-way',
  'public-order': null,
  'common-assault': 'summary-only',
  'actual-bodily-harm': 'either-way',
  weapon: null,
  harassment: null,
  'child-neglect': 'either-way',
  'drunk-and-disorderly': 'summary-only',
  other: null,
};

/** Where the offence may be tried: as the officer says, else as its group settles; null where neither does. */
export function modeOfTrial(facts: RecordedFacts, offence: Offence): ModeOfTrial | null {
  const group = knownValue(facts, 'offence-group');
  return offence.modeOfTrial ?? (typeof group === 'string' ? (modeByOffenceGroup[group] ?? null) : null);
}
