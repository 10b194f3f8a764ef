import { memberOf, type DocumentPath, type Draft, type Finding } from '../../../documents/index.ts';
import {
  isMemberOf,
  parseValue,
  type FactDefinition,
  type FactKind,
  type FactRule,
} from '../../../eligibility/index.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { formsIn, type RuleForm } from '../rule-schema.ts';
import { rulePartsIn } from './rule-parts.ts';
import type { Check } from './check.ts';

/** The forms that say something of each kind of fact, and what such a fact is called. */
const FITTING: { readonly [kind in FactKind['kind']]: { readonly what: string; readonly forms: readonly RuleForm[] } } =
  {
    number: {
      what: 'a number',
      forms: ['atLeast', 'atMost', 'moreThan', 'lessThan', 'between', 'is', 'isNot', 'in', 'notIn'],
    },
    choice: { what: 'one of a list of values', forms: ['is', 'isNot', 'in', 'notIn'] },
    code: { what: 'a code', forms: ['is', 'isNot', 'in', 'notIn'] },
    set: { what: 'a set of values', forms: ['in', 'notIn', 'includes'] },
    amounts: { what: 'an amount by substance', forms: ['atLeast', 'atMost', 'moreThan', 'lessThan', 'between'] },
  };

/** Each test names a fact there is, by a form that suits its kind, with values the fact can have. */
export const rulesFitTheirFacts: Check = ({ id: scheme, eligibility = [] }, { reference: { vocabulary } }) =>
  eligibility
    .flatMap((clause, index) => rulePartsIn(clause?.rule, ['eligibility', index, 'rule']))
    .flatMap(({ rule, path }) => {
      if (!('fact' in rule) || rule.fact === undefined) return [];
      const fact = vocabulary.byId.get(rule.fact);
      if (fact === undefined) return [unknownFact(rule.fact, path, [...vocabulary.byId.keys()])];
      const found = misfits(rule, fact, path);
      return found.length > 0 ? found : otherScheme(rule, path, scheme);
    });

/** How often a person took part is asked of this scheme alone. */
function otherScheme({ forScheme }: Draft<FactRule>, path: DocumentPath, scheme: string | undefined): Finding[] {
  if (forScheme === undefined || scheme === undefined || forScheme === scheme) return [];
  const near = nearestWord(forScheme, [scheme]);
  return [
    {
      path: [...path, 'forScheme'],
      problem: `"${forScheme}" is not the id of this scheme`,
      remedy: near === null ? `write forScheme: ${scheme}` : `did you mean "${near}"?`,
    },
  ];
}

function unknownFact(id: string, path: DocumentPath, known: readonly string[]): Finding {
  const near = nearestWord(id, known);
  return {
    path: [...path, 'fact'],
    problem: `there is no fact "${id}"`,
    remedy: near === null ? 'see reference/facts.yaml for the facts there are' : `did you mean "${near}"?`,
  };
}

function misfits(rule: Draft<FactRule>, fact: FactDefinition, path: DocumentPath): Finding[] {
  const { what, forms } = FITTING[fact.type.kind];
  const [form] = formsIn(rule);
  if (form === undefined) return [];
  if (!forms.includes(form)) {
    const problem = `"${form}" does not suit ${fact.id}, which is ${what}`;
    return [{ path: [...path, form], at: 'key', problem, remedy: `use ${listed(forms)}` }];
  }
  return [
    ...memberFindings(rule, fact, path),
    ...valueFindings(rule, form, { fact, path }),
    ...spanFindings(rule, path),
  ];
}

function memberFindings(rule: Draft<FactRule>, { id, type }: FactDefinition, path: DocumentPath): Finding[] {
  const keys = (['forSubstance', 'forSubstances', 'forScheme'] as const).filter((key) => rule[key] !== undefined);
  const [key, other] = keys;
  if (type.kind !== 'amounts') {
    if (key === undefined) return [];
    const problem = `"${key}" does not suit ${id}, which is not an amount by substance`;
    return [{ path: [...path, key], at: 'key', problem, remedy: 'leave it out' }];
  }
  const byScheme = type.pattern !== undefined;
  const what = byScheme ? 'a count by scheme, and no scheme' : 'an amount by substance, and no substance';
  const remedy = byScheme ? 'add forScheme: with the id of this scheme' : 'add forSubstance: cannabis, or the like';
  if (key === undefined) return [{ path, problem: `${id} is ${what} is named`, remedy }];
  if (other !== undefined || byScheme !== (key === 'forScheme')) {
    return [{ path: [...path, other ?? key], at: 'key', problem: `"${other ?? key}" has no place here`, remedy }];
  }
  const one = rule.forSubstance ?? rule.forScheme;
  const members = one === undefined ? (rule.forSubstances ?? []) : [one];
  return members.flatMap((member, index) => {
    if (member === undefined || isMemberOf(type, member)) return [];
    const near = nearestWord(member, type.values);
    const place = key === 'forSubstances' ? [...path, key, index] : [...path, key];
    const right = near === null ? `write one of: ${type.values.join(', ')}` : `did you mean "${near}"?`;
    return [
      byScheme
        ? { path: place, problem: `"${member}" is not the id of a scheme`, remedy: 'write the id of this scheme' }
        : { path: place, problem: `there is no substance "${member}"`, remedy: right },
    ];
  });
}

function valueFindings(
  rule: Draft<FactRule>,
  form: RuleForm,
  { fact, path }: { fact: FactDefinition; path: DocumentPath },
): Finding[] {
  const written = memberOf(rule, form);
  const values: readonly unknown[] = Array.isArray(written) ? written : [written];
  return values.flatMap((value, index) => {
    if (value === undefined) return [];
    const place = Array.isArray(written) ? [...path, form, index] : [...path, form];
    if (values.indexOf(value) < index && form !== 'between') {
      return [{ path: place, problem: `${JSON.stringify(value)} is listed twice`, remedy: 'list it once' }];
    }
    const read = parseValue(fact, ASKED_AS[fact.type.kind](value, rule));
    return read.ok
      ? []
      : read.refusal
          .slice(0, 1)
          .map(({ problem, remedy }) => ({ path: place, problem: `${fact.id}: ${problem}`, remedy }));
  });
}

/** How one value in a rule would be given as the fact's own value. */
const ASKED_AS: { readonly [kind in FactKind['kind']]: (value: unknown, rule: Draft<FactRule>) => unknown } = {
  number: (value) => value,
  choice: (value) => value,
  code: (value) => value,
  set: (value) => [value],
  amounts: (value, rule) => ({ [rule.forScheme ?? 'cannabis']: value }),
};

function spanFindings(rule: Draft<FactRule>, path: DocumentPath): Finding[] {
  if (!('between' in rule)) return [];
  const [low, high] = rule.between ?? [];
  if (low === undefined || high === undefined || low <= high) return [];
  const problem = `between ${low} and ${high} there is no number: the lowest comes first`;
  return [{ path: [...path, 'between'], problem, remedy: `write between: [${high}, ${low}]` }];
}

function listed(forms: readonly RuleForm[]): string {
  return forms.length === 1 ? forms.join() : `${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}`;
}
