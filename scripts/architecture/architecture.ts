import { textOf } from '../where-is/source-file.ts';
import { roomsDrawing, roomsTable } from './rooms-drawing.ts';
import { stateMachineDrawing, stateMachineTable } from './state-machine-drawing.ts';

/** What stands between the marks of docs/architecture.md; all else in it is written by hand. */
const drawn: Readonly<Record<string, () => string>> = {
  'the rooms': () => `${roomsDrawing()}\n\n${roomsTable()}`,
  'the state machine': () => `${stateMachineDrawing()}\n\n${stateMachineTable()}`,
};

/** The whole of docs/architecture.md as the tree has it now. Throws where a mark is missing. */
export function architecture(): string {
  return Object.entries(drawn).reduce((text, [name, draw]) => {
    const [begin, end] = [`<!-- ${name}: drawn by npm run architecture -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/architecture.md has no place for ${name}: ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n\n${draw()}\n\n${text.slice(to)}`;
  }, textOf('docs/architecture.md'));
}
