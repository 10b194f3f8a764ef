import {
  clausesOn,
  compileScheme,
  decide,
  BulkDecider,
  parseFacts,
  type CompiledScheme,
  type Decision,
  type Facts,
  type Vocabulary,
} from '../../src/eligibility/index.ts';
import { loadCatalogue } from '../../src/schemes/store/catalogue-files.ts';
import { loadVocabulary } from '../../src/reference/store/reference-lists.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { ratesOf, type Bench, type Contender } from '../figure.ts';
import { decideByHand, verdictByHand } from './hand-written.ts';
import { jsonLogicEngine, jsonRulesEngine, zen, type Peer } from './peers.ts';
import { randomPeople, type Person } from './people.ts';
import { benchScheme } from './scheme.ts';

const PEOPLE = 100_000;
/** The slow peers decide fewer in a round: a rate needs no more. */
const FEW = 2_000;
const ROUNDS = 7;
/** The quick contenders decide everybody so often in a round: one pass is over in milliseconds. */
const PASSES = 10;
const SEED = 20_150_401;
const asOf = calendarDayOf('2024-06-01');
const clauses = benchScheme.eligibility.length;

/** Full decisions a second on one core, Waymark beside hand-written code and three rules engines. */
export const bench: Bench = async (say) => {
  const vocabulary = await loadVocabulary();
  const people = randomPeople(PEOPLE, SEED);
  const facts = people.map((person) => factsOf(vocabulary, person));
  const scheme = compileScheme(vocabulary, benchScheme);
  const bulk = new BulkDecider(vocabulary, [clausesOn(scheme, asOf)], PEOPLE);
  people.forEach((person, row) => writeRow(bulk, row, person));
  const rules = benchScheme.eligibility.map(({ rule }) => rule);
  const peers = {
    'json-logic-engine': jsonLogicEngine(rules),
    'json-rules-engine': jsonRulesEngine(rules),
    zen: zen(rules),
  };
  const eligible = await checkVerdicts({ people, facts, scheme, bulk, peers });

  const rates = await ratesOf(contendersOf({ people, facts, scheme, bulk, peers, vocabulary }), ROUNDS, say);
  const page = await millisecondsForAPage(vocabulary, facts);
  const figures = [...rates].map(([name, value]) => ({ name, value, unit: 'decisions/s' }));
  return {
    figures: [...figures, { name: 'one-person-whole-catalogue', value: page.milliseconds, unit: 'ms' }],
    notes: [
      `${PEOPLE.toLocaleString('en-GB')} random people with every fact known (seed ${SEED}), ${clauses} clauses, one core; median of ${ROUNDS} rounds, contenders in turn; json-rules-engine and zen on the first ${FEW.toLocaleString('en-GB')}.`,
      `All verdicts agree: waymark, waymark-explained and hand-written on all people (results of every clause too), the peers on the first ${FEW.toLocaleString('en-GB')}. ${eligible.toLocaleString('en-GB')} are eligible.`,
      'waymark: columns as the importer makes them, verdict and result of every clause. waymark-from-objects: the same, with the writing of the columns from objects counted.',
      'waymark-explained: the whole decision as --json prints it, object by object. hand-written: every clause evaluated and kept; hand-written-verdict-only stops at the first clause not met.',
      'The peers answer true or false; none can say "not known", so partly known people are not compared.',
      `one-person-whole-catalogue: one person against all ${page.schemes} schemes of the catalogue, explained.`,
    ],
  };
};

interface Field {
  readonly people: readonly Person[];
  readonly facts: readonly Facts[];
  readonly scheme: CompiledScheme;
  readonly bulk: BulkDecider;
  readonly peers: { readonly [name: string]: Peer };
}

