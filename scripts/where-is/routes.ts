import ts from 'typescript';
import { linkTo, table } from './markdown.ts';
import { sourceFiles, walk } from './source-file.ts';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);
/** A table in which each line is one form of a case; its `path` is the end of the form's address. */
const CASE_FORMS = 'src/cases/pages/act/case-forms.ts';

interface Route {
  readonly address: string;
  readonly method: string;
  readonly file: string;
}

/** Every address that the server answers, and the file that answers it. */
export function routes(): string {
  const files = sourceFiles();
  const found: Route[] = [];
  for (const file of files) {
    walk(file, (node) => {
      const route = routeOf(node, file) ?? (file === CASE_FORMS ? caseFormOf(node, files) : null);
      if (route) found.push(route);
    });
  }
  const inOrder = found.toSorted((a, b) => (`${a.address} ${a.method}` < `${b.address} ${b.method}` ? -1 : 1));
  return table(
    ['address', 'where'],
    inOrder.map(({ address, method, file }) => [`\`${method} ${address}\``, linkTo(file)]),
  );
}

function routeOf(node: ts.Node, file: string): Route | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const method = node.expression.name.text;
  const [first, ...rest] = node.arguments;
  if (!METHODS.has(method) || rest.length === 0 || first === undefined) return null;
  const address = addressIn(first);
  return address?.startsWith('/') ? { address, method: method.toUpperCase(), file } : null;
}

/** Text as it stands; in a template, `${path}` becomes `{path}`. */
function addressIn(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return (
    node.head.text + node.templateSpans.map((span) => `{${span.expression.getText()}}${span.literal.text}`).join('')
  );
}

/** The form's own page where it has a folder of its own. */
function caseFormOf(node: ts.Node, files: readonly string[]): Route | null {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'path') return null;
  if (!ts.isStringLiteral(node.initializer)) return null;
  const path = node.initializer.text;
  const page = `src/cases/pages/${path}/page.ts`;
  return { address: `/cases/:caseId/${path}`, method: 'GET, POST', file: files.includes(page) ? page : CASE_FORMS };
}
