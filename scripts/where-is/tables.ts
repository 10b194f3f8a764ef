import ts from 'typescript';
import { linkTo, table } from './markdown.ts';
import { filesUnder, sentenceOf, textOf, walk } from './source-file.ts';

const CREATED = /^create (?:table|view) (\w+)/;

/** Every table and view of the database, what it holds, and where it is made and typed. */
export function tables(): string {
  const typed = typedTables();
  const rows = filesUnder('src/db/migrations', (file) => file.endsWith('.sql')).flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, at) => {
        const name = CREATED.exec(line)?.[1];
        if (name === undefined) return [];
        const { file: typesFile, says } = typed.get(name) ?? { file: null, says: '' };
        return [[`\`${name}\``, says, linkTo(`${file}:${at + 1}`), typesFile === null ? '' : linkTo(typesFile)]];
      }),
  );
  return table(['table or view', 'holds', 'made in', 'typed in'], rows);
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
