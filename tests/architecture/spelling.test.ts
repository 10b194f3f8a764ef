import { describe, expect, test } from 'vitest';
import { americanWords, americanWordsOfCode, americanWordsOfProse } from './american-words.ts';
import { projectFiles, textOf } from './source-tree.ts';

const code = projectFiles().filter(
  (file) => /^(src|bench|scripts)\/.*\.ts$/.test(file) && !file.includes('.generated.'),
);
const prose = projectFiles().filter((file) => /^(docs|schemes|reference)\/.*\.(md|ya?ml)$|^[A-Z]+\.md$/.test(file));

describe('spelling is British', () => {
  test('in names, comments and sentences of the code', () => {
    expect(code.flatMap((file) => americanWordsOfCode(file, textOf(file)))).toEqual([]);
  });

  test('in documents, schemes and reference data', () => {
    expect(prose.flatMap((file) => americanWordsOfProse(file, textOf(file)))).toEqual([]);
  });

  test.each([
    'organization',
    'Authorizes',
    'randomised and anonymized',
    'behavior',
    'license',
    'enrollment',
    'offense',
  ])('so it would notice %s', (words) => expect(americanWords(words)).toHaveLength(1));

  test.each([
    'organisation',
    'offence',
    'licence',
    'enrolment',
    'colour',
    'LICENSE',
    'size',
    'prize',
    'seized',
    'color: red',
    'Therneau and Grambsch, Modeling Survival Data',
  ])('and lets %s be', (words) => expect(americanWords(words)).toEqual([]));

  test('while names that others gave may be used', () => {
    expect(americanWordsOfCode('x.ts', "text.normalize('NFC'); options.headers.authorization;")).toEqual([]);
    expect(americanWordsOfCode('x.ts', 'const normalizedText = 1; // the behavior')).toHaveLength(2);
  });
});
