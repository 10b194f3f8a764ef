import type { Person } from './people.ts';

/** The bench scheme as a programmer would write it: the limit. Writes the result of every clause, gives the verdict. */
export function decideByHand(person: Person, results: Uint8Array, at: number): boolean {
  const clause1 = person.age >= 18;
  const clause2 = person['home-force'] === 'durham';
  const clause3 = person.force === 'durham';
  const clause4 = person['offence-age-days'] <= 89;
  const clause5 = isListed(person['offence-group']);
  const clause6 = isLow(person['domestic-abuse']);
  const clause7 = person.admission === 'admits' || (person.admission === 'no-reply' && person['evidence-to-charge']);
  const clause8 = !person['hate-crime'];
  const clause9 = !person['subject-to-court-order'];
  const clause10 = !person['suspended-sentence-or-conditional-discharge'];
  const clause11 = !person['co-accused'];
  const clause12 = person['gravity-score'] >= 1 && person['gravity-score'] <= 3;
  results[at] = clause1 ? 1 : 2;
  results[at + 1] = clause2 ? 1 : 2;
  results[at + 2] = clause3 ? 1 : 2;
  results[at + 3] = clause4 ? 1 : 2;
  results[at + 4] = clause5 ? 1 : 2;
  results[at + 5] = clause6 ? 1 : 2;
  results[at + 6] = clause7 ? 1 : 2;
  results[at + 7] = clause8 ? 1 : 2;
  results[at + 8] = clause9 ? 1 : 2;
  results[at + 9] = clause10 ? 1 : 2;
  results[at + 10] = clause11 ? 1 : 2;
  results[at + 11] = clause12 ? 1 : 2;
  return (
    clause1 &&
    clause2 &&
    clause3 &&
    clause4 &&
    clause5 &&
    clause6 &&
    clause7 &&
    clause8 &&
    clause9 &&
    clause10 &&
    clause11 &&
    clause12
  );
}

/** The same, giving the verdict alone and stopping at the first clause not met. */
export function verdictByHand(person: Person): boolean {
  return (
    person.age >= 18 &&
    person['home-force'] === 'durham' &&
    person.force === 'durham' &&
    person['offence-age-days'] <= 89 &&
    isListed(person['offence-group']) &&
    isLow(person['domestic-abuse']) &&
    (person.admission === 'admits' || (person.admission === 'no-reply' && person['evidence-to-charge'])) &&
    !person['hate-crime'] &&
    !person['subject-to-court-order'] &&
    !person['suspended-sentence-or-conditional-discharge'] &&
    !person['co-accused'] &&
    person['gravity-score'] >= 1 &&
    person['gravity-score'] <= 3
  );
}

function isListed(group: string): boolean {
  return (
    group === 'possession' ||
    group === 'shoplifting' ||
    group === 'theft' ||
    group === 'criminal-damage' ||
    group === 'fraud' ||
    group === 'public-order'
  );
}

function isLow(abuse: string): boolean {
  return abuse === 'none' || abuse === 'standard' || abuse === 'medium';
}
