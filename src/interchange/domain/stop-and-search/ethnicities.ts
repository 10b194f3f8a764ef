/**
 * The words for how people describe themselves, as the police's codes for them: 16+1, or 18+1 where an Arab, a Chinese,
 * a Roma or a Traveller person has a code of their own. data.police.uk has used those of the 2001 census, with the code in
 * brackets (files of 2016), and those of the 2011 census (from 2018 on); forces write the bare codes, and the words of
 * the 2021 census. "Not stated" is a code: somebody asked and was not told. A blank field is not.
 *
 * A word is known when its group and its detail are; nothing is guessed from a likeness. Sources: the Office for
 * National Statistics' ethnic groups of 2001, 2011 and 2021 (England and Wales), the Home Office's 16+1 and 18+1 lists.
 */
const GROUPS: readonly (readonly [letter: string, names: readonly string[]])[] = [
  ['W', ['White']],
  ['M', ['Mixed', 'Mixed/Multiple', 'Mixed/Multiple ethnic groups', 'Mixed or Multiple ethnic group']],
  ['A', ['Asian', 'Asian or Asian British', 'Asian, Asian British or Asian Welsh']],
  [
    'B',
    [
      'Black',
      'Black or Black British',
      'Black/African/Caribbean/Black British',
      'Black, Black British, Caribbean or African',
      'Black, Black British, Black Welsh, Caribbean or African',
    ],
  ],
  ['O', ['Other', 'Other ethnic group', 'Other ethnic groups', 'Chinese or other ethnic group']],
];

/** By group: the words after it, and the code they stand for. */
const DETAILS: Readonly<Record<string, readonly (readonly [code: string, words: readonly string[]])[]>> = {
  W: [
    [
      'W1',
      [
        'British',
        'White British',
        'English/Welsh/Scottish/Northern Irish/British',
        'English, Welsh, Scottish or British',
      ],
    ],
    ['W2', ['Irish', 'White Irish']],
    ['W3', ['Gypsy or Irish Traveller', 'Gypsy/Irish Traveller', 'Gypsy or Traveller']],
    ['W4', ['Roma']],
    ['W9', ['Other', 'Other White', 'Any other White background', 'Any other White ethnic background']],
  ],
  M: [
    ['M1', ['White and Black Caribbean']],
    ['M2', ['White and Black African']],
    ['M3', ['White and Asian']],
    [
      'M9',
      [
        'Other Mixed',
        'Any other Mixed background',
        'Any other Mixed ethnic background',
        'Any other Mixed/Multiple ethnic background',
        'Other Mixed or Multiple ethnic groups',
      ],
    ],
  ],
  A: [
    ['A1', ['Indian']],
    ['A2', ['Pakistani']],
    ['A3', ['Bangladeshi']],
    ['A4', ['Chinese']],
    ['A9', ['Other Asian', 'Any other Asian background', 'Any other Asian ethnic background']],
  ],
  B: [
    ['B1', ['Caribbean']],
    ['B2', ['African']],
    [
      'B9',
      [
        'Other Black',
        'Any other Black background',
        'Any other Black ethnic background',
        'Any other Black/African/Caribbean background',
        'Any other Black, Black British, Caribbean or African background',
        'Any other Black, Black British or Caribbean background',
      ],
    ],
  ],
  O: [
    ['O1', ['Chinese']],
    ['O2', ['Arab']],
    ['O9', ['Any other ethnic group', 'Any other ethnic background']],
    ['NS', ['Not stated']],
  ],
};

