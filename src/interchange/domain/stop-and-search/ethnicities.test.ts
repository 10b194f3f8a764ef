import { describe, expect, test } from 'vitest';
import { officerDefinedGroup, selfDefinedCode } from './ethnicities.ts';

describe('The code of a self-defined ethnicity', () => {
  test.each([
    // As data.police.uk has written them
    ['White - English/Welsh/Scottish/Northern Irish/British', 'W1'],
    ['White - Gypsy or Irish Traveller', 'W3'],
    ['Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background', 'M9'],
    ['Asian/Asian British - Chinese', 'A4'],
    ['Black/African/Caribbean/Black British - African', 'B2'],
    ['Black/African/Caribbean/Black British - Any other Black/African/Caribbean background', 'B9'],
    ['Other ethnic group - Arab', 'O2'],
    ['Other ethnic group - Not stated', 'NS'],
    ['White - White British (W1)', 'W1'],
    ['Mixed - White and Asian (M3)', 'M3'],
    ['Chinese or other ethnic group - Chinese (O1)', 'O1'],
    ['Not Stated (NS)', 'NS'],
    // The census of 2021
    ['White: English, Welsh, Scottish, Northern Irish or British', 'W1'],
    ['White - Roma', 'W4'],
    ['White: Other White', 'W9'],
    ['Mixed or Multiple ethnic groups: White and Black African', 'M2'],
    ['Mixed or Multiple ethnic groups: Other Mixed or Multiple ethnic groups', 'M9'],
    ['Asian, Asian British or Asian Welsh: Pakistani', 'A2'],
    ['Asian, Asian British or Asian Welsh: Other Asian', 'A9'],
    ['Black, Black British, Caribbean or African - African', 'B2'],
    ['Black, Black British, Black Welsh, Caribbean or African: Caribbean', 'B1'],
    ['Other ethnic group: Any other ethnic group', 'O9'],
    // Codes, groups alone, capitals and blanks
    ['W1', 'W1'],
    [' b9 ', 'B9'],
    ['N2', 'N2'],
    ['White', 'W'],
    ['Asian or Asian British', 'A'],
    ['WHITE - IRISH', 'W2'],
  ])('"%s" is %s', (text, code) => expect(selfDefinedCode(text)).toBe(code));

  test.each(['Martian', 'White - Martian', 'W5', 'X1', 'White - White Irish (B2)', 'Whitish', 'White or Black'])(
    'is never guessed: "%s" has none',
    (text) => expect(selfDefinedCode(text)).toBeUndefined(),
  );
});

describe('What an officer took a person to be', () => {
  test.each([
    ['White', 'White'],
    ['mixed', 'Mixed'],
    ['IC1', 'White'],
    ['IC2 - White South European', 'White'],
    ['ic 3', 'Black'],
    ['IC4', 'Asian'],
    ['Chinese, Japanese or South East Asian', 'Asian'],
    ['Arab or North African', 'Other'],
    ['Asian or Asian British', 'Asian'],
    ['Black/African/Caribbean/Black British - African', 'Black'],
    ['O1', 'Asian'],
    ['IC9', null],
    ['Unknown', null],
    ['Not stated', null],
    ['Green', undefined],
    ['IC8', undefined],
  ])('"%s" is %s', (text, group) => expect(officerDefinedGroup(text)).toBe(group));
});
