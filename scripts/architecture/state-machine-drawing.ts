import { rights } from '../../src/access/domain/rights.ts';
import { transitions } from '../../src/cases/domain/transitions.ts';
import { table } from '../where-is/markdown.ts';

/** Commands from this many states are drawn from the box around them all. */
const FROM_ANYWHERE = 5;

/**
 * The states of a case and the commands between them, as Mermaid draws them: those of an open case in a box, which a
 * case leaves by being closed. What leaves a case where it is has no arrow.
 */
export function stateMachineDrawing(): string {
  const arrows = new Map<string, string[]>();
  for (const { command, from, to } of transitions) {
    for (const state of from) {
      if (to === 'same' || to === state) continue;
      const start = from.length >= FROM_ANYWHERE ? 'open' : idOf(state);
      const arrow = `${start} --> ${to === 'before-closing' ? 'open' : idOf(to)}`;
      const commands = arrows.get(arrow) ?? [];
      if (!commands.includes(command)) arrows.set(arrow, [...commands, command]);
    }
  }
  const lines = [...arrows].map(([arrow, commands]) => `  ${arrow}: ${commands.join(', ')}`);
  const isWithin = (line: string): boolean => !line.includes('open -->') && !line.includes('closed');
  const named = [...new Set(transitions.flatMap(({ from }) => from))].filter((state) => state.includes('-'));
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  state open {',
    ...named.map((state) => `    state "${state.replaceAll('-', ' ')}" as ${idOf(state)}`),
    ...lines.filter(isWithin).map((line) => `  ${line}`),
    '  }',
    ...lines.filter((line) => !isWithin(line)),
    '```',
  ].join('\n');
}

/** The table itself, without what the functions in it do: their names say it. */
export function stateMachineTable(): string {
  const rows = transitions.map(({ command, event, from, to, by, guards }) => [
    `\`${command}\``,
    `\`${event}\``,
    from.join(', '),
    to,
    `\`${by}\`: ${rights[by].roles.join(', ')}`,
    guards.join(', '),
  ]);
  return table(['command', 'event', 'from', 'to', 'by those who may', 'refused unless'], rows);
}

/** Mermaid takes no hyphen in a name. */
function idOf(state: string): string {
  return state === 'nothing' ? '[*]' : state.replaceAll('-', '_');
}
