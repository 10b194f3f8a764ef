import type { NodeName, NodeOf, TemplateNode } from './template-nodes.ts';
import type { Scope } from './template-scope.ts';

/** What is found out of a template while its code is written. */
export interface Compilation {
  /** Whether names that nobody sets are given by the page; in a component they are undefined. */
  readonly isPage: boolean;
  /** Functions of template-runtime.ts that are called. */
  readonly runtime: Set<string>;
  /** Macros that other templates have, with the file of each; and those of them that are called. */
  readonly imports: Map<string, string>;
  readonly macros: Map<string, string>;
  /** How many arguments each macro of this template takes. */
  readonly arity: Map<string, number>;
  readonly given: Set<string>;
  readonly blocks: string[];
  /** What a loop of the template sets and what a macro reads: nunjucks shows a macro the value before the loop. */
  readonly setInLoop: Set<string>;
  readonly readInMacro: Set<string>;
  readonly loops: { count: number };
  readonly emit: (node: TemplateNode, scope: Scope) => string;
}

/** The code of each kind of node: expressions as such, everything else as statements that add to `out`. */
export type Emitters<Names extends NodeName> = {
  readonly [Name in Names]: (node: NodeOf<Name>, scope: Scope, compilation: Compilation) => string;
};

/** The name of a function of the runtime, noted so that it is imported. */
export function use({ runtime }: Compilation, name: string): string {
  runtime.add(name);
  return name;
}

/** The code of a name that the page gives. */
export function fromGiven({ given }: Compilation, name: string): string {
  given.add(name);
  return `given.${name}`;
}

/** Expressions with commas between. */
export function list(nodes: readonly TemplateNode[], scope: Scope, { emit }: Compilation): string {
  return nodes.map((node) => emit(node, scope)).join(', ');
}
