/** The law that a case is held to, and what it answers of the case. */
import {
  compileScheme,
  decide,
  parseFacts,
  vocabularyAtTheOutcome,
  settledFacts,
  type ClauseAnswer,
  type FactId,
  type Facts,
  type Rule,
  type Vocabulary,
} from '../../eligibility/index.ts';
import { nationOfForce, rulesOfLaw, type Law, type LawClauseDocument } from '../../schemes/domain/index.ts';
import { addDays, daysBetween, type CalendarDay } from '../../shared/calendar-day.ts';
import type { RecordedFacts } from '../../triage/domain/index.ts';
import type { CaseRecord } from './case-state.ts';
import { knownValue } from './known-facts.ts';

/** The law that cases are held to, and the facts that it reads. */
export interface LawBook {
  readonly vocabulary: Vocabulary;
  readonly laws: readonly Law[];
}

/** How a clause of law comes out for a case. */
export interface LawAnswer {
  readonly law: Law;
  readonly clause: LawClauseDocument;
  readonly result: ClauseAnswer['result'];
}

/** Whose law it is, and what is asked of it. */
interface Asked {
  readonly facts: RecordedFacts;
  readonly today: CalendarDay;
  readonly of: (law: Law) => boolean;
}

/**
 * The book as it is read when an outcome is recorded: what could still be done until then is done or not
 * (`untilOutcome` in reference/facts.yaml).
 */
export function atTheOutcome({ vocabulary, laws }: LawBook): LawBook {
  return { vocabulary: vocabularyAtTheOutcome(vocabulary), laws };
}

/** Every clause in force of some of the law of the case's nation, in the order of the documents. */
export function lawAnswers(
  { vocabulary, laws }: LawBook,
  record: CaseRecord,
  { facts, today, of }: Asked,
): LawAnswer[] {
  const nation = nationOfForce(record.force);
  const asked = laws.filter((law) => law.nation.includes(nation) && of(law));
  const rules = asked.filter(({ clauses }) => clauses.length > 0).map(rulesOfLaw);
  const law = { id: 'law', version: 'law', standing: [], eligibility: [], law: rules };
  const all = { ...knownAbout(record, today), ...facts };
  const { clauses } = decide(compileScheme(vocabulary, law), factsThatAreRead(vocabulary, all), today);
  return clauses.flatMap(({ id, law: document, result }) => {
    const found = asked.find((each) => each.id === document);
    const clause = found?.clauses.find((each) => each.id === id);
    return found && clause ? [{ law: found, clause, result }] : [];
  });
}

interface AskedOfRule {
  readonly rule: Rule;
  readonly facts: RecordedFacts;
  readonly today: CalendarDay;
}

/** Whether a rule holds for a case, by all that is known of it: it does, it does not, or it may. */
export function holdsForCase(book: LawBook, record: CaseRecord, asked: AskedOfRule): 'yes' | 'no' | 'perhaps' {
  const { verdict } = ruleForCase(book, record, asked);
  if (verdict === 'eligible') return 'yes';
  return verdict === 'ineligible' ? 'no' : 'perhaps';
}

/** The facts that a rule still turns on for a case; none where it holds, or does not. */
export function factsOpenIn(book: LawBook, record: CaseRecord, asked: AskedOfRule): readonly FactId[] {
  return ruleForCase(book, record, asked).missing;
}

function ruleForCase({ vocabulary }: LawBook, record: CaseRecord, { rule, facts: besides, today }: AskedOfRule) {
  const clause = { id: 'RULE-1', says: 'It holds', rule, source: [], standing: 'assumed' } as const;
  const scheme = { id: 'rule', version: 'rule', standing: [], eligibility: [clause] };
  const facts = factsThatAreRead(vocabulary, { ...knownAbout(record, today), ...besides });
  return decide(compileScheme(vocabulary, scheme), facts, today);
}

/** Law that holds however the case ends, for a scheme of this kind; where no scheme is chosen yet, for any kind. */
export function holdsHoweverItEnds({ applies }: Law, schemeKind?: string): boolean {
  const kinds: readonly string[] | undefined = applies.kinds;
  const isOfKind = kinds === undefined || schemeKind === undefined || kinds.includes(schemeKind);
  return isOfKind && applies.disposals === undefined;
}

/** What a case says besides its facts: how long ago the offence was by now, and where it may be tried. */
function knownAbout(record: CaseRecord, today: CalendarDay): RecordedFacts {
  const day = dayOfOffence(record);
  const mode = record.offence.modeOfTrial;
  const { 'offence-age-days': _, ...facts } = record.facts;
  return {
    ...(mode === null ? {} : { 'mode-of-trial': mode }),
    ...facts,
    ...(day === null || day > today ? {} : { 'offence-age-days': daysBetween(day, today) }),
  };
}

/** The day of the offence: as the officer says, else by how long ago it was at the triage; null where neither does. */
export function dayOfOffence({ offence, facts, triagedOn }: CaseRecord): CalendarDay | null {
  if (offence.occurredOn !== null) return offence.occurredOn;
  const daysAgo = knownValue(facts, 'offence-age-days');
  return typeof daysAgo === 'number' ? addDays(triagedOn, -daysAgo) : null;
}

/**
 * The facts as today's vocabulary reads them. A value recorded under an older one, that today's does not read or that
 * now contradicts another, is not known. What the kind of offence settles needs no asking here either.
 */
function factsThatAreRead(vocabulary: Vocabulary, raw: RecordedFacts): Facts {
  const facts = withoutFaults(vocabulary, raw);
  // What somebody recorded, if only that it is not known, is settled by nothing else.
  const settled = Object.entries(settledFacts(vocabulary, facts)).filter(([fact]) => !(fact in raw));
  return settled.length === 0 ? facts : withoutFaults(vocabulary, { ...Object.fromEntries(settled), ...raw });
}

function withoutFaults(vocabulary: Vocabulary, raw: object): Facts {
  const parsed = parseFacts(vocabulary, raw);
  if (parsed.ok) return parsed.value;
  const faulty = new Set(parsed.refusal.map(({ path }) => path.split(/[.[]/)[0]));
  return withoutFaults(vocabulary, Object.fromEntries(Object.entries(raw).filter(([fact]) => !faulty.has(fact))));
}
