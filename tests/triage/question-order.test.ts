import { beforeAll, describe, expect, test } from 'vitest';
import { nextAsked, parseFacts, valueTicked, standingOn } from '../../src/eligibility/index.ts';
import { loadVocabulary } from '../../src/reference/store/reference-lists.ts';
import { shippedCatalogue } from '../../src/schemes/store/shipped-catalogue.test-support.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { compileCatalogue, schemesOfForce, type SchemeCatalogue } from '../../src/triage/use-cases/scheme-catalogue.ts';
import { peopleAtAStop, type AtAStop } from './people-at-a-stop.ts';

const today = calendarDayOf('2026-11-27');
const MOST_QUESTIONS = 22;
const DRUG_OFFENCES = ['possession', 'possession-with-intent', 'supply', 'production', 'cultivation'];

let catalogue: SchemeCatalogue;
beforeAll(async () => {
  catalogue = compileCatalogue(await loadVocabulary(), shippedCatalogue);
});

/** Every page of questions that a triage would show, by the catalogue as it stands, of somebody of whom only the force is known. */
function pagesShown({ force, answers }: AtAStop): readonly (readonly string[])[] {
  const live = schemesOfForce(catalogue, force).filter((scheme) => standingOn(scheme, today) === 'live');
  const known: Record<string, unknown> = { force };
  const pages: string[][] = [];
  for (;;) {
    const facts = parseFacts(catalogue.vocabulary, known);
    if (!facts.ok) throw new Error(`${facts.refusal[0]?.path}: ${facts.refusal[0]?.problem}`);
    const unanswerable = new Set(pages.flat().filter((fact) => known[fact] === undefined));
    const { fact, ticks } = nextAsked(live, facts.value, today, unanswerable);
    if (fact === null) return pages;
    for (const tick of ticks) known[tick] = ticked(tick, answers[tick]);
    if (ticks.length === 0 && answers[fact] !== undefined) known[fact] = answers[fact];
    pages.push(ticks.length > 0 ? [...ticks] : [fact]);
  }
}

/** What a screen of ticks comes to: of a choice of several only that it is not the usual one. */
function ticked(fact: string, answer: unknown): unknown {
  const definition = catalogue.vocabulary.byId.get(fact);
  if (definition === undefined || answer === undefined) return undefined;
  return valueTicked(definition, answer !== definition.asking?.unticked);
}

function questionsAsked(person: AtAStop): readonly string[] {
  return pagesShown(person).flat();
}

test('The questions of a triage are those that were looked at and kept (run with -u after a change, and read the difference)', async () => {
  const orders = peopleAtAStop.map((person) => {
    const pages = pagesShown(person);
    const lines = pages.map((page) => (page.length === 1 ? `  ${page[0]}\n` : `  ticks: ${page.join(', ')}\n`));
    return `${person.called}: ${pages.flat().length} questions on ${pages.length} pages\n${lines.join('')}`;
  });
  await expect(orders.join('\n')).toMatchFileSnapshot('question-order.txt');
});

describe.each(peopleAtAStop)('$called', (person) => {
  const placeOf = (asked: readonly string[], fact: string): number => asked.indexOf(fact);
  /** Where both are asked, the one comes before the other. */
  const comesFirst = (asked: readonly string[], one: string, other: string): boolean =>
    placeOf(asked, one) === -1 || placeOf(asked, other) === -1 || placeOf(asked, one) < placeOf(asked, other);

  test('is first asked how old they are, then for what, then what was found', () => {
    const isDrugs = DRUG_OFFENCES.includes(String(person.answers['offence-group']));
    const frame = ['age', 'offence-group', ...(isDrugs ? ['substances'] : [])];
    const asked = questionsAsked(person);
    expect(asked.slice(0, frame.length)).toEqual(frame.slice(0, asked.length));
  });

  test('is asked no more than a stop bears', () => {
    expect(questionsAsked(person).length).toBeLessThanOrEqual(MOST_QUESTIONS);
  });

  test('is not asked what would make no sense', () => {
    const asked = questionsAsked(person);
    const held = ['detained-for-court', 'detained-under-mental-health-act', 'held-in-force'];
    if (person.answers['in-custody'] === false) expect(held.filter((fact) => asked.includes(fact))).toEqual([]);
    for (const fact of held) if (asked.includes(fact)) expect(comesFirst(asked, 'in-custody', fact)).toBe(true);
    if (asked.some((fact) => held.includes(fact))) expect(asked).toContain('in-custody');
    if (person.answers['age'] === 15) expect(asked).not.toContain('vulnerable-adult');
    if (DRUG_OFFENCES.includes(String(person.answers['offence-group']))) expect(asked).not.toContain('sexual-offence');
    expect(asked).not.toContain('engaged-with-every-prior-diversion');
    expect(asked).not.toContain('years-since-last-conviction');
  });

  test('is asked of their past only after what can be seen, asked and judged at the stop', () => {
    const asked = questionsAsked(person);
    const past = ['prior-diversions', 'diversions-by-scheme', 'prolific-shoplifter', 'marac-known', 'reoffending-risk'];
    const present = ['amount', 'intent-to-supply', 'arrested', 'in-custody', 'home-force', 'domestic-abuse', 'on-bail'];
    for (const late of past)
      for (const early of present) expect([early, late, comesFirst(asked, early, late)]).toEqual([early, late, true]);
  });

  test('is asked about the offence only once cautioned, a child with an appropriate adult, and agrees last', () => {
    const asked = questionsAsked(person);
    const gates = ['caution-given', person.answers['age'] === 15 ? 'appropriate-adult-present' : 'vulnerable-adult'];
    const underCaution = ['admission', 'responsibility-accepted', 'remorse'].filter((fact) => asked.includes(fact));
    const tooEarly = underCaution.flatMap((fact) =>
      gates.filter((gate) => !asked.includes(gate) || !comesFirst(asked, gate, fact)),
    );
    expect(tooEarly).toEqual([]);
    const terms = ['consents', 'agrees-to-disposal', 'understands-obligations'];
    const first = asked.findIndex((fact) => terms.includes(fact));
    expect(first === -1 ? [] : asked.slice(first).filter((fact) => !terms.includes(fact))).toEqual([]);
  });
});

test('Whoever was not cautioned, or has no appropriate adult, is never asked what they say about the offence', () => {
  for (const person of peopleAtAStop) {
    for (const missing of [{ 'caution-given': false }, { 'caution-given': undefined }]) {
      const asked = questionsAsked({ ...person, answers: { ...person.answers, ...missing } });
      expect(asked).not.toContain('admission');
    }
    const vulnerable = { 'vulnerable-adult': true, 'appropriate-adult-present': false };
    expect(questionsAsked({ ...person, answers: { ...person.answers, ...vulnerable } })).not.toContain('admission');
  }
});
