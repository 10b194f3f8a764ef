import { type Compilation, type Emitters, fromGiven, use } from './compilation.ts';
import type { NodeOf, TemplateNode } from './template-nodes.ts';
import { declare, functionOf, resolve, type Scope, targetsIn } from './template-scope.ts';

type StatementName =
  | ('Root' | 'NodeList' | 'Output' | 'If' | 'For' | 'Macro' | 'Caller' | 'FromImport' | 'Include' | 'Block')
  | ('Set' | 'Capture');

/** What adds to `out`, and what a template sets up for that; a macro and a captured part are functions. */
export const statements: Emitters<StatementName> = {
  Root: ({ children }, scope, to) => sequence(children, scope, to),
  NodeList: ({ children }, scope, to) => sequence(children, scope, to),
  Output: (node, scope, to) => write(piecesOf(node, scope, to)),
  If: ({ cond, body, else_: otherwise }, scope, { emit }) => {
    const rest = otherwise ? ` else {\n${emit(otherwise, scope)}}` : '';
    return `if (${emit(cond, scope)}) {\n${emit(body, scope)}}${rest}\n`;
  },
  For: loop,
  Macro: macro,
  Caller: ({ body }, outer, to) => {
    const scope: Scope = { kind: 'macro', names: new Map(), parent: outer };
    return `() => ${functionBody(body, scope, to)}`;
  },
  FromImport: ({ names, template }, _scope, { imports }) => {
    for (const name of names.children) imports.set(name.value, template.value);
    return '';
  },
  Include: () => {
    throw new Error('Only the macro of a component includes its template');
  },
  Block: ({ name, body }, scope, { blocks, emit }) => {
    const block = `blocks.${name.value}`;
    blocks.push(name.value);
    const own = emit(body, scope);
    if (own === '') return `out += ${block} ?? '';\n`;
    return `if (${block} !== undefined) out += ${block}.toString();\nelse {\n${own}}\n`;
  },
  Set: ({ targets, value, body }, scope, { emit }) => {
    const source = value ?? body;
    if (!source) throw new Error('Nothing is set');
    const ids = targets.map((target) => resolve(target.value, scope)?.id ?? '');
    return `${ids.join(' = ')} = ${emit(source, scope)};\n`;
  },
  Capture: ({ body }, scope, { emit }) => `(() => {\nlet out = '';\n${emit(body, scope)}return out;\n})()`,
};

/** Declares what a body sets, unless it stands outside already, and gives the declarations. */
export function declarations(body: TemplateNode, scope: Scope, to: Compilation): string {
  const names = targetsIn(body).filter((name) => {
    const found = resolve(name, scope);
    if (!found) return true;
    if (found.scope !== scope && functionOf(found.scope) !== functionOf(scope))
      throw new Error(`"${name}" is set in a macro and stands outside it as well`);
    if (scope.kind === 'loop' && found.scope.kind === 'template') to.setInLoop.add(name);
    return false;
  });
  const lines = names.map((name) => {
    const initial = to.isPage && scope.kind === 'template' ? ` = ${fromGiven(to, name)}` : '';
    return `let ${declare(name, scope)}: any${initial};`;
  });
  return lines.join('\n');
}

/** Statements one after the other; what is put out without a statement between is put out at once. */
function sequence(nodes: readonly TemplateNode[], scope: Scope, to: Compilation): string {
  let code = '';
  let pieces: string[] = [];
  for (const node of nodes) {
    if (node.typename === 'Output') {
      pieces.push(...piecesOf(node, scope, to));
      continue;
    }
    code += write(pieces) + to.emit(node, scope);
    pieces = [];
  }
  return code + write(pieces);
}

function piecesOf({ children }: NodeOf<'Output'>, scope: Scope, to: Compilation): readonly string[] {
  return children.flatMap((child) => {
    if (child.typename !== 'TemplateData') return [`${use(to, 'print')}(${to.emit(child, scope)})`];
    return child.value === '' ? [] : [JSON.stringify(child.value)];
  });
}

function write(pieces: readonly string[]): string {
  return pieces.length === 0 ? '' : `out += ${pieces.join(' + ')};\n`;
}

/** A function's body that gives what the nodes put out, as markup. */
function functionBody(body: TemplateNode, scope: Scope, to: Compilation): string {
  const head = declarations(body, scope, to);
  return `{\nlet out = '';\n${head}\n${to.emit(body, scope)}\nreturn new ${use(to, 'SafeText')}(out);\n}`;
}

function macro({ name, args, body }: NodeOf<'Macro'>, outer: Scope, to: Compilation): string {
  const scope: Scope = { kind: 'macro', names: new Map([['caller', 'caller']]), parent: outer };
  const parameters = args.children.flatMap(parametersIn);
  to.arity.set(name.value, parameters.length);
  const id = declare(name.value, outer);
  const signature = parameters.map(({ name: parameter, otherwise }) => {
    const own = declare(parameter, scope);
    return otherwise ? `${own}: any = ${to.emit(otherwise, outer)}` : `${own}?: any`;
  });
  return `const ${id} = (${[...signature, 'caller?: any'].join(', ')}): SafeText => ${functionBody(body, scope, to)};\n`;
}

interface Parameter {
  readonly name: string;
  readonly otherwise: TemplateNode | null;
}

function parametersIn(arg: TemplateNode): readonly Parameter[] {
  if (arg.typename === 'Symbol') return [{ name: arg.value, otherwise: null }];
  if (arg.typename !== 'Dict' && arg.typename !== 'KeywordArgs') throw new Error(`A macro cannot take ${arg.typename}`);
  return arg.children.map((pair) => {
    if (pair.typename !== 'Pair') throw new Error('A macro takes names');
    return { name: pair.key.value, otherwise: pair.value };
  });
}

/** What a loop sets is declared before it, once: nunjucks too keeps it from one round to the next. */
function loop({ arr, name, body }: NodeOf<'For'>, outer: Scope, to: Compilation): string {
  const scope: Scope = { kind: 'loop', names: new Map(), parent: outer };
  const items = to.emit(arr, outer);
  to.loops.count += 1;
  if (name.typename === 'Array') {
    const names = name.children.map((each) => declare(nameOf(each), scope)).join(', ');
    scope.names.set('loop', '');
    const head = declarations(body, scope, to);
    return `${head}\nfor (const [${names}] of ${use(to, 'pairsOf')}(${items}) as any) {\n${to.emit(body, scope)}}\n`;
  }
  const item = declare(nameOf(name), scope);
  const [at, all] = [`at${to.loops.count}`, `list${to.loops.count}`];
  scope.names.set('loop', at);
  const head = declarations(body, scope, to);
  return `${head}
const ${all}: any = ${items};
for (let ${at} = 0; ${at} < ${all}?.length; ${at}++) {
const ${item} = ${all}[${at}];
${to.emit(body, scope)}}
`;
}

function nameOf(node: TemplateNode): string {
  if (node.typename !== 'Symbol') throw new Error('A loop has names');
  return node.value;
}
