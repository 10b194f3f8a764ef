import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../../src/cases/domain/case-command.ts';
import type { OutcomeBasis } from '../../src/cases/domain/case-event.ts';
import type { CaseState } from '../../src/cases/domain/case-state.ts';
import { decideCase } from '../../src/cases/domain/decide-case.ts';
import { evolve } from '../../src/cases/domain/evolve.ts';
import { holdsHoweverItEnds } from '../../src/cases/domain/law-of-case.ts';
import { waitsForActivity } from '../../src/cases/domain/outcome/index.ts';
import type { Law } from '../../src/schemes/domain/index.ts';
import { factsIn, nationOfForce } from '../../src/schemes/domain/index.ts';
import { addDays, calendarDayOf, type CalendarDay } from '../../src/shared/calendar-day.ts';
import type { RecordedFacts } from '../../src/triage/domain/index.ts';
import {
  answer,
  aScheme,
  basis as inOrder,
  caseThrough,
  context,
  coordinator,
  facts as sampleFacts,
  law,
  sampleCommands,
  supervisor,
} from './case-in-state.ts';

/*
 * Every outcome that can be recorded, by every command that can record it, against every clause of law that bars it. Who
 * fails exactly that clause, or of whom it is not known, is said by the law documents' own scenarios, so that a new
 * document or clause is tried without a word here.
 */

const LAST_DAY = calendarDayOf('2026-11-28');

/** The laws of outcomes: of a type, or of the one way of ending a case that has none. Of a charge nothing is recorded so. */
const lawsOfOutcomes = law.laws.filter(
  ({ applies, clauses }) => clauses.length > 0 && (applies.disposals !== undefined || applies.outcomes !== undefined),
);

const COMMANDS = ['record-outcome', 'give-outcome', 'correct-outcome', 'record-outcome once reopened'] as const;
type Command = (typeof COMMANDS)[number];

interface Tried {
  readonly own: Law;
  /** The document of the clause: the outcome's own, or one that holds for every diversion. */
  readonly of: Law;
  readonly command: Command;
  readonly facts: RecordedFacts;
  readonly today: CalendarDay;
}

const typeOf = ({ applies }: Law): string | null => applies.outcomes?.[0] ?? null;
const forceOf = ({ nation }: Law): string => (nation.includes('scotland') ? 'scotland' : 'west-midlands');

/** What the coordinator says at the end, and what the record has, of somebody of these facts. */
function said(own: Law, facts: RecordedFacts): { readonly record: RecordedFacts; readonly basis: OutcomeBasis } {
  const {
    'activity-done': _,
    'age-today': __,
    'rationale-recorded': isWritten,
    'responsibility-accepted': accepts,
    'agrees-to-disposal': agrees,
    victim,
    'authorised-by': by,
    'offending-history': history,
    'youth-justice-agrees': youthJustice,
    ...record
  } = facts;
  // A form that asks about no victim says that there is none.
  const asksOfVictim = own.clauses.some(({ rule }) => factsIn(rule).includes('victim'));
  const rank = (['sergeant', 'inspector', 'prosecutor'] as const).find((each) => each === by);
  return {
    record,
    basis: {
      ...inOrder,
      rationale: isWritten === true ? 'Written down' : '',
      responsibilityAccepted: accepts === true,
      evidenceSufficient: false,
      agreesToDisposal: agrees === true,
      victim:
        !asksOfVictim || victim === 'no-victim'
          ? { is: 'no-victim' }
          : victim === 'consulted'
            ? { is: 'consulted', view: 'Content' }
            : { is: 'not-consulted' },
      history: typeof history === 'boolean' ? history : null,
      youthJustice: youthJustice === true ? 'Made-up service' : null,
      authority: rank === undefined ? null : { by: rank, name: 'Made-up' },
    },
  };
}

