import ts from 'typescript';
import { walk } from './source-tree.ts';

/** Names that reach for the clock, chance, the environment or the outside; in the pure core these are arguments. */
const OUTSIDE = new Set([
  'process',
  'performance',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'globalThis',
]);
const OUTSIDE_MEMBERS = new Set(['Date.now', 'Math.random', 'Temporal.Now']);

/** Where a text turns text into code (`eval`, `new Function`), which the policy of the browser forbids. */
export function codeMadeFromText(file: string, text: string): string[] {
  const found: string[] = [];
  walk(file, text, (node, place) => {
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
    if (isCall && ['eval', 'Function'].includes(node.expression.getText())) found.push(`${place()} ${node.getText()}`);
  });
  return found;
}

/** Where a text of the pure core reads the clock, chance, the environment or the outside. */
export function impurities(file: string, text: string): string[] {
  const found: string[] = [];
  walk(file, text, (node, place) => {
    if (isArgumentlessDate(node) || isOutsideMember(node) || isOutsideName(node))
      found.push(`${place()} ${node.getText()}`);
  });
  return found;
}

function isArgumentlessDate(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
  return ts.isCallExpression(node) && node.expression.getText() === 'Date';
}

function isOutsideMember(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && OUTSIDE_MEMBERS.has(node.getText());
}

function isOutsideName(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || !OUTSIDE.has(node.text)) return false;
  const { parent } = node;
  const isRead =
    ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent);
  return isRead && parent.expression === node;
}
