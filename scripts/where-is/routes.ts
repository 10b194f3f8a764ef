import ts from 'typescript';
import { linkTo, table } from './markdown.ts';
import { sourceFiles, walk } from './source-file.ts';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Every address that the server answers, and the file that answers it. */
export function routes(): string {
  const found: { address: string; method: string; file: string }[] = [];
  for (const file of sourceFiles()) {
    walk(file, (node) => {
      const route = routeOf(node);
      if (route) found.push({ ...route, file });
    });
  }
  const inOrder = found.toSorted((a, b) => (`${a.address} ${a.method}` < `${b.address} ${b.method}` ? -1 : 1));
  const rows = inOrder.map(({ address, method, file }) => [`\`${method} ${address}\``, linkTo(file)]);
  return table(['address', 'where'], rows);
}

function routeOf(node: ts.Node): { address: string; method: string } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const method = node.expression.name.text;
  const [address, ...rest] = node.arguments;
  if (!METHODS.has(method) || rest.length === 0 || address === undefined || !ts.isStringLiteralLike(address))
    return null;
  return address.text.startsWith('/') ? { address: address.text, method: method.toUpperCase() } : null;
}
