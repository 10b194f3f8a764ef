import { existsSync } from 'node:fs';
import { linkTo, table } from '../where-is/markdown.ts';
import { firstSentence, projectRoot, sourceFiles } from '../where-is/source-file.ts';
import { roomImports, roomOf, type RoomImport } from './room-imports.ts';

/** Everybody stands on shared, and cli joins everything, as the files of src/ itself do: their arrows would hide the rest. */
const LEFT_OUT = new Set(['shared', 'cli']);

/** The rooms and the arrows between them, as Mermaid draws them: whole where code is used, dotted for types alone. */
export function roomsDrawing(): string {
  const names = rooms();
  const arrows = arrowsBetween(names).map(
    ({ from, to, onlyTypes }) => `  ${idOf(from)} ${onlyTypes ? '-.->' : '-->'} ${idOf(to)}`,
  );
  const boxes = names.map((name) => `  ${idOf(name)}["${name}"]`);
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n');
}

/** Each room with what it is for and what it uses. */
export function roomsTable(): string {
  const arrows = arrowsBetween(rooms());
  const rows = rooms().map((name) => {
    const index = `src/${name}/index.ts`;
    const used = arrows.filter(({ from }) => from === name);
    const namesOf = (onlyTypes: boolean): string =>
      used
        .filter((arrow) => arrow.onlyTypes === onlyTypes)
        .map(({ to }) => to)
        .join(', ');
    const says = existsSync(`${projectRoot}${index}`) ? (firstSentence(index) ?? '') : '';
    return [linkTo(`src/${name}`, name), says, namesOf(false), namesOf(true)];
  });
  return table(['room', 'what it is', 'uses', 'only the types of'], rows);
}

function rooms(): string[] {
  const names = new Set(sourceFiles().flatMap((file) => roomOf(file) ?? []));
  return [...names].filter((name) => !LEFT_OUT.has(name)).sort();
}

function arrowsBetween(names: readonly string[]): readonly RoomImport[] {
  return roomImports().filter(({ from, to }) => names.includes(from) && names.includes(to));
}

function idOf(room: string): string {
  return room.replace('/', '_');
}
