import { z } from 'zod';
import { JUDGES, type Rule } from '../../eligibility/index.ts';

const fact = z.string().min(1).describe('the id of a fact in reference/facts.yaml, as: age');
const single = z
  .union([z.string(), z.number(), z.boolean()])
  .describe('one value of the fact, as: possession, 18 or true');
const several = z.array(single).min(1).describe('a list of values, as: [possession, shoplifting]');
const bound = z.number().describe('a number, as: 18');
const substance = z.string().min(1).describe('a value of the fact substances, as: cannabis');
/** Of a fact that holds amounts: of what. */
const amountOf = {
  forSubstance: substance.exactOptional(),
  forSubstances: z
    .array(substance)
    .min(2)
    .exactOptional()
    .describe('values of the fact substances, whose amounts are added up, as: [cocaine, crack]'),
  forScheme: z.string().min(1).exactOptional().describe('the id of this scheme, as: avon-and-somerset-dep'),
};
const rules: z.ZodType<Rule[]> = z
  .array(z.lazy(() => ruleSchema))
  .min(1)
  .describe('a list of rules');

/**
 * The closed set of rule forms, by the key that tells them apart. A rule is one of these and nothing else, so that the
 * engine, the checks and the pages can each be a table over the same keys.
 */
export const RULE_FORMS = {
  is: z.strictObject({ fact, is: single }),
  isNot: z.strictObject({ fact, isNot: single }),
  in: z.strictObject({ fact, in: several }),
  notIn: z.strictObject({ fact, notIn: several }),
  includes: z.strictObject({ fact, includes: z.string().describe('one member of the set, as: heroin') }),
  atLeast: z.strictObject({ fact, atLeast: bound, ...amountOf }),
  atMost: z.strictObject({ fact, atMost: bound, ...amountOf }),
  moreThan: z.strictObject({ fact, moreThan: bound, ...amountOf }),
  lessThan: z.strictObject({ fact, lessThan: bound, ...amountOf }),
  between: z.strictObject({
    fact,
    between: z.tuple([bound, bound]).describe('two numbers, lowest first, both included, as: [18, 24]'),
    ...amountOf,
  }),
  allOf: z.strictObject({ allOf: rules }),
  anyOf: z.strictObject({ anyOf: rules }),
  not: z.strictObject({ not: z.lazy(() => ruleSchema).describe('a rule') }),
  discretion: z.strictObject({
    discretion: z.string().min(1).describe('the question that a person must answer'),
    by: z.enum(JUDGES).describe('who judges'),
  }),
};

export type RuleForm = keyof typeof RULE_FORMS;

/** Every form's key, those that read a fact first. */
export const FORMS: readonly RuleForm[] = Object.keys(RULE_FORMS).filter(isForm);

function isForm(key: string): key is RuleForm {
  return Object.hasOwn(RULE_FORMS, key);
}

/** The forms named by the keys of what stands where a rule should: one in a sound rule, none or several in a broken one. */
export function formsIn(value: object): RuleForm[] {
  return Object.keys(value).filter((key): key is RuleForm => Object.hasOwn(RULE_FORMS, key));
}

/** Any rule, to any depth. */
export const ruleSchema: z.ZodType<Rule> = z
  .union([
    RULE_FORMS.is,
    RULE_FORMS.isNot,
    RULE_FORMS.in,
    RULE_FORMS.notIn,
    RULE_FORMS.includes,
    RULE_FORMS.atLeast,
    RULE_FORMS.atMost,
    RULE_FORMS.moreThan,
    RULE_FORMS.lessThan,
    RULE_FORMS.between,
    RULE_FORMS.allOf,
    RULE_FORMS.anyOf,
    RULE_FORMS.not,
    RULE_FORMS.discretion,
  ])
  .meta({ id: 'rule', description: 'a rule, as: { fact: age, atLeast: 18 }' });
