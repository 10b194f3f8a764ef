import type { NodeName, NodeOf, TemplateNode } from './template-nodes.ts';

/** A template as TypeScript: statements that add to `out`, and what they need from elsewhere. */
export interface CompiledTemplate {
  readonly statements: string;
  /** Functions of template-runtime.ts that the statements call. */
  readonly runtime: readonly string[];
  /** Macros of other templates that the statements call, with the file that each is in. */
  readonly macros: ReadonlyMap<string, string>;
  /** Names that the template reads and nobody sets: given by whoever renders it. */
  readonly given: readonly string[];
  readonly blocks: readonly string[];
}

/**
 * One scope of names, as nunjucks has frames: a template, a macro, a call's body, a loop. What is set in a loop stays in
 * it unless the name stands outside; what is set elsewhere stays in its macro.
 */
interface Scope {
  readonly kind: 'template' | 'macro' | 'loop';
  readonly names: Map<string, string>;
  readonly parent: Scope | null;
}

/** Each filter of nunjucks that is known here, with the function that stands for it. */
const FILTERS: ReadonlyMap<string, string> = new Map([
  ['capitalize', 'capitalise'],
  ['date', 'noSuchFilter'],
  ['default', 'defaultTo'],
  ['escape', 'escape'],
  ['indent', 'indent'],
  ['length', 'length'],
  ['mojDate', 'mojDate'],
  ['replace', 'replace'],
  ['safe', 'safe'],
  ['string', 'string'],
  ['trim', 'trim'],
]);
/** Names that the generated code has of its own, and words of the language: a template's variable cannot be called so. */
const RESERVED = new Set([
  ...FILTERS.values(),
  ...['SafeText', 'isEscaped', 'isIn', 'isMapping', 'pairsOf', 'print', 'render', 'truthyIn', 'out', 'blocks', 'given'],
  ...['class', 'default', 'delete', 'for', 'new', 'switch', 'this'],
]);
/** Methods of lists that a template may call. */
const METHODS = new Set(['includes']);

/**
 * Turns the nodes of an official template into code that puts out the same bytes as nunjucks would. What the official
 * templates do not use is not known here: it ends the generation with a fault, and never in markup that is nearly right.
 * @param parameters names that the template is called with.
 * @param isPage whether names that nobody sets are given by the page; in a component they are undefined.
 */
