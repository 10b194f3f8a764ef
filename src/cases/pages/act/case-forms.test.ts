import { expect, test } from 'vitest';
import { transitions } from '../../domain/transitions.ts';
import { caseForms } from './case-forms.ts';

test('Every command that the state machine knows has its form, but for the one that a triage gives', () => {
  const commands = new Set<string>(transitions.map(({ asked }) => asked));
  commands.delete('triage-person');
  expect(caseForms.map(({ asked }) => asked).sort()).toEqual([...commands].sort());
});

test('Every form has an address of its own', () => {
  const paths = caseForms.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('A form is for the side whose role may give its command', () => {
  for (const form of caseForms) {
    const roles = transitions.filter(({ asked }) => asked === form.asked).flatMap(({ by }) => by);
    const sides = new Set(roles.map((role) => (role === 'provider' ? 'provider' : 'police')));
    expect([form.path, form.side]).toEqual([form.path, sides.size === 2 ? 'both' : [...sides][0]]);
  }
});