/** Words that stand alone. A group alone is its letter. */
const ALONE: readonly (readonly [code: string, words: readonly string[]])[] = [
  ['NS', ['Not stated', 'Not stated (NS)', 'Refused', 'Declined', 'Prefer not to say']],
  ['W1', ['White British']],
  ['W2', ['White Irish']],
  ['W3', ['Gypsy or Irish Traveller']],
  ['W4', ['Roma']],
  ['W9', ['Any other White background']],
  ['M1', ['White and Black Caribbean']],
  ['M2', ['White and Black African']],
  ['M3', ['White and Asian']],
  ['M9', ['Any other Mixed background', 'Any other Mixed or Multiple ethnic background']],
  ['A1', ['Indian', 'Asian Indian']],
  ['A2', ['Pakistani', 'Asian Pakistani']],
  ['A3', ['Bangladeshi', 'Asian Bangladeshi']],
  ['A4', ['Chinese']],
  ['A9', ['Any other Asian background']],
  ['B1', ['Caribbean', 'Black Caribbean']],
  ['B2', ['African', 'Black African']],
  ['B9', ['Any other Black background']],
  ['O2', ['Arab']],
  ['O9', ['Any other ethnic group']],
];

/** N1 to N3 are why somebody did not say; NS that they did not. */
const NOT_STATED = ['NS', 'N1', 'N2', 'N3'];
const CODES: ReadonlySet<string> = new Set([
  ...Object.values(DETAILS).flatMap((details) => details.map(([code]) => code)),
  ...NOT_STATED,
]);

const WORDS: ReadonlyMap<string, string> = new Map([
  ...GROUPS.flatMap(([letter, names]) => names.map((name): [string, string] => [plain(name), letter])),
  ...ALONE.flatMap(([code, words]) => words.map((word): [string, string] => [plain(word), code])),
  ...GROUPS.flatMap(([letter, names]) =>
    names.flatMap((name) =>
      (DETAILS[letter] ?? []).flatMap(([code, words]) =>
        words.map((word): [string, string] => [plain(`${name} ${word}`), code]),
      ),
    ),
  ),
]);

/** Letters and digits alone: whether a list is written with commas, strokes or "or" does not count. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(or|and)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * The code of a self-defined ethnicity: one of the list, NS where it was not stated, or the letter of a group where only
 * the group is given. Undefined where the words are none of these, or where a code in brackets contradicts them.
 */
export function selfDefinedCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (CODES.has(code)) return code;
  const [, words = text, inBrackets] = /^(.*\S)\s*\(([A-Za-z]\w)\)\s*$/.exec(text) ?? [];
  const meant = WORDS.get(plain(words));
  return inBrackets === undefined || meant === undefined || meant === inBrackets.toUpperCase() ? meant : undefined;
}

/** What the officer took a person to be, where the files write more than the group. Null: the officer did not know. */
const OFFICER_WORDS: ReadonlyMap<string, string | null> = new Map(
  (
    [
      ['White', ['IC1', 'IC2', 'White North European', 'White South European', 'North European', 'South European']],
      ['Black', ['IC3']],
      ['Asian', ['IC4', 'IC5', 'Chinese, Japanese or South East Asian', 'Chinese, Japanese or other South East Asian']],
      ['Other', ['IC6', 'Arab or North African', 'Arabic or North African', 'Middle Eastern']],
      [null, ['IC0', 'IC7', 'IC9', 'Unknown', 'Not known']],
    ] as const
  ).flatMap(([group, words]) => words.map((word) => [plain(word), group] as const)),
);

const GROUP_OF_LETTER: Readonly<Record<string, string>> = {
  W: 'White',
  B: 'Black',
  A: 'Asian',
  M: 'Mixed',
  O: 'Other',
};
/** Chinese people are Asian, as in the census, whatever the letter of their code. */
const ASIAN_WHATEVER_THE_LETTER = 'O1';

/**
 * The group that an officer took a person to be of: White, Black, Asian, Mixed or Other, from one of these words, an IC
 * code, or the words and codes of the self-defined list. Null where the officer wrote that it is not known; undefined
 * where the words are none of these.
 */
export function officerDefinedGroup(text: string): string | null | undefined {
  const word = plain(text).replace(/^ic ?(\d)\b.*$/, 'ic$1');
  const said = OFFICER_WORDS.get(word);
  if (said !== undefined) return said;
  const code = selfDefinedCode(text);
  if (code === undefined) return undefined;
  if (NOT_STATED.includes(code)) return null;
  return code === ASIAN_WHATEVER_THE_LETTER ? 'Asian' : GROUP_OF_LETTER[code.slice(0, 1)];
}
