import { expect, test } from 'vitest';
import { assumedBehind } from './assumed-behind.ts';
import type { ClauseResult } from './compile-scheme.ts';
import type { ClauseStanding } from './rule.ts';
import type { Verdict } from './decide.ts';

const clause = (id: string, result: ClauseResult, standing: ClauseStanding) => ({ id, result, standing });

test.each<[string, Verdict, ReturnType<typeof clause>[], string[]]>([
  [
    'every assumed rule that lets somebody in',
    'eligible',
    [clause('A-1', 'met', 'assumed'), clause('A-2', 'met', 'sourced'), clause('A-3', 'not-known', 'assumed')],
    ['A-1'],
  ],
  [
    'the assumed rule that alone keeps somebody out',
    'ineligible',
    [clause('A-1', 'not-met', 'assumed'), clause('A-2', 'met', 'assumed')],
    ['A-1'],
  ],
  [
    'none where a sourced rule keeps them out too',
    'ineligible',
    [clause('A-1', 'not-met', 'assumed'), clause('A-2', 'not-met', 'sourced')],
    [],
  ],
  [
    'none while more must be known',
    'needs-information',
    [clause('A-1', 'met', 'assumed'), clause('A-2', 'not-known', 'sourced')],
    [],
  ],
  [
    'those met where a person must judge',
    'needs-discretion',
    [clause('A-1', 'met', 'assumed'), clause('A-2', 'for-discretion', 'sourced')],
    ['A-1'],
  ],
])('a verdict rests on %s', (_, verdict, clauses, expected) => {
  expect(assumedBehind({ verdict, clauses })).toEqual(expected);
});
