import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Nodes<Name extends string, Fields> = Name extends string ? { readonly typename: Name } & Readonly<Fields> : never;

/** What a nunjucks template is made of, as its own parser reads it: the nodes that the official templates use. */
export type TemplateNode =
  | Nodes<'Root' | 'NodeList' | 'Output' | 'Group' | 'Array' | 'Dict' | 'KeywordArgs', { children: TemplateNode[] }>
  | Nodes<'TemplateData' | 'Literal', { value: string | number | boolean | null }>
  | Nodes<'Symbol', { value: string }>
  | Nodes<'Pair', { key: Name; value: TemplateNode }>
  | Nodes<'LookupVal', { target: TemplateNode; val: TemplateNode }>
  | Nodes<'If' | 'InlineIf', { cond: TemplateNode; body: TemplateNode; else_: TemplateNode | null }>
  | Nodes<'For', { arr: TemplateNode; name: TemplateNode; body: TemplateNode }>
  | Nodes<'Macro' | 'Caller', { name: Name; args: List; body: TemplateNode }>
  | Nodes<'FromImport', { template: Name; names: { readonly children: readonly Name[] } }>
  | Nodes<'FunCall' | 'Filter', { name: TemplateNode; args: List }>
  | Nodes<'Block', { name: Name; body: TemplateNode }>
  | Nodes<'Include', { template: Name }>
  | Nodes<'Set', { targets: readonly Name[]; value: TemplateNode | null; body: TemplateNode | null }>
  | Nodes<'Capture', { body: TemplateNode }>
  | Nodes<'Is', { left: TemplateNode; right: TestNode }>
  | Nodes<'In' | 'Or' | 'And' | 'Add' | 'Mul', { left: TemplateNode; right: TemplateNode }>
  | Nodes<'Not', { target: TemplateNode }>
  | Nodes<'Compare', { expr: TemplateNode; ops: readonly { readonly type: string; readonly expr: TemplateNode }[] }>;

export type NodeName = TemplateNode['typename'];
export type NodeOf<Name extends NodeName> = Extract<TemplateNode, { typename: Name }>;

interface Name {
  readonly value: string;
}
interface List {
  readonly children: readonly TemplateNode[];
}
/** The right side of `is`: the name of a test, or a call of one. */
interface TestNode {
  readonly value?: string | null;
  readonly name?: Name;
  readonly args?: List;
}

const parser = createRequire(import.meta.url)('nunjucks/src/parser') as {
  readonly parse: (source: string, extensions: readonly never[], options: object) => NodeOf<'Root'>;
};

/** The nodes of a template file. */
export function parseTemplate(file: string): NodeOf<'Root'> {
  return parser.parse(readFileSync(file, 'utf8'), [], {});
}
