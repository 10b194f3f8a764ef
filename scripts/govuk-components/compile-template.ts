import type { Compilation, Emitters } from './compilation.ts';
import { expressions } from './emit-expression.ts';
import { declarations, statements } from './emit-statement.ts';
import type { NodeName, NodeOf, TemplateNode } from './template-nodes.ts';
import type { Scope } from './template-scope.ts';

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

const emitters: Emitters<NodeName> = { ...expressions, ...statements };

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
  const compilation: Compilation = {
    isPage,
    runtime: new Set(),
    imports: new Map(),
    macros: new Map(),
    arity: new Map(),
    given: new Set(),
    blocks: [],
    setInLoop: new Set(),
    readInMacro: new Set(),
    loops: { count: 0 },
    emit: (node, scope) => emit(node, scope, compilation),
  };
  const scope: Scope = { kind: 'template', names: new Map(parameters.map((name) => [name, name])), parent: null };
  const head = declarations(root, scope, compilation);
  const code = `${head}\n${compilation.emit(root, scope)}`;
  const { runtime, macros, given, blocks, setInLoop, readInMacro } = compilation;
  const stale = [...setInLoop].filter((name) => readInMacro.has(name));
  if (stale.length > 0) throw new Error(`Set in a loop and read in a macro: ${stale.join(', ')}`);
  return { statements: code, runtime: [...runtime].toSorted(), macros, given: [...given].toSorted(), blocks };
}

function emit<Name extends NodeName>(node: NodeOf<Name>, scope: Scope, compilation: Compilation): string {
  const emitter = emitters[node.typename];
  if (!emitter) throw new Error(`${node.typename} is not known here`);
  return emitter(node, scope, compilation);
}
