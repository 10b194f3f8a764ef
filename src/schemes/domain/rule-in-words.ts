import { membersRead, type FactRule, type Rule } from '../../eligibility/index.ts';
import { choiceWords, type ReferenceWords } from '../../reference/index.ts';

/**
 * A rule as a reader without the language takes it in: a line ("How old was the person on the day of the offence? 18 or
 * more"), or a heading with what stands under it ("One or more of these").
 */
export interface RuleWords {
  readonly text: string;
  readonly parts: readonly RuleWords[];
}

/** The rule in words, to any depth, in the order written. */
export function ruleInWords(words: ReferenceWords, rule: Rule): RuleWords {
  const group = (text: string, rules: readonly Rule[]): RuleWords => ({
    text,
    parts: rules.map((part) => ruleInWords(words, part)),
  });
  if ('allOf' in rule) return group('All of these', rule.allOf);
  if ('anyOf' in rule) return group('One or more of these', rule.anyOf);
  if ('not' in rule) return group('This must not be so', [rule.not]);
  if ('discretion' in rule) return line(`${rule.discretion} A judgement for the ${rule.by}.`);
  const question = words.facts.get(rule.fact)?.question ?? rule.fact;
  return line(`${question} ${testInWords(words, rule)}`);
}

function testInWords(words: ReferenceWords, rule: FactRule): string {
  const one = (value: string | number | boolean): string => choiceWords(words, rule.fact, value);
  const list = (values: readonly (string | number | boolean)[]): string => values.map(one).join(', ');
  if ('is' in rule) return one(rule.is);
  if ('isNot' in rule) return `Anything but: ${one(rule.isNot)}`;
  if ('in' in rule) return rule.in.length === 1 ? `Only: ${list(rule.in)}` : `Only one of: ${list(rule.in)}`;
  if ('notIn' in rule) return `None of: ${list(rule.notIn)}`;
  if ('includes' in rule) return `Among others: ${one(rule.includes)}`;
  return measure(words, rule, boundsInWords(rule));
}

type BoundsRule = Extract<
  FactRule,
  { atLeast: number } | { atMost: number } | { moreThan: number } | { lessThan: number } | { between: unknown }
>;

function boundsInWords(rule: BoundsRule): string {
  if ('moreThan' in rule) return `more than ${rule.moreThan}`;
  if ('lessThan' in rule) return `less than ${rule.lessThan}`;
  if ('atLeast' in rule) return `${rule.atLeast} or more`;
  if ('between' in rule) return `${rule.between[0]} to ${rule.between[1]}`;
  return rule.atMost === 0 ? 'None' : `${rule.atMost} or less`;
}

function measure(words: ReferenceWords, rule: FactRule, bounds: string): string {
  const unit = words.facts.get(rule.fact)?.unit;
  const measured = unit === undefined || bounds === 'None' ? bounds : `${bounds} (${unit})`;
  if (rule.forScheme !== undefined) return `On this scheme: ${measured}`;
  const substances = membersRead(rule).map((substance) => choiceWords(words, 'substances', substance));
  if (substances.length === 0) return measured;
  return substances.length === 1 ? `${substances[0]}: ${measured}` : `${substances.join(', ')}, together: ${measured}`;
}

function line(text: string): RuleWords {
  return { text, parts: [] };
}
