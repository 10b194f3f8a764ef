import { describe, expect, test } from 'vitest';
import { parseBeginForm } from '../../src/evaluation/pages/new/form.ts';
import { beginPage } from '../../src/evaluation/pages/new/page.ts';
import { sharePage, withdrawPage } from '../../src/evaluation/pages/sharing/page.ts';
import { drawnForm } from './drawn-form.ts';

type Kept = 'kept' | 'too-large' | 'empty';

const PLAN = 'Choose the file of a plan, or paste a plan';
const COHORT = 'Choose the cohort (cohort.csv)';
const generated = { planText: 'title: x', source: { kind: 'generated', people: 3000, seed: 2 } };
const uploaded = { planText: 'title: x', source: { kind: 'uploaded' } };

describe('Beginning an evaluation', () => {
  test.each([
    ['files', true, { plan: 'title: x', data: 'files' }, { cohort: 'kept' }, uploaded],
    [
      'files, with reoffences',
      true,
      { plan: 'title: x', data: 'files' },
      { cohort: 'kept', reoffences: 'kept' },
      uploaded,
    ],
    ['generated data', true, { plan: 'title: x', data: 'generated' }, {}, generated],
    [
      'generated data, and files that are not looked at',
      true,
      { plan: 'title: x', data: 'generated' },
      { cohort: 'empty' },
      generated,
    ],
    ['no choice where there is none', false, { plan: 'title: x' }, { cohort: 'kept' }, uploaded],
    [
      'an invented choice',
      true,
      { plan: 'title: x', data: 'made-up' },
      { cohort: 'kept' },
      ['data: Select where the data come from'],
    ],
    [
      'a choice in capitals',
      true,
      { plan: 'title: x', data: 'FILES' },
      { cohort: 'kept' },
      ['data: Select where the data come from'],
    ],
    ['generated data where there are none', false, { plan: 'title: x', data: 'generated' }, {}, [`cohort: ${COHORT}`]],
    ['no file', true, { plan: 'title: x', data: 'files' }, {}, [`cohort: ${COHORT}`]],
    ['only reoffences', false, { plan: 'title: x' }, { reoffences: 'kept' }, [`cohort: ${COHORT}`]],
    [
      'an empty cohort',
      false,
      { plan: 'title: x' },
      { cohort: 'empty' },
      ['cohort: The cohort is empty: choose another file'],
    ],
    [
      'a plan file that is empty, and a plan pasted',
      false,
      { plan: 'title: x', 'plan-file': ' ' },
      { 'plan-file': 'empty', cohort: 'kept' },
      uploaded,
    ],
    [
      'a plan file that is empty, and none pasted',
      false,
      { plan: '' },
      { 'plan-file': 'empty', cohort: 'kept' },
      [`plan: ${PLAN}`],
    ],
    ['nothing', true, {}, {}, [`plan: ${PLAN}`, 'data: Select where the data come from']],
  ] as const)('%s', (...[, hasGenerated, fields, files, expected]) => {
    const read = parseBeginForm({ fields, files: new Map(Object.entries<Kept>(files)) }, hasGenerated);
    expect(read.ok ? read.value : read.errors.map(({ field, text }) => `${field}: ${text}`)).toEqual(expected);
  });

  test.each([true, false])('has the fields that are read, and leads to them (generated data: %s)', (hasGenerated) => {
    const read = parseBeginForm(
      {
        fields: {},
        files: new Map([
          ['reoffences', 'empty'],
          ['plan-file', 'too-large'],
        ]),
      },
      hasGenerated,
    );
    const errors = read.ok ? [] : read.errors;
    const page = beginPage({ form: { body: { plan: 'title: <x>' }, errors }, csrfToken: 'token', hasGenerated });
    const { names, choices, ids, body } = drawnForm(page.content);
    expect([...names].sort()).toEqual(
      [...(hasGenerated ? ['data'] : []), 'cohort', 'plan', 'plan-file', 'reoffences'].sort(),
    );
    expect(choices.get('data')).toEqual(hasGenerated ? ['generated', 'files'] : undefined);
    expect(errors.map(({ field }) => field).filter((field) => !ids.has(field))).toEqual([]);
    expect(body['plan']).toBe('title: <x>');
  });
});

const evaluation = { id: 'e1', title: 'A trial' } as Parameters<typeof withdrawPage>[0]['evaluation'];

describe('Sharing', () => {
  const boards = [
    { boardId: 'b1', name: 'Board', sharedAt: new Date('2026-03-02T09:00:00.000Z') },
    { boardId: 'b2', name: 'Council', sharedAt: null },
  ];
  const drawn = (verdict: Parameters<typeof sharePage>[0]['choices']['verdict'], body = {}) =>
    sharePage({ choices: { evaluation, boards, release: null, verdict }, form: { body, errors: [] }, csrfToken: 't' });

  test('asks which boards, and how counts are shown, and keeps what was ticked', () => {
    const { names, choices, ids, body } = drawnForm(drawn({ kind: 'free' }, { boards: ['b2'] }).content);
    expect([...new Set(names)].sort()).toEqual(['boards', 'counts']);
    expect(choices.get('boards')).toEqual(['b1', 'b2']);
    expect(choices.get('counts')).toEqual(['rounded', 'hidden']);
    expect(['boards', 'counts'].filter((field) => !ids.has(field))).toEqual([]);
    expect(body['boards']).toBe('b2');
    expect(String(drawn({ kind: 'free' }).content)).toContain('action="/evaluations/e1/share"');
  });

  test('offers no form of counts but the one that there may be, and says why', () => {
    const page = drawn({ kind: 'only', counts: 'rounded', because: 'It was released so.' }).content;
    expect(drawnForm(page).choices.has('counts')).toBe(false);
    expect(String(page)).toContain('name="counts" value="rounded"');
    expect(String(page)).toContain('Counts are in fives. It was released so.');
  });

  test('has no form where the report can’t be released, but the reason', () => {
    const page = drawn({ kind: 'refused', because: 'It differs by fewer than 10 people.' }).content;
    expect(String(page)).not.toContain('<form');
    expect(String(page)).toContain('It differs by fewer than 10 people.');
  });
});

test('Withdrawing asks for nothing but to be confirmed', () => {
  expect(drawnForm(withdrawPage({ evaluation, csrfToken: 'token' }).content).names).toEqual([]);
  expect(String(withdrawPage({ evaluation, csrfToken: 't' }).content)).toContain('action="/evaluations/e1/withdraw"');
});
