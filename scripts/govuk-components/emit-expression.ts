import { type Compilation, type Emitters, fromGiven, list, use } from './compilation.ts';
import type { NodeOf, TemplateNode } from './template-nodes.ts';
import { functionOf, resolve, type Scope } from './template-scope.ts';
import { FILTERS, METHODS } from './template-words.ts';

type ExpressionName =
  | ('Group' | 'Array' | 'Dict' | 'KeywordArgs' | 'Pair' | 'TemplateData' | 'Literal' | 'Symbol' | 'LookupVal')
  | ('InlineIf' | 'FunCall' | 'Filter' | 'Is' | 'In' | 'Or' | 'And' | 'Add' | 'Mul' | 'Not' | 'Compare');

/** Expressions are written as nunjucks writes them, without parentheses of their own: what binds first is then the same. */
export const expressions: Emitters<ExpressionName> = {
  Group: ({ children }, scope, to) => `(${list(children, scope, to)})`,
  Array: ({ children }, scope, to) => `[${list(children, scope, to)}]`,
  Dict: ({ children }, scope, to) => `{ ${list(children, scope, to)} }`,
  KeywordArgs: () => {
    throw new Error('Arguments by name are known in calls alone');
  },
  Pair: ({ key, value }, scope, { emit }) => `${JSON.stringify(key.value)}: ${emit(value, scope)}`,
  TemplateData: ({ value }) => JSON.stringify(value),
  Literal: ({ value }) => JSON.stringify(value),
  Symbol: symbol,
  LookupVal: member,
  InlineIf: ({ cond, body, else_: otherwise }, scope, { emit }) =>
    `(${emit(cond, scope)} ? ${emit(body, scope)} : ${otherwise ? emit(otherwise, scope) : "''"})`,
  FunCall: call,
  Filter: filter,
  Is: test,
  In: ({ left, right }, scope, to) => `${use(to, 'isIn')}(${to.emit(left, scope)}, ${to.emit(right, scope)})`,
  Or: ({ left, right }, scope, { emit }) => `${emit(left, scope)} || ${emit(right, scope)}`,
  And: ({ left, right }, scope, { emit }) => `${emit(left, scope)} && ${emit(right, scope)}`,
  Add: ({ left, right }, scope, { emit }) => `${emit(left, scope)} + ${emit(right, scope)}`,
  Mul: ({ left, right }, scope, { emit }) => `${emit(left, scope)} * ${emit(right, scope)}`,
  Not: ({ target }, scope, { emit }) => `!${emit(target, scope)}`,
  Compare: ({ expr, ops }, scope, { emit }) =>
    [emit(expr, scope), ...ops.flatMap((op) => [op.type, emit(op.expr, scope)])].join(' '),
};

function symbol({ value: name }: NodeOf<'Symbol'>, scope: Scope, to: Compilation): string {
  const found = resolve(name, scope);
  if (found) {
    if (found.scope.kind === 'template' && functionOf(scope).kind === 'macro') to.readInMacro.add(name);
    return found.id;
  }
  const file = to.imports.get(name);
  if (file !== undefined) {
    to.macros.set(name, file);
    return `${name}Template`;
  }
  return to.isPage && name !== 'undefined' ? fromGiven(to, name) : 'undefined';
}

/** A member is undefined where there is no owner, as in nunjucks. */
function member({ target, val }: NodeOf<'LookupVal'>, scope: Scope, { emit }: Compilation): string {
  if (target.typename === 'Symbol' && target.value === 'loop' && val.typename === 'Literal')
    return loopMember(String(val.value), scope);
  const owner = emit(target, scope);
  const simple = ['Symbol', 'LookupVal', 'Group', 'FunCall'].includes(target.typename) ? owner : `(${owner})`;
  if (val.typename === 'Literal' && /^[a-z_]\w*$/i.test(String(val.value))) return `${simple}?.${String(val.value)}`;
  return `${simple}?.[${emit(val, scope)}]`;
}

function loopMember(name: string, scope: Scope): string {
  const at = resolve('loop', scope)?.id ?? '';
  const items = at.replace('at', 'list');
  const members: Readonly<Record<string, string>> = {
    index: `(${at} + 1)`,
    index0: at,
    first: `(${at} === 0)`,
    last: `(${at} === ${items}.length - 1)`,
    length: `${items}.length`,
  };
  const found = members[name];
  if (found === undefined || at === '') throw new Error(`There is no loop.${name} here`);
  return found;
}

/** A call of a macro; the body of a `{% call %}` is its last argument, after those that are not given. */
function call({ name, args }: NodeOf<'FunCall'>, scope: Scope, to: Compilation): string {
  const { emit, arity } = to;
  if (name.typename === 'LookupVal' && name.val.typename === 'Literal' && METHODS.has(String(name.val.value)))
    return `${emit(name.target, scope)}.${String(name.val.value)}(${list(args.children, scope, to)})`;
  if (name.typename !== 'Symbol') throw new Error(`Cannot call ${name.typename}`);
  const callers = args.children.filter((arg) => arg.typename === 'KeywordArgs');
  const positional = args.children.filter((arg) => arg.typename !== 'KeywordArgs').map((arg) => emit(arg, scope));
  if (callers.length === 0) return `${emit(name, scope)}(${positional.join(', ')})`;
  const [pair] = callers[0]?.children ?? [];
  if (pair?.typename !== 'Pair' || pair.key.value !== 'caller') throw new Error('Only a caller is given by name');
  const padding = Array.from({ length: (arity.get(name.value) ?? 1) - positional.length }, () => 'undefined');
  return `${emit(name, scope)}(${[...positional, ...padding, emit(pair.value, scope)].join(', ')})`;
}

function filter({ name, args }: NodeOf<'Filter'>, scope: Scope, to: Compilation): string {
  if (name.typename !== 'Symbol') throw new Error('A filter has a name');
  if (name.value === 'select') return `${use(to, 'truthyIn')}(${truthySelection(args.children, scope, to)})`;
  const known = FILTERS.get(name.value);
  if (known === undefined) throw new Error(`There is no filter "${name.value}"`);
  return `${use(to, known)}(${list(args.children, scope, to)})`;
}

function truthySelection([items, by]: readonly TemplateNode[], scope: Scope, { emit }: Compilation): string {
  if (!items || by?.typename !== 'Literal' || by.value !== 'truthy') throw new Error('Only what is truthy is selected');
  return emit(items, scope);
}

function test({ left, right }: NodeOf<'Is'>, scope: Scope, to: Compilation): string {
  const value = to.emit(left, scope);
  const name = right.name?.value ?? String(right.value);
  if (name === 'escaped') return `${use(to, 'isEscaped')}(${value})`;
  if (name === 'mapping') return `${use(to, 'isMapping')}(${value})`;
  if (name === 'string') return `(typeof ${value} === 'string')`;
  if (name === 'undefined' || name === 'null') return `(${value} === ${name})`;
  if (name === 'sameas') return `(${value} === ${list(right.args?.children ?? [], scope, to)})`;
  throw new Error(`There is no test "${name}"`);
}
