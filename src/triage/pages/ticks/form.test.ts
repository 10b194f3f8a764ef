import { describe, expect, test } from 'vitest';
import { parseVocabulary } from '../../../eligibility/index.ts';
import type { FormBody } from '../../../web/markup/index.ts';
import { readTicks, ticksSent } from './form.ts';

const vocabulary = parseVocabulary(
  [
    { id: 'hate-crime', type: 'yes-no', when: 'seen', question: 'Hate?', asking: { unticked: false } },
    {
      id: 'amount',
      type: 'choice',
      values: ['own', 'more'],
      when: 'seen',
      question: 'How much?',
      asking: { unticked: 'own' },
    },
    {
      id: 'abuse',
      type: 'choice',
      values: ['none', 'low', 'high'],
      when: 'seen',
      question: 'Abuse?',
      asking: { unticked: 'none' },
    },
    { id: 'sex', type: 'choice', values: ['female', 'male'], when: 'asked', question: 'Sex?' },
  ],
  [],
);
const everyTick = ['hate-crime', 'amount', 'abuse'];

function read(body: FormBody): unknown {
  const result = readTicks(ticksSent(vocabulary, { asked: everyTick, ...body }), body);
  return result.ok ? Object.fromEntries(result.value.map(({ fact, value }) => [fact, value])) : result.errors;
}

describe('Each tick is an answer, and so is each that is left empty', () => {
  test.each<[string, FormBody, unknown]>([
    ['none of them', { applies: 'none' }, { 'hate-crime': false, amount: 'own', abuse: 'none' }],
    ['one', { applies: 'hate-crime' }, { 'hate-crime': true, amount: 'own', abuse: 'none' }],
    ['a choice of two', { applies: ['amount'] }, { 'hate-crime': false, amount: 'more', abuse: 'none' }],
    [
      'one of several, which is asked by itself',
      { applies: ['abuse'] },
      { 'hate-crime': false, amount: 'own', abuse: { oneOf: ['low', 'high'] } },
    ],
    ['all', { applies: everyTick }, { 'hate-crime': true, amount: 'more', abuse: { oneOf: ['low', 'high'] } }],
    ['none that is known', { applies: 'none', unknown: 'abuse' }, { 'hate-crime': false, amount: 'own', abuse: null }],
    [
      'one, and one not known',
      { applies: 'amount', unknown: ['abuse'] },
      { 'hate-crime': false, amount: 'more', abuse: null },
    ],
    ['all not known', { unknown: everyTick }, { 'hate-crime': null, amount: null, abuse: null }],
  ])('%s', (_name, body, answers) => {
    expect(read(body)).toEqual(answers);
  });
});

describe('What is no answer is asked for again, at its field', () => {
  test.each<[string, FormBody, string]>([
    ['nothing ticked', {}, 'applies'],
    ['some not known, and nothing said of the others', { unknown: 'abuse' }, 'applies'],
    ['one, and none of these', { applies: ['hate-crime', 'none'] }, 'applies'],
    ['one that applies and is not known', { applies: 'abuse', unknown: 'abuse' }, 'unknown'],
    ['what is not listed', { applies: 'sex' }, 'applies'],
    ['what is not listed as not known', { applies: 'none', unknown: 'sex' }, 'applies'],
    ['a word of the language', { applies: 'constructor' }, 'applies'],
  ])('%s', (_name, body, field) => {
    expect(read(body)).toEqual([expect.objectContaining({ field })]);
  });
});

test('Only what may be ticked is taken from what a form says it asked', () => {
  const sent = (asked: string | string[]) => ticksSent(vocabulary, { asked }).map(({ id }) => id);
  expect([sent(['sex', 'amount', 'gone']), sent('abuse'), sent([])]).toEqual([['amount'], ['abuse'], []]);
  expect(readTicks([], { applies: 'none' }).ok).toBe(false);
  expect(sent(['abuse', 'hate-crime', 'abuse'])).toEqual(['abuse', 'hate-crime']);
});
