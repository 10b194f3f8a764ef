import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type NestedCondition } from 'json-rules-engine';
import type { FactRule, Rule } from '../../src/eligibility/index.ts';
import type { Person } from './people.ts';

/** A peer decides one person, every clause evaluated, and says whether all are met. */
export type Peer = (person: Person) => boolean | Promise<boolean>;

/** One compiled expression that gives the list of the clauses' results. */
export function jsonLogicEngine(rules: readonly Rule[]): Peer {
  const compiled = new LogicEngine().build(rules.map(toJsonLogic)) as (person: Person) => boolean[];
  return (person) => compiled(person).every(Boolean);
}

function toJsonLogic(rule: Rule): unknown {
  if ('allOf' in rule) return { and: rule.allOf.map(toJsonLogic) };
  if ('anyOf' in rule) return { or: rule.anyOf.map(toJsonLogic) };
  const { fact, test, value } = testOf(rule);
  const held = { var: fact };
  if (test === 'between') return { '<=': [(value as number[])[0], held, (value as number[])[1]] };
  return { [{ is: '===', in: 'in', atLeast: '>=', atMost: '<=' }[test]]: [held, value] };
}

/** One rule whose conditions are the clauses; the engine answers each condition's result. */
export function jsonRulesEngine(rules: readonly Rule[]): Peer {
  const engine = new Engine([{ conditions: { all: rules.map(toCondition) }, event: { type: 'eligible' } }]);
  return async (person) => (await engine.run({ ...person })).events.length > 0;
}

function toCondition(rule: Rule): NestedCondition {
  if ('allOf' in rule) return { all: rule.allOf.map(toCondition) };
  if ('anyOf' in rule) return { any: rule.anyOf.map(toCondition) };
  const { fact, test, value } = testOf(rule);
  if (test === 'between') {
    const [low, high] = value as [number, number];
    return {
      all: [
        { fact, operator: 'greaterThanInclusive', value: low },
        { fact, operator: 'lessThanInclusive', value: high },
      ],
    };
  }
  return {
    fact,
    operator: { is: 'equal', in: 'in', atLeast: 'greaterThanInclusive', atMost: 'lessThanInclusive' }[test],
    value,
  };
}

/** One decision with an expression for each clause. */
export function zen(rules: readonly Rule[]): Peer {
  const expressions = rules.map((rule, index) => ({ id: `e${index}`, key: `clause${index}`, value: toZen(rule) }));
  const content = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(content);
  return async (person) => {
    const input = Object.fromEntries(
      Object.entries(person).map(([fact, value]) => [nameInZen(fact), value as unknown]),
    );
    const { result } = (await decision.evaluate(input)) as { result: { [key: string]: boolean } };
    return Object.values(result).every(Boolean);
  };
}

function toZen(rule: Rule): string {
  if ('allOf' in rule) return `(${rule.allOf.map(toZen).join(' and ')})`;
  if ('anyOf' in rule) return `(${rule.anyOf.map(toZen).join(' or ')})`;
  const { fact, test, value } = testOf(rule);
  const held = nameInZen(fact);
  const written = JSON.stringify(value);
  if (test === 'between') return `${held} in [${(value as number[]).join('..')}]`;
  return `${held} ${{ is: '==', in: 'in', atLeast: '>=', atMost: '<=' }[test]} ${written}`;
}

/** ZEN's names hold no hyphens. */
function nameInZen(fact: string): string {
  return fact.replaceAll('-', '_');
}

function testOf(rule: Rule): { fact: string; test: 'is' | 'in' | 'atLeast' | 'atMost' | 'between'; value: unknown } {
  const test = (['is', 'in', 'atLeast', 'atMost', 'between'] as const).find((form) => form in rule);
  if (!test) throw new Error(`The bench scheme has a rule that the peers cannot express: ${JSON.stringify(rule)}`);
  return { fact: (rule as FactRule).fact, test, value: new Map<string, unknown>(Object.entries(rule)).get(test) };
}