/** The answer to one attempt: the event, or the code of the refusal. */
function attempted({ own, command, facts, today }: Tried): string {
  const force = forceOf(own);
  const isDone = facts['activity-done'] !== false && facts['activity-done'] !== undefined;
  const waits = waitsForActivity(law, typeOf(own), own.applies.disposals);
  const type = typeOf(own);
  const { record, basis } = said(own, facts);
  const scheme = {
    ...aScheme,
    kind: facts['decided-to-charge'] === true ? 'deferred-prosecution' : 'deflection',
    disposals: own.applies.disposals ?? [],
    outcome: { completed: { type }, notCompleted: { then: 'prosecute' } },
  } as const;
  const age = own.base['age-today'] === undefined ? facts['age'] : facts['age-today'];
  const actor = { ...coordinator, force };
  const around = { ...context, actor, scheme, today, ageToday: typeof age === 'number' ? age : null };
  const daysAgo = facts['offence-age-days'];
  const occurredOn = typeof daysAgo === 'number' ? addDays(today, -daysAgo) : null;
  const withRecord = (state: CaseState): CaseState => {
    if (state.status === 'closed') return { ...state, before: withRecord(state.before) as typeof state.before };
    const outcomeGiven = command === 'correct-outcome' ? GIVEN(today) : null;
    return {
      ...state,
      record: { ...state.record, force, facts: record, offence: { occurredOn, modeOfTrial: null }, outcomeGiven },
    };
  };
  const outcome = { type, basis };
  const does = (state: CaseState, asked: CaseCommand): string => answer(decideCase(withRecord(state), asked, around));
  const place = isDone || !waits ? 'completed' : 'not-completed';
  switch (command) {
    case 'record-outcome':
      return does(caseThrough(place).state(), { type: 'record-outcome', data: outcome });
    case 'give-outcome':
      return does(caseThrough('engaging').state(), { type: 'give-outcome', data: outcome });
    case 'correct-outcome':
      return does(caseThrough('engaging').state(), {
        type: 'correct-outcome',
        data: { to: outcome, reason: 'Recorded wrongly' },
      });
    case 'record-outcome once reopened': {
      const closed = withRecord(
        place === 'completed'
          ? caseThrough('closed').state()
          : caseThrough('not-completed').and(sampleCommands.noConsequence, { by: supervisor }).state(),
      );
      const reopen = { type: 'reopen-case', data: { reason: 'Closed wrongly' } } as const;
      const reopened = decideCase(closed, reopen, { ...around, actor: { ...supervisor, force } });
      if (!reopened.ok) throw new Error(`The case is not reopened: ${reopened.refusal.code}`);
      return does(reopened.value.reduce<CaseState | null>(evolve, closed) as CaseState, {
        type: 'record-outcome',
        data: outcome,
      });
    }
  }
}

const GIVEN = (givenOn: CalendarDay) => ({ type: '8', basis: inOrder, legalBasis: 'Made up', givenOn });

const EVENT: { readonly [command in Command]: string } = {
  'record-outcome': 'outcome-recorded',
  'give-outcome': 'outcome-given',
  'correct-outcome': 'outcome-corrected',
  'record-outcome once reopened': 'outcome-recorded',
};

/** Somebody to whom the outcome may be given: what every law asks, then its own. */
function base(own: Law): RecordedFacts {
  const ofAll = law.laws.filter(
    (each) => holdsHoweverItEnds(each) && each.nation.some((one) => own.nation.includes(one)),
  );
  return Object.assign(
    { ...sampleFacts, force: forceOf(own) },
    ...ofAll.map((each) => each.base),
    own.base,
    ofAge(own.base),
  ) as RecordedFacts;
}

/** Whoever is a child today was one at the offence. */
function ofAge(of: Law['base']): object {
  const today = of['age-today'];
  return 'age' in of || typeof today !== 'number' ? {} : { age: today };
}

/**
 * What goes with what a scenario says: nobody is older at the offence than today, who may be a child today may have been
 * one then, and what is not known is not known from something else either.
 */
function inKeeping(facts: RecordedFacts, { with: given = {}, without = [] }: Law['scenarios'][number]): RecordedFacts {
  const { age, 'age-today': ageToday } = facts;
  const { age: _, ...withoutAge } = facts;
  const isOlder = typeof age === 'number' && typeof ageToday === 'number' && age > ageToday;
  const aged = isOlder ? { ...facts, age: ageToday } : without.includes('age-today') ? withoutAge : facts;
  const otherwise = Object.entries(KNOWN_FROM).flatMap(([fact, away]) => (without.includes(fact) ? [away] : []));
  return { ...aged, ...Object.assign({}, ...otherwise), ...given } as RecordedFacts;
}

