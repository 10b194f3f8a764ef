import { describe, expect, test } from 'vitest';
import type { FactDefinition, FactKind } from '../../../eligibility/index.ts';
import type { FormBody } from '../../../web/markup/index.ts';
import { typedAnswer } from './fields.ts';
import { readAnswer, saysNotKnown } from './read-answer.ts';

const fact = (type: FactKind, id = 'example'): FactDefinition => ({
  id,
  slot: 0,
  type,
  when: 'seen',
  question: 'What?',
});
const age = fact({ kind: 'number', whole: true, least: 0, most: 120 });
const yesNo = fact({ kind: 'choice', values: [true, false] });
const drugs = fact({ kind: 'set', values: ['cannabis', 'khat'] });
const grams = fact({ kind: 'amounts', values: ['cannabis', 'khat'], least: 0, most: Infinity });
const times = fact({ kind: 'amounts', values: [], pattern: '^[a-z]+$', whole: true, least: 0, most: Infinity });
const force = fact({ kind: 'choice', values: ['durham', 'cleveland'] }, 'home-force');
const council = fact({ kind: 'code', pattern: '^[EWSN]\\d{8}$' });

/** The value read, or the fields that are wrong. */
function read(definition: FactDefinition, body: FormBody): unknown {
  const result = readAnswer(definition, body, { substances: [], counted: ['divert', 'checkpoint'] });
  return result.ok ? result.value : result.errors.map(({ field }) => field);
}

describe('An answer is read as facts files write it', () => {
  test.each([
    ['yes', yesNo, { answer: 'true' }, true],
    ['no', yesNo, { answer: 'false' }, false],
    ['an exact number', age, { answer: '17' }, 17],
    ['a range', age, { 'answer-from': '18', 'answer-to': '24' }, { from: 18, to: 24 }],
    ['a range with an open end', age, { 'answer-from': '18' }, { from: 18 }],
    ['one drug', drugs, { answer: 'khat' }, ['khat']],
    ['several drugs, in the order of the vocabulary', drugs, { answer: ['khat', 'cannabis'] }, ['cannabis', 'khat']],
    ['no drug', drugs, { answer: 'none' }, []],
    ['an amount to a hundredth', grams, { 'answer-khat': '0.25' }, { khat: 0.25 }],
    ['amounts of some drugs', grams, { 'answer-cannabis': '3.5', 'answer-khat': '' }, { cannabis: 3.5 }],
    ['times on each scheme', times, { 'answer-divert': '1', 'answer-checkpoint': '0' }, { divert: 1, checkpoint: 0 }],
    ['the own force', force, { answer: 'durham' }, 'durham'],
    ['another force', force, { answer: 'other', 'other-force': 'cleveland' }, 'cleveland'],
    ['a code in small letters', council, { answer: 'e06000037' }, 'E06000037'],
  ] as const)('%s', (_name, definition, body, value) => {
    expect(read(definition, body)).toEqual(value);
  });
});

describe('What is no answer is asked for again, at its field', () => {
  test.each([
    ['nothing chosen', yesNo, {}, ['answer']],
    ['nothing typed', age, {}, ['answer']],
    ['no number', age, { answer: 'young' }, ['answer']],
    ['part of a year', age, { answer: '17.5' }, ['answer']],
    ['more than can be', age, { answer: '121' }, ['answer']],
    ['a range the wrong way round', age, { 'answer-from': '24', 'answer-to': '18' }, ['answer-to']],
    ['no drug ticked', drugs, {}, ['answer']],
    ['a drug there is not', drugs, { answer: 'tea' }, ['answer']],
    ['an amount that is none', grams, { 'answer-cannabis': 'some' }, ['answer-cannabis']],
    ['an amount with words before it', grams, { 'answer-cannabis': 'about 3' }, ['answer-cannabis']],
    ['an amount with words after it', grams, { 'answer-cannabis': '3g' }, ['answer-cannabis']],
    ['an amount with its point at the end', grams, { 'answer-cannabis': '3.' }, ['answer-cannabis']],
    ['a number with a sign', age, { answer: '-17' }, ['answer']],
    ['another force, not said which', force, { answer: 'other', 'other-force': '' }, ['other-force']],
    ['a code of another form', council, { answer: 'Reading' }, ['answer']],
  ] as const)('%s', (_name, definition, body, fields) => {
    expect(read(definition, body)).toEqual(fields);
  });
});

test('An answer can be shown in its fields and read from them again', () => {
  for (const [definition, value] of [
    [yesNo, true],
    [age, 17],
    [age, { from: 18 }],
    [drugs, ['khat']],
    [drugs, []],
    [grams, { khat: 2 }],
  ] as const) {
    expect(read(definition, typedAnswer(definition, value))).toEqual(value);
  }
});

test('"I don’t know" is a button of its own', () => {
  expect([saysNotKnown({ 'not-known': 'yes' }), saysNotKnown({ answer: 'true' })]).toEqual([true, false]);
});
