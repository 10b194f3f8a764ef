import { shapeFindings, type ExplainedPart, type Finding } from '../../documents/index.ts';
import { nearestWord } from '../../shared/nearest-word.ts';
import { FORMS, formsIn, RULE_FORMS, ruleSchema } from './rule-schema.ts';

const EXAMPLE = 'write a rule, as: { fact: age, atLeast: 18 }';

/**
 * What is wrong with something that stands where a rule should. The key that names its form says which form was meant,
 * and only that form's own faults are told, rather than why each of the others does not fit either.
 */
function ruleFindings(value: unknown): Finding[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [
      {
        path: [],
        problem: Array.isArray(value) ? 'a list is not a rule' : 'no rule is written here',
        remedy: listRemedy(value),
      },
    ];
  }
  const forms = formsIn(value);
  const [form, other] = forms;
  if (form === undefined) return [formless(value)];
  if (other === undefined) return shapeFindings({ schema: RULE_FORMS[form], value, explained: explainedRule });
  return [{ path: [other], at: 'key', ...twoForms(forms) }];
}

function listRemedy(value: unknown): string {
  return Array.isArray(value) ? 'put it under allOf: (every rule) or anyOf: (one of them)' : EXAMPLE;
}

function twoForms(forms: readonly string[]): { readonly problem: string; readonly remedy: string } {
  const bounds = forms.includes('atLeast') && forms.includes('atMost');
  return {
    problem: `a rule has one form, and this has ${forms.join(' and ')}`,
    remedy: bounds ? 'write between: [lowest, highest]' : 'write two rules under allOf: [.., ..]',
  };
}

function formless(rule: object): Finding {
  const known = [...FORMS, 'fact'];
  for (const key of Object.keys(rule)) {
    const near = known.includes(key) ? null : nearestWord(key, known);
    if (near !== null) {
      return {
        path: [key],
        at: 'key',
        problem: `the key "${key}" has no place in a rule`,
        remedy: `did you mean "${near}"?`,
      };
    }
  }
  const problem = 'fact' in rule ? 'the rule says nothing about its fact' : 'the rule has no form';
  return { path: [], problem, remedy: `add one of: ${FORMS.join(', ')}` };
}

/** A rule has many forms: what is wrong with one is told in terms of the form that was meant. */
export const explainedRule: ExplainedPart = { schema: ruleSchema, findings: ruleFindings };
