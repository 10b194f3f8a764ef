import { compileScheme, decide, judgementsLeft, type Facts } from '../../eligibility/index.ts';
import { isComparator } from '../../schemes/index.ts';
import { loadCatalogue } from '../../schemes/store/catalogue-files.ts';
import { loadReferenceLists } from '../../reference/store/reference-lists.ts';
import { chooseSchemes } from '../choose-schemes.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { readFactsFile, type FactsFile } from '../facts-file.ts';
import { decisionJson } from '../output/decision-json.ts';
import { personReport, type Asking } from '../output/person-report.ts';
import { readArguments } from '../read-arguments.ts';
import { readAsOf } from '../read-as-of.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `Decide who may be diverted, and say why.

Usage
  waymark decide --facts FILE [--scheme ID] [--as-of YYYY-MM-DD] [--json]
  waymark decide --records FILE.csv[.gz] [FILE ..] --format police-uk-stop-and-search --force ID
                 [--as-of YYYY-MM-DD] [--json]

Options
  --facts FILE    a JSON object of facts by id, or a list of them; - reads standard input
                    { "force": "durham", "age": { "from": 18, "to": 24 }, "sex": { "oneOf": ["female", "male"] } }
                  a fact that is left out is not known; the facts there are stand in reference/facts.yaml
  --scheme ID     only this scheme; may be given more than once. Where it is left out: all but those of other countries
  --as-of DAY     decide by the rules in force on this day. Where it is left out: today, or for records the day of each
  --json          print decisions as JSON: a list, or for a list of people a list of lists in the same order
  --records FILE  decide every record of a police file, or of several, instead of one person, and count the verdicts of
                  each scheme; a record that is in two files counts once
  --format NAME   how they are written: police-uk-stop-and-search, as data.police.uk publishes them
  --force ID      the force whose files they are, as: durham

Examples
  waymark decide --facts person.json
  echo '{ "force": "cleveland", "in-custody": true }' | waymark decide --facts - --json
  waymark decide --records 2019-12-durham-stop-and-search.csv --format police-uk-stop-and-search --force durham
`;

const OPTIONS = {
  facts: { value: 'FILE' },
  scheme: { value: 'ID', repeatable: true },
  'as-of': { value: 'YYYY-MM-DD' },
  json: {},
};

/** `waymark decide`. */
export const decideCommand: Command = {
  help: HELP,
  run: async (words, terminal) => {
    if (words.some((word) => word === '--records' || word.startsWith('--records='))) {
      const { runDecideRecords } = await import('./decide-records.ts');
      return runDecideRecords(words, terminal);
    }
    return decideFacts(words, terminal);
  },
};

async function decideFacts(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { flags, values, words } = readArguments('decide', OPTIONS, args);
  if (words[0] !== undefined)
    throw new InputFault(`decide: "${words[0]}" is one word too many; name the file with --facts ${words[0]}`);
  const [file] = values.get('facts') ?? [];
  if (file === undefined) throw new InputFault('decide: whom to decide about is missing; write --facts FILE');
  const asOf = readAsOf('decide', values.get('as-of')?.[0]);
  const reference = await loadReferenceLists();
  const catalogue = await loadCatalogue(undefined, reference);
  const named = values.get('scheme');
  const schemes = named
    ? chooseSchemes('decide', catalogue, named)
    : catalogue.filter((scheme) => !isComparator(scheme));
  const people = await readFactsFile(file, reference.vocabulary);
  const compiled = schemes.map((scheme) => compileScheme(reference.vocabulary, scheme));
  const asking: Asking = { schemes, compiled, asOf, vocabulary: reference.vocabulary };
  if (flags.has('json')) await writeJson(people, asking, terminal);
  else await writeReports(people, asking, terminal);
  return EXIT.done;
}

async function writeReports(people: FactsFile, asking: Asking, terminal: Terminal): Promise<void> {
  if (people.kind === 'person') return terminal.write(personReport(people.facts, asking, terminal));
  const { length } = people.facts;
  if (length === 0) return terminal.write('The file holds a list without anybody in it.\n');
  for (const [index, facts] of people.facts.entries()) {
    const heading = `Person ${index + 1} of ${length} `;
    await terminal.write(`${index === 0 ? '' : '\n'}${heading}${'═'.repeat(terminal.width - heading.length)}\n\n`);
    await terminal.write(personReport(facts, asking, terminal));
  }
}

async function writeJson(people: FactsFile, { compiled, asOf }: Asking, terminal: Terminal): Promise<void> {
  const decisionsFor = (facts: Facts) =>
    compiled.map((scheme) => decisionJson(decide(scheme, facts, asOf), facts, judgementsLeft(scheme, facts, asOf)));
  if (people.kind === 'person') return terminal.write(`${JSON.stringify(decisionsFor(people.facts), null, 2)}\n`);
  // One person at a time: the decisions about many would not fit in one text.
  await terminal.write('[');
  for (const [index, facts] of people.facts.entries()) {
    await terminal.write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(decisionsFor(facts))}`);
  }
  return terminal.write(people.facts.length === 0 ? ']\n' : '\n]\n');
}
