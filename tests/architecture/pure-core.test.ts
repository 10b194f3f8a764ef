import { describe, expect, test } from 'vitest';
import { codeMadeFromText, impurities } from './forbidden-calls.ts';
import { sourceFiles, textOf } from './source-tree.ts';

const pure = /^src\/(shared|eligibility|statistics|[^/]+\/domain)\//;

describe('the pure core', () => {
  test('reads no clock, chance or environment: they are arguments', () => {
    const files = sourceFiles().filter((file) => pure.test(file));
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => impurities(file, textOf(file)))).toEqual([]);
  });

  test.each([
    'new Date()',
    'new Date',
    'Date()',
    'Date.now()',
    'Math.random()',
    "process.env['HOME']",
    'crypto.randomUUID()',
    'performance.now()',
    "fetch('/')",
    'setTimeout(() => 1, 1)',
    'console.log(1)',
  ])('could not say %s unnoticed', (code) => {
    expect(impurities('x.ts', `const x = ${code};`)).toHaveLength(1);
  });

  test('may reckon with dates it was given', () => {
    expect(impurities('x.ts', "new Date(0); Date.parse('2020-01-01'); Math.round(1); ({ process: 1 });")).toEqual([]);
  });
});

describe('this program', () => {
  test('makes no code from text', () => {
    expect(sourceFiles({ withTests: true }).flatMap((file) => codeMadeFromText(file, textOf(file)))).toEqual([]);
  });

  test.each(["eval('1')", "new Function('return 1')", "Function('return 1')"])('could not say %s unnoticed', (code) => {
    expect(codeMadeFromText('x.ts', `const x = ${code};`)).toHaveLength(1);
  });
});