/** By what else a fact is known though nobody recorded it, and without which it is not. */
const KNOWN_FROM: { readonly [fact: string]: RecordedFacts } = {
  // Of most kinds of offence it is known that the Crown Court alone need not try them; a drug offence has no
  // victim.
  'mode-of-trial': { 'offence-group': 'other' },
  'sexual-offence': { 'offence-group': 'other' },
  'serious-injury': { 'offence-group': 'other' },
  'hate-crime': { 'offence-group': 'other' },
  // Who accepts responsibility does not deny it.
  admission: { 'responsibility-accepted': false },
  // What was not domestic was no abuse of a partner, and where nobody was a victim nothing was domestic.
  'intimate-partner-abuse': { 'domestic-abuse': 'standard', victim: 'consulted' },
  'domestic-abuse': { 'offence-group': 'other', victim: 'consulted' },
};

/** The commands by which an outcome can be recorded at all. */
const commandsFor = (own: Law): readonly Command[] =>
  waitsForActivity(law, typeOf(own), own.applies.disposals)
    ? COMMANDS.filter((command) => command.startsWith('record-outcome'))
    : COMMANDS;

const rows = lawsOfOutcomes.flatMap((own) => {
  const forAll = law.laws.filter(
    (each) => each.clauses.length > 0 && holdsHoweverItEnds(each) && each.nation.includes(nationOfForce(forceOf(own))),
  );
  return [own, ...forAll].flatMap((of) =>
    of.scenarios.flatMap((scenario) => {
      if (scenario.expect === 'eligible' || scenario.expect === 'needs-discretion') return [];
      const today = scenario.asOf ?? LAST_DAY;
      // Whether a case is serious the form asks, and where nobody says so it is not.
      if (scenario.without?.includes('gravity-score')) return [];
      // A clause of before the outcome's own law forbids what there was not.
      if (!own.clauses.some(({ from }) => from <= today)) return [];
      const without = scenario.without ?? [];
      const given = { ...base(own), ...(scenario.with as RecordedFacts | undefined) };
      const facts = inKeeping(
        Object.fromEntries(Object.entries(given).filter(([fact]) => !without.includes(fact))),
        scenario,
      );
      return commandsFor(own).map((command) => ({ own, of, command, name: scenario.name, facts, today, scenario }));
    }),
  );
});

describe.each(lawsOfOutcomes.map((own) => ({ own, name: own.name })))('$name', ({ own }) => {
  test.each(commandsFor(own))('is recorded of somebody who meets the law: %s', (command) => {
    const facts = base(own);
    expect(attempted({ own, of: own, command, facts, today: LAST_DAY })).toBe(EVENT[command]);
  });

  test.each(rows.filter((row) => row.own === own))('$command is refused: $name', (row) => {
    const answered = attempted(row);
    expect(answered).not.toBe(EVENT[row.command]);
    expect(refusalsFor(row)).toContain(answered);
  });
});

/**
 * The codes that say so: those of the clause, and of others that read what was changed, as a burglary with violence is one
 * that a caution needs a prosecutor for. Of what is not known also those that say what to find out.
 */
function refusalsFor({ own, of, scenario }: (typeof rows)[number]): readonly (string | undefined)[] {
  const changed = [...Object.keys(scenario.with ?? {}), ...(scenario.without ?? [])];
  const codes = [...own.clauses, ...of.clauses]
    .filter(({ rule }) => factsIn(rule).some((fact) => changed.includes(fact)))
    .map(({ refusal }) => refusal);
  return scenario.expect === 'ineligible'
    ? codes
    : [...codes, 'facts-needed', 'exclusion-not-settled', 'age-not-settled'];
}

test('every clause of law that bars an outcome is tried', () => {
  const tried = new Set(rows.map(({ scenario, of }) => `${of.id} ${scenario.name.split(' ')[0] ?? ''}`));
  expect(tried.size).toBeGreaterThan(50);
  for (const own of lawsOfOutcomes) for (const { id } of own.clauses) expect([...tried]).toContain(`${own.id} ${id}`);
});
