/**
 * The words that data.police.uk has for how people describe themselves, as the police's codes for them (16+1, or 18+1
 * where an Arab, a Chinese or a Traveller person has a code of their own). It has used two sets of words: those of the
 * 2001 census, with the code in brackets, in the files of 2016, and those of the 2011 census from 2018 on. "Not stated"
 * is a code: somebody asked and was not told. A blank field is not.
 */
export const SELF_DEFINED: ReadonlyMap<string, string> = new Map([
  ['White - English/Welsh/Scottish/Northern Irish/British', 'W1'],
  ['White - Irish', 'W2'],
  ['White - Gypsy or Irish Traveller', 'W3'],
  ['White - Any other White background', 'W9'],
  ['Mixed/Multiple ethnic groups - White and Black Caribbean', 'M1'],
  ['Mixed/Multiple ethnic groups - White and Black African', 'M2'],
  ['Mixed/Multiple ethnic groups - White and Asian', 'M3'],
  ['Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background', 'M9'],
  ['Asian/Asian British - Indian', 'A1'],
  ['Asian/Asian British - Pakistani', 'A2'],
  ['Asian/Asian British - Bangladeshi', 'A3'],
  ['Asian/Asian British - Chinese', 'A4'],
  ['Asian/Asian British - Any other Asian background', 'A9'],
  ['Black/African/Caribbean/Black British - Caribbean', 'B1'],
  ['Black/African/Caribbean/Black British - African', 'B2'],
  ['Black/African/Caribbean/Black British - Any other Black/African/Caribbean background', 'B9'],
  ['Other ethnic group - Arab', 'O2'],
  ['Other ethnic group - Any other ethnic group', 'O9'],
  ['Other ethnic group - Not stated', 'NS'],
  // The older words
  ['White - White British (W1)', 'W1'],
  ['White - White Irish (W2)', 'W2'],
  ['White - Any other White ethnic background (W9)', 'W9'],
  ['Mixed - White and Black Caribbean (M1)', 'M1'],
  ['Mixed - White and Black African (M2)', 'M2'],
  ['Mixed - White and Asian (M3)', 'M3'],
  ['Mixed - Any other Mixed ethnic background (M9)', 'M9'],
  ['Asian or Asian British - Indian (A1)', 'A1'],
  ['Asian or Asian British - Pakistani (A2)', 'A2'],
  ['Asian or Asian British - Bangladeshi (A3)', 'A3'],
  ['Asian or Asian British - Any other Asian ethnic background (A9)', 'A9'],
  ['Black or Black British - Caribbean (B1)', 'B1'],
  ['Black or Black British - African (B2)', 'B2'],
  ['Black or Black British - Any other Black ethnic background (B9)', 'B9'],
  ['Chinese or other ethnic group - Chinese (O1)', 'O1'],
  ['Chinese or other ethnic group - Any other ethnic group (O9)', 'O9'],
  ['Not Stated (NS)', 'NS'],
]);

/** What the officer took a person to be: the words of the files. There is no word for mixed in the CSV files. */
export const OFFICER_DEFINED: ReadonlyMap<string, string> = new Map([
  ['White', 'White'],
  ['Black', 'Black'],
  ['Asian', 'Asian'],
  ['Mixed', 'Mixed'],
  ['Other', 'Other'],
]);
