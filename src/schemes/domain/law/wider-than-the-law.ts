import type { Finding } from '../../../documents/index.ts';
import {
  compileScheme,
  type CompiledScheme,
  type LawClause,
  type Rule,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { drugsByClassOn, type DrugClasses } from '../../../reference/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { clausesInForce, daysOfChange } from '../checks/clauses-in-force.ts';
import type { Person } from '../checks/facts-go-together.ts';
import { findPerson, isSomebody } from '../checks/find-person.ts';
import { factRulesIn } from '../checks/rule-parts.ts';
import type { Scheme } from '../scheme-document.ts';
import { amountsTried, foundWith, isMet, withAmounts } from './amounts-tried.ts';
import { allReadBy, atBestBut, readBy, withFactsRenamed } from './settled-by-facts.ts';
import { somebodyLetIn } from './somebody-let-in.ts';
import { spokenOf, standingIn } from './spoken-of.ts';
import { valuesNamed, type NamedValue } from './values-named.ts';

/**
 * No scheme lets in whom the law keeps out. A scheme that is silent about something rests on the law. One that speaks
 * to all by which somebody fails a clause of the law, and lets that person in, is wider, if it
 *
 *   keeps others out by the same facts, so that it draws a line, and draws it elsewhere ("aged 8 or over"), or
 *   names the value in so many words ("admission in [admits, denies]").
 *
 * Each finding shows somebody, of whom the engine says the same. Where the search comes to nothing, nothing is said.
 */
export function widerThanTheLaw(
  scheme: Scheme,
  vocabulary: Vocabulary,
  drugClasses: readonly DrugClasses[] = [],
): Finding[] {
  const { law = [], laws = [] } = scheme;
  const alone = compileScheme(vocabulary, { ...scheme, law: [] });
  const resting = compileScheme(vocabulary, scheme);
  const all = law.flatMap(({ clauses }) => clauses);
  const findings = law.flatMap(({ id, clauses }) =>
    clauses.flatMap((clause) => {
      const wording = laws.find((document) => document.id === id)?.clauses.find((each) => each.id === clause.id);
      const question = { scheme, drugClasses, alone, resting, document: id, clause };
      const others = all.filter((other) => other !== clause);
      // As the document has it, and as it counts where it is the law of one disposal among several.
      const rules = [...new Set([wording?.rule ?? clause.rule, clause.rule])];
      return daysTogether(scheme, clause)
        .flatMap((day) =>
          rules.flatMap((rule) => widerOn(day, { ...question, rule, others: clausesOfDay(others, day) })),
        )
        .slice(0, 1);
    }),
  );
  // One that draws a line elsewhere than the law of several periods is told so once.
  const placeOf = ({ document, finding }: Wider): string => `${document} ${finding.path.join()}`;
  return [...Map.groupBy(findings, placeOf).values()].flatMap(([first]) =>
    first === undefined ? [] : [first.finding],
  );
}

interface Wider {
  readonly document: string;
  readonly finding: Finding;
}

interface Question {
  readonly scheme: Scheme;
  readonly drugClasses: readonly DrugClasses[];
  readonly alone: CompiledScheme;
  readonly resting: CompiledScheme;
  readonly document: string;
  /** The clause as the engine takes it: of one disposal among several it counts only where it is this one. */
  readonly clause: LawClause;
  /** Its rule: as the document has it, or as the engine takes it. */
  readonly rule: Rule;
  /** The other clauses of the law on the day. */
  readonly others: readonly LawClause[];
}

/** The days on which something changes while the clause is in force. */
function daysTogether({ eligibility }: Scheme, clause: LawClause): CalendarDay[] {
  const { from, until } = clause;
  if (from === undefined) return daysOfChange(eligibility);
  return daysOfChange([...eligibility, { from, until }]).filter((day) => clausesOfDay([clause], day).length > 0);
}

function clausesOfDay(clauses: readonly LawClause[], day: CalendarDay): LawClause[] {
  return clauses.filter(({ from, until }) => from === undefined || clausesInForce([{ from, until }], day).length > 0);
}

function widerOn(day: CalendarDay, question: Question): Wider[] {
  const { scheme, rule, alone, document, drugClasses } = question;
  const { vocabulary } = alone;
  const indexed = scheme.eligibility.map((own, index) => ({ ...own, index }));
  const inForce = clausesInForce(indexed, day);
  const own: Rule = { allOf: inForce.map((each) => each.rule) };
  const { asked, shared } = spokenOf(vocabulary, own, rule, drugsByClassOn(drugClasses, day));
  const byAmounts = (): Wider[] => widerByAmounts({ day, question, own, inForce });
  if (shared.size === 0) return byAmounts();
  const keptOut = [{ not: atBestBut(shared, asked) }, ...nothingEmpty(vocabulary, [own, asked])];
  if (!isSomebody(findPerson(vocabulary, keptOut))) return byAmounts();
  const told = (person: Person, index: number): Wider[] => [
    { document, finding: findingOf(person, { day, question, index }) },
  ];

  const letIn = (further: readonly Rule[]): Person | null =>
    somebodyFor([...keptOut, own, ...further], { day, question, own });
  const sharedBy = (each: { readonly rule: Rule }): number =>
    [...allReadBy(each.rule)].filter((read) => shared.has(read)).length;
  const line = inForce
    .toSorted((a, b) => sharedBy(b) - sharedBy(a))
    .find((each) => keepsOutToo(vocabulary, each.rule, { keptOut, shared }));
  const elsewhere = line === undefined ? null : letIn([]);
  if (line !== undefined && elsewhere !== null) return told(elsewhere, line.index);

  const named = inForce.flatMap(({ rule: each, index }) =>
    valuesNamed(vocabulary, each).flatMap((value) => (shared.has(value.read) ? [{ ...value, index }] : [])),
  );
  const byName = named.length === 0 ? null : letIn(asNamed(named, asked));
  return byName === null ? byAmounts() : told(byName, named.at(-1)?.index ?? 0);
}

interface OnDay {
  readonly day: CalendarDay;
  readonly question: Question;
  readonly own: Rule;
  readonly inForce: readonly { readonly rule: Rule; readonly index: number }[];
}

/** The same where the two add amounts up differently: by some amounts the scheme keeps people out, and not by all. */
function widerByAmounts({ day, question, own, inForce }: OnDay): Wider[] {
  const { rule, alone, resting, clause, document } = question;
  const { vocabulary } = alone;
  const failsBy = (each: Rule, amounts: Person): boolean =>
    !isMet(withAmounts(vocabulary, atBestBut(readsOf(each, amounts), each), amounts));
  const failing = amountsTried(vocabulary, own, rule).filter((amounts) => failsBy(rule, amounts));
  const line = inForce.find((each) => failing.some((amounts) => failsBy(each.rule, amounts)));
  if (line === undefined) return [];
  const renamed = standingIn(vocabulary, own, clause.rule);
  for (const besides of failing) {
    const rules = [withAmounts(vocabulary, own, besides), ...foundWith(vocabulary, besides, [own, rule])];
    const person = somebodyLetIn(rules, { day, lawClause: clause.id, alone, resting, renamed, besides });
    if (person !== null) return [{ document, finding: findingOf(person, { day, question, index: line.index }) }];
  }
  return [];
}

/** What a rule reads of these facts. */
function readsOf(rule: Rule, facts: Person): ReadonlySet<string> {
  return new Set(factRulesIn(rule).flatMap((test) => (test.fact in facts ? [readBy(test)] : [])));
}

/** Whether the rule by these facts alone keeps out some of those whom the law keeps out by them. */
function keepsOutToo(
  vocabulary: Vocabulary,
  rule: Rule,
  { keptOut, shared }: { readonly keptOut: readonly Rule[]; readonly shared: ReadonlySet<string> },
): boolean {
  const reads = [...allReadBy(rule)].some((read) => shared.has(read));
  return reads && isSomebody(findPerson(vocabulary, [...keptOut, { not: atBestBut(shared, rule) }]));
}

/** That somebody fails the law's rule by nothing but values that the scheme names. */
function asNamed(named: readonly NamedValue[], asked: Rule): Rule[] {
  const byRead = Map.groupBy(named, ({ read }) => read);
  const pinned = [...byRead.values()].map((values): Rule => ({ anyOf: values.map(({ rule }) => rule) }));
  return [...pinned, { not: atBestBut(new Set(byRead.keys()), asked) }];
}

/** A case about no drug at all is one of which that is not known: nobody is shown so. */
function nothingEmpty({ byId }: Vocabulary, rules: readonly Rule[]): Rule[] {
  const facts = new Set(rules.flatMap(factRulesIn).map(({ fact }) => fact));
  const sets = [...facts].filter((fact) => byId.get(fact)?.type.kind === 'set');
  return sets.map((fact) => ({ not: { fact, in: [] } }));
}

/** Somebody whom nothing else in the law keeps out by what the scheme reads; where there is nobody, anybody. */
function somebodyFor(
  rules: readonly Rule[],
  { day, question, own }: { readonly day: CalendarDay; readonly question: Question; readonly own: Rule },
): Person | null {
  const { alone, resting, clause, others } = question;
  const law: Rule = { allOf: [clause.rule, ...others.map(({ rule }) => rule)] };
  const renamed = standingIn(alone.vocabulary, { allOf: rules }, clause.rule);
  const asked = { day, lawClause: clause.id, alone, resting, renamed };
  const out: Rule = { not: withFactsRenamed(clause.rule, renamed) };
  const elsewhere = standingIn(alone.vocabulary, own, law);
  const rest = others.map(({ rule }) => atBestBut(allReadBy(own), withFactsRenamed(rule, elsewhere)));
  return somebodyLetIn([...rules, out, ...rest], asked) ?? somebodyLetIn([...rules, out], asked);
}

function findingOf(
  person: Person,
  { day, question, index }: { readonly day: CalendarDay; readonly question: Question; readonly index: number },
): Finding {
  const { scheme, clause, document } = question;
  const says = `${clause.id} (${clause.says})`;
  return {
    path: ['eligibility', index, 'rule'],
    problem:
      'this scheme would let in somebody whom the law keeps out by ' +
      `${says}, decided on ${day}: ${JSON.stringify(person)}`,
    remedy:
      `let ${scheme.eligibility[index]?.id ?? 'the clause'} take nobody whom ${clause.id} keeps out, ` +
      `or leave out what law/${document}.yaml settles, as the scheme rests on it`,
  };
}
