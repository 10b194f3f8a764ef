import { rights } from '../../src/access/domain/rights.ts';
import { transitions } from '../../src/cases/domain/transitions.ts';
import { linkTo, table } from '../where-is/markdown.ts';
import { filesUnder, textOf } from '../where-is/source-file.ts';

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

/** The table itself, without what the functions in it do: their names say it, and lead to them. */
export function stateMachineTable(): string {
  const places = exportsOfDomain();
  const rows = transitions.map(({ command, event, from, to, by, guards }) => [
    `\`${command}\``,
    `\`${event}\``,
    from.join(', '),
    to,
    `\`${by}\`: ${rights[by].roles.join(', ')}`,
    guards.map((guard) => linkTo(places.get(guard) ?? 'src/cases/domain/transitions.ts', guard)).join(', '),
    makerOf(event, places),
  ]);
  return table(['command', 'event', 'from', 'to', 'by those who may', 'refused unless', 'what it holds'], rows);
}

/** What makes the data of an event, as its line of the table names it; a line stands on one line of the file. */
function makerOf(event: string, places: ReadonlyMap<string, string>): string {
  const line = textOf('src/cases/domain/transitions.ts')
    .split('\n')
    .find((text) => text.includes(`event: '${event}'`));
  const name = /eventData: (\w+)/.exec(line ?? '')?.[1] ?? '';
  return linkTo(places.get(name) ?? 'src/cases/domain/transitions.ts', name);
}

/** Every function and value that the rules of cases export, and the file that it is in. */
function exportsOfDomain(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of filesUnder('src/cases/domain', (path) => path.endsWith('.ts') && !path.includes('.test'))) {
    for (const [, name = ''] of textOf(file).matchAll(/^export (?:const|function) (\w+)/gm)) found.set(name, file);
  }
  return found;
}

/** Mermaid takes no hyphen in a name. */
function idOf(state: string): string {
  return state === 'nothing' ? '[*]' : state.replaceAll('-', '_');
}
