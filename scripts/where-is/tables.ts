import ts from 'typescript';
import { linkTo, table } from './markdown.ts';
import { filesUnder, sentenceOf, textOf, walk } from './source-file.ts';

/** Something that migrations make: where it stands as it is now, and every migration that makes or changes it. */
interface Made {
  readonly says: string;
  readonly file: string;
  readonly line: number;
  readonly files: readonly string[];
}

/** Every table and view of the database, what it holds, and where it is made, changed and typed. */
export function tables(): string {
  const typed = typedTables();
  const rows = [...afterAllMigrations(tableIn)].map(([name, made]) => {
    const { file = null, says = '' } = typed.get(name) ?? {};
    return [`\`${name}\``, says, linkToMade(made), linksToOthers(made), file === null ? '' : linkTo(file)];
  });
  return table(['table or view', 'holds', 'made in; of a view, as it is now', 'changed in', 'typed in'], rows);
}

/** Every function of the database that is there after the last migration, and where it stands as it is now. */
export function databaseFunctions(): string {
  const rows = [...afterAllMigrations(functionIn)].map(([name, made]) => [
    `\`${name}\``,
    made.says,
    linkToMade(made),
    linksToOthers(made),
  ]);
  return table(['function', 'does', 'as it is now', 'before'], rows);
}

/** What a line of a migration does to something with a name. */
interface Step {
  readonly name: string;
  readonly does: 'makes' | 'changes' | 'drops';
  /** The name that it has from then on. */
  readonly renamed?: string | undefined;
}

function tableIn(line: string): Step | null {
  const [, name, renamed] = /^alter (?:table|view) (\w+)(?: rename to (\w+))?/.exec(line) ?? [];
  if (name !== undefined) return { name, does: 'changes', renamed };
  const made = /^create (?:or replace )?(?:table|view) (\w+)/.exec(line)?.[1];
  if (made !== undefined) return { name: made, does: 'makes' };
  const dropped = /^drop (?:table|view) (\w+)/.exec(line)?.[1];
  if (dropped !== undefined) return { name: dropped, does: 'drops' };
  const guarded = /^(?:create|alter|drop) (?:policy|trigger) .*? on (\w+)/.exec(line)?.[1];
  return guarded === undefined ? null : { name: guarded, does: 'changes' };
}

/** Functions of the queue's own schema, `jobs`, are pg-boss's and not listed. */
function functionIn(line: string): Step | null {
  const [, verb, name] = /^(create|create or replace|drop) function (\w+)\(/.exec(line) ?? [];
  return name === undefined ? null : { name, does: verb === 'drop' ? 'drops' : 'makes' };
}

function afterAllMigrations(stepIn: (line: string) => Step | null): ReadonlyMap<string, Made> {
  const found = new Map<string, Made>();
  for (const file of filesUnder('src/db/migrations', (path) => path.endsWith('.sql'))) {
    const lines = textOf(file).split('\n');
    for (const [at, line] of lines.entries()) {
      const step = stepIn(line);
      if (step === null) continue;
      const before = found.get(step.name);
      const files = [...(before?.files ?? []), file];
      if (step.does === 'drops' || step.renamed !== undefined) found.delete(step.name);
      if (step.does === 'makes')
        found.set(step.name, { says: before?.says ?? saidAbove(lines, at), file, line: at + 1, files });
      if (step.does === 'changes' && before !== undefined) found.set(step.renamed ?? step.name, { ...before, files });
    }
  }
  return found;
}

function linkToMade({ file, line }: Made): string {
  return linkTo(`${file}:${line}`);
}

/** The other migrations, by their numbers. */
function linksToOthers({ file, files }: Made): string {
  return [...new Set(files)]
    .filter((other) => other !== file)
    .map((other) => linkTo(other, /(\d+)-/.exec(other)?.[1] ?? other))
    .join(', ');
}

/** The first sentence of the comment that stands right above a line. */
function saidAbove(lines: readonly string[], at: number): string {
  let first = at;
  while (lines[first - 1]?.startsWith('--') === true) first -= 1;
  const comment = lines.slice(first, at).map((line) => line.replace(/^-- ?/, ''));
  return comment.length === 0 ? '' : sentenceOf(comment.join('\n'));
}

interface TypedTable {
  readonly file: string;
  readonly says: string;
}

/** The tables by name, from the interfaces called `…Tables`, with the first sentence on the interface of each row. */
function typedTables(): ReadonlyMap<string, TypedTable> {
  const found = new Map<string, TypedTable>();
  for (const file of filesUnder('src/db/tables', (path) => path.endsWith('.ts'))) {
    const interfaces = new Map<string, ts.InterfaceDeclaration>();
    walk(file, (node) => {
      if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
    });
    for (const [name, declaration] of interfaces) {
      if (!name.endsWith('Tables')) continue;
      for (const member of declaration.members) {
        if (!ts.isPropertySignature(member) || member.type === undefined) continue;
        const row = interfaces.get(member.type.getText());
        found.set(member.name.getText(), { file, says: row === undefined ? '' : docstringOf(row) });
      }
    }
  }
  return found;
}

function docstringOf(node: ts.InterfaceDeclaration): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  return comment === undefined ? '' : sentenceOf(comment.getText().replace(/^\/\*\*|\*\/$/g, ''));
}
