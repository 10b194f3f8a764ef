import ts from 'typescript';
import type { FindingRole } from '../../src/evaluation/designs/finding.ts';
import { walk } from './source-tree.ts';

/** What a finding is in its study is called its role too. It is no person’s role, and may be compared by its name. */
const OF_FINDINGS: readonly string[] = [
  'primary',
  'supporting',
  'secondary',
  'subgroup',
  'sensitivity',
  'by-force',
] satisfies readonly FindingRole[];
const WITH_FINDINGS = /^src\/evaluation\/(designs|report)\//;

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/**
 * Where a text decides something by the role of somebody: compares it with a name, looks it up in a list or a table,
 * chooses by it, or asks the database for it. A role that nobody has thought of would fall on one side or the other.
 */
export function roleComparisons(file: string, text: string): string[] {
  const found: string[] = [];
  walk(file, text, (node, place) => {
    if (isComparison(node, file) || isLookUp(node, file) || isQuery(node)) found.push(`${place()} ${node.getText()}`);
    if (ts.isSwitchStatement(node) && isRole(node.expression))
      found.push(`${place()} switch (${node.expression.getText()})`);
  });
  return found;
}

function isComparison(node: ts.Node, file: string): boolean {
  if (!ts.isBinaryExpression(node) || !EQUALITY.has(node.operatorToken.kind)) return false;
  const other = isRole(node.left) ? node.right : isRole(node.right) ? node.left : null;
  if (other === null || !ts.isStringLiteralLike(other)) return false;
  return !(WITH_FINDINGS.test(file) && OF_FINDINGS.includes(other.text));
}

function isLookUp(node: ts.Node, file: string): boolean {
  if (WITH_FINDINGS.test(file)) return false;
  if (ts.isElementAccessExpression(node)) return isRole(node.argumentExpression);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    ['includes', 'has', 'indexOf', 'get'].includes(node.expression.name.text) &&
    node.arguments.some(isRole)
  );
}

function isQuery(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [column] = node.arguments;
  return (
    node.expression.name.text === 'where' &&
    column !== undefined &&
    ts.isStringLiteralLike(column) &&
    /(^|\.)role$/.test(column.text)
  );
}

function isRole(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return /^role$|Role$/.test(node.text);
  if (ts.isPropertyAccessExpression(node)) return isRole(node.name);
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
    ? node.argumentExpression.text === 'role'
    : false;
}
