/** A Markdown table; `|` inside a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A link from docs/ to a place in the project, `file` or `file:line`. */
export function linkTo(place: string, shown = place): string {
  const [file = '', line] = place.split(':');
  return `[${shown}](../${file}${line === undefined ? '' : `#L${line}`})`;
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