function factsOf(vocabulary: Vocabulary, person: Person): Facts {
  const parsed = parseFacts(vocabulary, person);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function writeRow({ table }: BulkDecider, row: number, person: Person): void {
  for (const [fact, value] of Object.entries(person)) {
    if (typeof value === 'number') table.setNumber(fact, row, [value, value]);
    else table.setChoice(fact, row, [value as string | boolean]);
  }
}

/** Throws where any contender's verdict differs; answers how many are eligible. */
async function checkVerdicts({ people, facts, scheme, bulk, peers }: Field): Promise<number> {
  bulk.decide(people.length);
  const [result] = bulk.answers;
  const results = new Uint8Array(clauses);
  let eligible = 0;
  for (const [row, person] of people.entries()) {
    const expected = decideByHand(person, results, 0);
    const explained = decide(scheme, facts[row]!, asOf);
    const same = explained.clauses.every(
      ({ result: said }, index) =>
        said === (results[index] === 1 ? 'met' : 'not-met') && result!.clauses[index]!.ends[row] === results[index],
    );
    if (
      !same ||
      (result!.verdicts[row] === 1) !== expected ||
      (explained.verdict === 'eligible') !== expected ||
      verdictByHand(person) !== expected
    ) {
      throw new Error(`Verdicts differ on person ${row}: ${JSON.stringify(person)}`);
    }
    if (expected) eligible += 1;
  }
  for (const [name, peer] of Object.entries(peers)) {
    for (const person of people.slice(0, FEW)) {
      if ((await peer(person)) !== verdictByHand(person))
        throw new Error(`${name} differs on ${JSON.stringify(person)}`);
    }
  }
  return eligible;
}

/** Decisions made are kept somewhere, so that no compiler drops the work. */
let kept: unknown;

function contendersOf({
  people,
  facts,
  scheme,
  bulk,
  peers,
  vocabulary,
}: Field & { vocabulary: Vocabulary }): Contender[] {
  const results = new Uint8Array(clauses * PEOPLE);
  const refill = new BulkDecider(vocabulary, [clausesOn(scheme, asOf)], PEOPLE);
  const columns = (name: string, run: () => void): Contender => ({ name, count: PEOPLE, run });
  const quick = (name: string, run: () => void): Contender => ({
    name,
    count: PEOPLE * PASSES,
    run: () => {
      for (let pass = 0; pass < PASSES; pass += 1) run();
    },
  });
  const slow = (name: string, count: number): Contender => ({
    name,
    count,
    run: async () => {
      for (let row = 0; row < count; row += 1) kept = await peers[name]!(people[row]!);
    },
  });
  return [
    quick('waymark', () => bulk.decide(PEOPLE)),
    columns('waymark-from-objects', () => {
      people.forEach((person, row) => writeRow(refill, row, person));
      refill.decide(PEOPLE);
    }),
    columns('waymark-explained', () => {
      for (const each of facts) kept = printed(decide(scheme, each, asOf));
    }),
    quick('hand-written', () => {
      let eligible = 0;
      for (let row = 0; row < PEOPLE; row += 1) if (decideByHand(people[row]!, results, row * clauses)) eligible += 1;
      kept = eligible;
    }),
    quick('hand-written-verdict-only', () => {
      let eligible = 0;
      for (let row = 0; row < PEOPLE; row += 1) if (verdictByHand(people[row]!)) eligible += 1;
      kept = eligible;
    }),
    quick('json-logic-engine', () => {
      const peer = peers['json-logic-engine']!;
      for (let row = 0; row < PEOPLE; row += 1) kept = peer(people[row]!);
    }),
    slow('json-rules-engine', FEW),
    slow('zen', FEW),
  ];
}

/** A decision as `waymark decide --json` prints it. */
function printed({ scheme, standing, verdict, clauses: answers, missing, schemeVersion }: Decision) {
  return {
    scheme,
    standing,
    verdict,
    clauses: answers.map(({ id, result, says }) => ({ id, result, says })),
    missing,
    schemeVersion,
  };
}

async function millisecondsForAPage(vocabulary: Vocabulary, facts: readonly Facts[]) {
  const catalogue = (await loadCatalogue()).map((scheme) => compileScheme(vocabulary, scheme));
  const run = (): void => {
    for (let row = 0; row < 1000; row += 1)
      for (const scheme of catalogue) kept = printed(decide(scheme, facts[row]!, asOf));
  };
  const rates = await ratesOf([{ name: 'page', count: 1000, run }], ROUNDS, () => undefined);
  return { milliseconds: 1000 / rates.get('page')!, schemes: catalogue.length };
}

void kept;
