import { describe, expect, test } from 'vitest';
import { errorsOfBeginning } from './fault-words.ts';
import { parseBeginForm } from './form.ts';
import type { Upload } from './read-upload.ts';

const sent = (fields: Upload['fields'], files: Record<string, 'kept' | 'too-large' | 'empty'> = {}): Upload => ({
  fields,
  files: new Map(Object.entries(files)),
});
const textsOf = (upload: Upload, hasGenerated = false): readonly string[] => {
  const form = parseBeginForm(upload, hasGenerated);
  return form.ok ? [] : form.errors.map(({ field, text }) => `${field}: ${text}`);
};

describe('The form that begins an evaluation', () => {
  test('asks for a plan and a cohort', () => {
    expect(textsOf(sent({ plan: ' ' }))).toEqual([
      'plan: Choose the file of a plan, or paste a plan',
      'cohort: Choose the cohort (cohort.csv)',
    ]);
  });

  test('asks where the data come from only where there is a choice', () => {
    expect(textsOf(sent({ plan: 'title: x' }), true)).toEqual(['data: Select where the data come from']);
    expect(textsOf(sent({ plan: 'title: x', data: 'files' }), true)).toEqual([
      'cohort: Choose the cohort (cohort.csv)',
    ]);
  });

  test('takes generated data only where there are any', () => {
    expect(parseBeginForm(sent({ plan: 'title: x', data: 'generated' }), true)).toMatchObject({
      ok: true,
      value: { source: { kind: 'generated' } },
    });
    expect(textsOf(sent({ plan: 'title: x', data: 'generated' }))).toEqual(['cohort: Choose the cohort (cohort.csv)']);
  });

  test('takes a plan in a file before a pasted one', () => {
    const form = parseBeginForm(sent({ plan: 'pasted', 'plan-file': 'filed' }, { cohort: 'kept' }), false);
    expect(form).toEqual({ ok: true, value: { planText: 'filed', source: { kind: 'uploaded' } } });
  });

  test('names files that are too large or empty', () => {
    const files = { 'plan-file': 'too-large', cohort: 'too-large', reoffences: 'empty' } as const;
    expect(textsOf(sent({}, files))).toEqual([
      'plan-file: The plan must be smaller than 64 KB: a plan fits on a page',
      'cohort: The cohort must be smaller than 50 MB',
      'reoffences: The file of reoffences is empty: choose another file',
    ]);
  });

  test('says the faults of a plan by line and of data by row, and how many more there are', () => {
    const planFault = { file: 'plan', line: 3, column: 1, path: 'seed', problem: 'is missing', remedy: 'write one' };
    const dataFault = { file: 'reoffences.csv', row: 7, column: 'code', problem: 'is empty', remedy: 'write a code' };
    const wholeFile = { file: 'cohort.csv', row: null, column: '', problem: 'is not UTF-8', remedy: 'save it so' };
    const refusal = {
      code: 'faulty',
      planFaults: [planFault],
      data: { first: [dataFault, wholeFile], count: 12 },
    } as const;
    expect(errorsOfBeginning(refusal)).toEqual([
      { field: 'plan', text: 'Plan, line 3: is missing; write one' },
      { field: 'reoffences', text: 'reoffences.csv, row 7, code: is empty; write a code' },
      { field: 'cohort', text: 'cohort.csv: is not UTF-8; save it so' },
      { field: 'cohort', text: 'Data: 10 more faults' },
    ]);
  });
});
