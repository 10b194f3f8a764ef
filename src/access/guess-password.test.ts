import { describe, expect, test } from 'vitest';
import { loadForces } from '../reference/store/forces.ts';
import { passwordFault } from './domain/password-fault.ts';
import { roles } from './domain/roles.ts';
import { passwordGuesser } from './guess-password.ts';

const forces = await loadForces();
const guess = passwordGuesser(forces.flatMap(({ id, name }) => [id, name, ...name.split(' ')]));
const known = ['merle.ashdown@durham.example', 'Merle Ashdown'];
const faultOf = (password: string) => passwordFault(password, known, guess);

describe('A password is easily guessed', () => {
  test.each([
    ['Password1234', 'nearly-common'],
    ['qwerty123456', 'common'],
    ['1q2w3e4r5t6y', 'common'],
    ['p@ssw0rd123!', 'nearly-common'],
    ['administrator', 'one-word'],
    ['passwordpassword', 'repeats'],
    ['aaaaaaaaaaaaaaa', 'repeats'],
    ['abababababab', 'repeats'],
    ['abcdefghijkl', 'sequence'],
    ['1234567890-=', 'keyboard-pattern'],
    ['Merle Ashdown 1984', 'expected-words'],
    ['ashdown-durham', 'expected-words'],
    ['WaymarkWaymark', 'expected-words'],
    ['Waymark2026!!', 'expected-words'],
    ['DurhamConstabulary1', 'expected-words'],
    ['west-midlands-police', 'expected-words'],
    ['Durham-Police-2026!', 'expected-words'],
    ['M-e-r-l-e-A-s-h-d-o-w-n', 'expected-words'],
    ['Merle . Ashdown . 84 !', 'expected-words'],
    ['qwertyuiopasdfghjklzxcvbnm', 'too-simple'],
    ['thisisapassword', 'too-simple'],
  ] as const)('%s: %s', async (password, because) => {
    expect(await faultOf(password)).toEqual({ code: 'password-easily-guessed', because });
  });
});

describe('A password is expected of anybody here that is made, with a year, of', () => {
  const nowhere = passwordGuesser([]);
  test.each<[string, readonly string[]]>([
    ['the name of this program', ['Waymark']],
    ['the police and their ranks', ['Police', 'Constabulary', 'Constable', 'Sergeant']],
    ['a role that people have here', roles],
    ['what the work is about', ['Diversion', 'Divert', 'Triage', 'Custody', 'Cannabis']],
    ['a well-known scheme', ['Checkpoint', 'TurningPoint']],
  ])('%s', async (_, words) => {
    for (const word of words) {
      const fault = await passwordFault(`${word}-2026-!!`, [], nowhere);
      expect([word, fault]).toEqual([word, { code: 'password-easily-guessed', because: 'expected-words' }]);
    }
  });
});

test.each(['kelo-rabo-ti', 'four words by chance', 'kelo-rabo-timu-suni', 'gjkdls38dkslf'])(
  'A password of chance is not easily guessed: %s',
  async (password) => {
    expect(await faultOf(password)).toBeNull();
  },
);

test('What is expected of one person is not expected of another', async () => {
  expect(await passwordFault('Ermentrude Featherstonehaugh', ['Ermentrude Featherstonehaugh'], guess)).not.toBeNull();
  expect(await passwordFault('Ermentrude Featherstonehaugh', known, guess)).toBeNull();
});
