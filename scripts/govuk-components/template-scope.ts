import { RESERVED } from './template-words.ts';
import type { NodeOf, TemplateNode } from './template-nodes.ts';

/**
 * One scope of names, as nunjucks has frames: a template, a macro, a call's body, a loop. What is set in a loop stays in
 * it unless the name stands outside; what is set elsewhere stays in its macro.
 */
export interface Scope {
  readonly kind: 'template' | 'macro' | 'loop';
  /** The names that stand in it, with what each is called in the generated code. */
  readonly names: Map<string, string>;
  readonly parent: Scope | null;
}

interface Resolved {
  readonly scope: Scope;
  readonly id: string;
}

/** Where a name stands, looked for from a scope outwards. */
export function resolve(name: string, scope: Scope): Resolved | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const id = at.names.get(name);
    if (id !== undefined) return { scope: at, id };
  }
  return null;
}

/** The template, macro or call's body that a scope lies in. */
export function functionOf(scope: Scope): Scope {
  return scope.kind === 'loop' && scope.parent ? functionOf(scope.parent) : scope;
}

/** Lets a name stand in a scope, and gives what it is called there. */
export function declare(name: string, scope: Scope): string {
  const id = RESERVED.has(name) ? `${name}_` : name;
  scope.names.set(name, id);
  return id;
}

/** The names that a body sets itself: not those of loops, macros and calls in it. */
export function targetsIn(node: TemplateNode): readonly string[] {
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