export function compileTemplate(
  root: TemplateNode,
  { parameters, isPage = false }: { readonly parameters: readonly string[]; readonly isPage?: boolean },
): CompiledTemplate {
  const runtime = new Set<string>();
  const imports = new Map<string, string>();
  const macros = new Map<string, string>();
  const macroArity = new Map<string, number>();
  const given = new Set<string>();
  const blocks: string[] = [];
  /** What is set in a loop of the template and read in a macro: nunjucks would show the macro the value before the loop. */
  const setInLoop = new Set<string>();
  const readInMacro = new Set<string>();
  let loops = 0;

  const use = (name: string): string => {
    runtime.add(name);
    return name;
  };

  const resolve = (name: string, scope: Scope): { readonly scope: Scope; readonly id: string } | null => {
    for (let at: Scope | null = scope; at; at = at.parent) {
      const id = at.names.get(name);
      if (id !== undefined) return { scope: at, id };
    }
    return null;
  };

  const functionOf = (scope: Scope): Scope =>
    scope.kind === 'loop' && scope.parent ? functionOf(scope.parent) : scope;

  const declare = (name: string, scope: Scope): string => {
    const id = RESERVED.has(name) ? `${name}_` : name;
    scope.names.set(name, id);
    return id;
  };

  /** Declares what a body sets, unless it stands outside already, and gives the declarations. */
  const declarations = (body: TemplateNode, scope: Scope): string => {
    const names = targetsIn(body).filter((name) => {
      const found = resolve(name, scope);
      if (!found) return true;
      if (found.scope !== scope && functionOf(found.scope) !== functionOf(scope))
        throw new Error(`"${name}" is set in a macro and stands outside it as well`);
      if (scope.kind === 'loop' && found.scope.kind === 'template') setInLoop.add(name);
      return false;
    });
    return names
      .map((name) => {
        const initial = isPage && scope.kind === 'template' ? ` = ${fromGiven(name)}` : '';
        return `let ${declare(name, scope)}: any${initial};`;
      })
      .join('\n');
  };

  const fromGiven = (name: string): string => {
    given.add(name);
    return `given.${name}`;
  };

  const write = (pieces: readonly string[]): string => (pieces.length === 0 ? '' : `out += ${pieces.join(' + ')};\n`);

  const piecesOf = (node: NodeOf<'Output'>, scope: Scope): readonly string[] =>
    node.children.flatMap((child) => {
      if (child.typename !== 'TemplateData') return [`${use('print')}(${emit(child, scope)})`];
      return child.value === '' ? [] : [JSON.stringify(child.value)];
    });

  /** Statements one after the other; what is put out without a statement between is put out at once. */
  const sequence = (nodes: readonly TemplateNode[], scope: Scope): string => {
    let statements = '';
    let pieces: string[] = [];
    for (const node of nodes) {
      if (node.typename === 'Output') {
        pieces.push(...piecesOf(node, scope));
        continue;
      }
      statements += write(pieces) + emit(node, scope);
      pieces = [];
    }
    return statements + write(pieces);
  };

  const list = (nodes: readonly TemplateNode[], scope: Scope): string =>
    nodes.map((node) => emit(node, scope)).join(', ');

  /** A function that puts out a body, as text. */
  const bodyOf = (body: TemplateNode, scope: Scope): string =>
    `{\nlet out = '';\n${declarations(body, scope)}\n${emit(body, scope)}`;

  const parameterNames = (
    args: readonly TemplateNode[],
  ): readonly { readonly name: string; readonly otherwise: TemplateNode | null }[] =>
    args.flatMap((arg): readonly { readonly name: string; readonly otherwise: TemplateNode | null }[] => {
      if (arg.typename === 'Symbol') return [{ name: arg.value, otherwise: null }];
      if (arg.typename !== 'Dict' && arg.typename !== 'KeywordArgs')
        throw new Error(`A macro cannot take ${arg.typename}`);
      return arg.children.map((pair) => {
        if (pair.typename !== 'Pair') throw new Error('A macro takes names');
        return { name: pair.key.value, otherwise: pair.value };
      });
    });

  const call = (node: NodeOf<'FunCall'>, scope: Scope): string => {
    const { name, args } = node;
    if (name.typename === 'LookupVal' && name.val.typename === 'Literal' && METHODS.has(String(name.val.value)))
      return `${emit(name.target, scope)}.${String(name.val.value)}(${list(args.children, scope)})`;
    if (name.typename !== 'Symbol') throw new Error(`Cannot call ${name.typename}`);
    const callers = args.children.filter((arg) => arg.typename === 'KeywordArgs');
    const positional = args.children.filter((arg) => arg.typename !== 'KeywordArgs').map((arg) => emit(arg, scope));
    if (callers.length === 0) return `${emit(name, scope)}(${positional.join(', ')})`;
    const [pair] = callers[0]?.children ?? [];
    if (pair?.typename !== 'Pair' || pair.key.value !== 'caller') throw new Error('Only a caller is given by name');
    const arity = macroArity.get(name.value) ?? 1;
    const padding = Array.from({ length: arity - positional.length }, () => 'undefined');
    return `${emit(name, scope)}(${[...positional, ...padding, emit(pair.value, scope)].join(', ')})`;
  };

  const filter = (node: NodeOf<'Filter'>, scope: Scope): string => {
    if (node.name.typename !== 'Symbol') throw new Error('A filter has a name');
    if (node.name.value === 'select') return `${use('truthyIn')}(${truthySelection(node.args.children, scope)})`;
    const name = FILTERS.get(node.name.value);
    if (name === undefined) throw new Error(`There is no filter "${node.name.value}"`);
    return `${use(name)}(${list(node.args.children, scope)})`;
  };

  const truthySelection = ([items, by]: readonly TemplateNode[], scope: Scope): string => {
    if (!items || by?.typename !== 'Literal' || by.value !== 'truthy')
      throw new Error('Only what is truthy is selected');
    return emit(items, scope);
  };

  const test = (node: NodeOf<'Is'>, scope: Scope): string => {
    const value = emit(node.left, scope);
    const name = node.right.name?.value ?? String(node.right.value);
    if (name === 'escaped') return `${use('isEscaped')}(${value})`;
    if (name === 'mapping') return `${use('isMapping')}(${value})`;
    if (name === 'string') return `(typeof ${value} === 'string')`;
    if (name === 'undefined' || name === 'null') return `(${value} === ${name})`;
    if (name === 'sameas') return `(${value} === ${list(node.right.args?.children ?? [], scope)})`;
    throw new Error(`There is no test "${name}"`);
  };

  const loop = (node: NodeOf<'For'>, outer: Scope): string => {
    const scope: Scope = { kind: 'loop', names: new Map(), parent: outer };
    const number = ++loops;
    const items = emit(node.arr, outer);
    if (node.name.typename === 'Array') {
      const names = node.name.children.map((name) => {
        if (name.typename !== 'Symbol') throw new Error('A loop has names');
        return declare(name.value, scope);
      });
      scope.names.set('loop', '');
      const head = declarations(node.body, scope);
      return `${head}\nfor (const [${names.join(', ')}] of ${use('pairsOf')}(${items}) as any) {\n${emit(node.body, scope)}}\n`;
    }
    if (node.name.typename !== 'Symbol') throw new Error('A loop has a name');
    const item = declare(node.name.value, scope);
    scope.names.set('loop', `at${number}`);
    const head = declarations(node.body, scope);
    return `${head}
const list${number}: any = ${items};
for (let at${number} = 0; at${number} < list${number}?.length; at${number}++) {
const ${item} = list${number}[at${number}];
${emit(node.body, scope)}}
`;
  };

  const member = (node: NodeOf<'LookupVal'>, scope: Scope): string => {
    const { target, val } = node;
    if (target.typename === 'Symbol' && target.value === 'loop' && val.typename === 'Literal')
      return loopMember(String(val.value), scope);
    const owner = emit(target, scope);
    const simple = ['Symbol', 'LookupVal', 'Group', 'FunCall'].includes(target.typename) ? owner : `(${owner})`;
    if (val.typename === 'Literal' && /^[a-z_]\w*$/i.test(String(val.value))) return `${simple}?.${String(val.value)}`;
    return `${simple}?.[${emit(val, scope)}]`;
  };

  const loopMember = (name: string, scope: Scope): string => {
    const at = resolve('loop', scope)?.id ?? '';
    const members: Readonly<Record<string, string>> = {
      index: `(${at} + 1)`,
      index0: at,
      first: `(${at} === 0)`,
      last: `(${at} === ${at.replace('at', 'list')}.length - 1)`,
      length: `${at.replace('at', 'list')}.length`,
    };
    const found = members[name];
    if (found === undefined || at === '') throw new Error(`There is no loop.${name} here`);
    return found;
  };

  const emitters: { readonly [Name in NodeName]: (node: NodeOf<Name>, scope: Scope) => string } = {
    Root: (node, scope) => sequence(node.children, scope),
    NodeList: (node, scope) => sequence(node.children, scope),
    Output: (node, scope) => write(piecesOf(node, scope)),
    Group: (node, scope) => `(${list(node.children, scope)})`,
    Array: (node, scope) => `[${list(node.children, scope)}]`,
    Dict: (node, scope) => `{ ${list(node.children, scope)} }`,
    KeywordArgs: () => {
      throw new Error('Arguments by name are known in calls alone');
    },
    Pair: (node, scope) => `${JSON.stringify(node.key.value)}: ${emit(node.value, scope)}`,
    TemplateData: (node) => JSON.stringify(node.value),
    Literal: (node) => JSON.stringify(node.value),
    Symbol: (node, scope) => {
      const found = resolve(node.value, scope);
      if (found) {
        if (found.scope.kind === 'template' && functionOf(scope).kind === 'macro') readInMacro.add(node.value);
        return found.id;
      }
      const file = imports.get(node.value);
      if (file !== undefined) {
        macros.set(node.value, file);
        return `${node.value}Template`;
      }
      return isPage && node.value !== 'undefined' ? fromGiven(node.value) : 'undefined';
    },
    LookupVal: member,
    If: ({ cond, body, else_: otherwise }, scope) => {
      const rest = otherwise ? ` else {\n${emit(otherwise, scope)}}` : '';
      return `if (${emit(cond, scope)}) {\n${emit(body, scope)}}${rest}\n`;
    },
    InlineIf: ({ cond, body, else_: otherwise }, scope) =>
      `(${emit(cond, scope)} ? ${emit(body, scope)} : ${otherwise ? emit(otherwise, scope) : "''"})`,
    For: loop,
    Macro: (node, outer) => {
      const scope: Scope = { kind: 'macro', names: new Map([['caller', 'caller']]), parent: outer };
      const parameters = parameterNames(node.args.children);
      macroArity.set(node.name.value, parameters.length);
      const name = declare(node.name.value, outer);
      const signature = parameters.map(({ name, otherwise }) => {
        const id = declare(name, scope);
        return otherwise ? `${id}: any = ${emit(otherwise, outer)}` : `${id}?: any`;
      });
      return `const ${name} = (${[...signature, 'caller?: any'].join(', ')}): SafeText => ${bodyOf(node.body, scope)}
return new ${use('SafeText')}(out);\n};\n`;
    },
    Caller: (node, outer) => {
      const scope: Scope = { kind: 'macro', names: new Map(), parent: outer };
      return `() => ${bodyOf(node.body, scope)}\nreturn new ${use('SafeText')}(out);\n}`;
    },
    FromImport: (node) => {
      for (const name of node.names.children) imports.set(name.value, node.template.value);
      return '';
    },
    Include: () => {
      throw new Error('Only the macro of a component includes its template');
    },
    FunCall: call,
    Filter: filter,
    Is: test,
    Block: (node, scope) => {
      const block = `blocks.${node.name.value}`;
      blocks.push(node.name.value);
      const own = emit(node.body, scope);
      return own === ''
        ? `out += ${block} ?? '';\n`
        : `if (${block} !== undefined) out += ${block}.toString();\nelse {\n${own}}\n`;
    },
    Set: (node, scope) => {
      const value = node.value ?? node.body;
      if (!value) throw new Error('Nothing is set');
      const ids = node.targets.map((target) => resolve(target.value, scope)?.id ?? '');
      return `${ids.join(' = ')} = ${emit(value, scope)};\n`;
    },
    Capture: (node, scope) => `(() => {\nlet out = '';\n${emit(node.body, scope)}return out;\n})()`,
    In: (node, scope) => `${use('isIn')}(${emit(node.left, scope)}, ${emit(node.right, scope)})`,
    Or: (node, scope) => `${emit(node.left, scope)} || ${emit(node.right, scope)}`,
    And: (node, scope) => `${emit(node.left, scope)} && ${emit(node.right, scope)}`,
    Add: (node, scope) => `${emit(node.left, scope)} + ${emit(node.right, scope)}`,
    Mul: (node, scope) => `${emit(node.left, scope)} * ${emit(node.right, scope)}`,
    Not: (node, scope) => `!${emit(node.target, scope)}`,
    Compare: (node, scope) =>
      [emit(node.expr, scope), ...node.ops.flatMap((op) => [op.type, emit(op.expr, scope)])].join(' '),
  };

  const emit = <Name extends NodeName>(node: NodeOf<Name>, scope: Scope): string => {
    const emitter = emitters[node.typename];
    if (!emitter) throw new Error(`${node.typename} is not known here`);
    return emitter(node, scope);
  };

  const scope: Scope = { kind: 'template', names: new Map(parameters.map((name) => [name, name])), parent: null };
  const head = declarations(root, scope);
  const statements = `${head}\n${emit(root, scope)}`;
  const stale = [...setInLoop].filter((name) => readInMacro.has(name));
  if (stale.length > 0) throw new Error(`Set in a loop and read in a macro: ${stale.join(', ')}`);
  return { statements, runtime: [...runtime].toSorted(), macros, given: [...given].toSorted(), blocks };
}

/** The names that a body sets itself: not those of loops, macros and calls in it. */
function targetsIn(node: TemplateNode): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (value === null || typeof value !== 'object' || !('typename' in value)) return;
    if (['For', 'Macro', 'Caller'].includes(String(value.typename))) return;
    if (isSet(value)) for (const target of value.targets) found.add(target.value);
    Object.values(value).forEach(look);
  };
  look(node);
  return [...found];
}

function isSet(node: object): node is NodeOf<'Set'> {
  return 'typename' in node && node.typename === 'Set';
}
