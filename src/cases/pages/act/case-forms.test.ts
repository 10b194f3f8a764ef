import { expect, test } from 'vitest';
import { rights, rightsOf } from '../../../access/index.ts';
import { sideOf } from '../../domain/side-of.ts';
import { transitions } from '../../domain/transitions.ts';
import { caseForms } from './case-forms.ts';

test('Every command that the state machine knows has its form, but for those of a triage and of a person’s details', () => {
  const commands = new Set<string>(transitions.map(({ command }) => command));
  commands.delete('triage-person');
  commands.delete('correct-birthday');
  expect(Object.keys(caseForms).sort()).toEqual([...commands].sort());
});

test('A form is for the side on which somebody may give its command', () => {
  for (const form of Object.values(caseForms)) {
    const roles = transitions.filter(({ command }) => command === form.command).flatMap(({ by }) => rights[by].roles);
    const sides = new Set(roles.map((role) => sideOf({ rights: rightsOf(role) })));
    expect([form.command, form.side]).toEqual([form.command, sides.size === 2 ? 'both' : [...sides][0]]);
  }
});
