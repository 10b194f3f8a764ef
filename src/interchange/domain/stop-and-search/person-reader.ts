import { wordReader, type NumberedRow, type ReadingPlace } from './row-fields.ts';
import { AGE_MADE_DATE, AGE_RANGES, GENDERS, NOTHING_KNOWN, type KnownFacts } from './search-facts.ts';

/** What a row says of the person: the age, and the sex. */
export type PersonFacts = readonly [age: KnownFacts, sex: KnownFacts];

/** Reads the person's age range and gender. */
export function personReader(place: ReadingPlace): (row: NumberedRow) => PersonFacts {
  const { header, ledger } = place;
  const ages = wordReader(place, {
    column: 'ageRange',
    meanings: AGE_RANGES,
    blank: 'age-not-given',
    notRecognised: 'age-range-not-recognised',
  });
  const genders = wordReader(place, {
    column: 'gender',
    meanings: GENDERS,
    blank: 'gender-not-given',
    notRecognised: 'gender-not-recognised',
  });
  const madeDates = ledger.counter('age-range-read-as-date', header.name.ageRange);

  return (row) => {
    const age = ages(row) ?? NOTHING_KNOWN;
    if (age === AGE_MADE_DATE) madeDates.add(row.number, row.fields[header.at.ageRange]);
    return [age, genders(row) ?? NOTHING_KNOWN];
  };
}
