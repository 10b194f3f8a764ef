import { assumedBehind, type ClauseAnswer, type Facts } from '../../../eligibility/index.ts';
import { compareSchemes, isComparator, type SchemeComparison } from '../../../schemes/index.ts';
import { loadCatalogue } from '../../../schemes/store/catalogue-files.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { chooseSchemes } from '../../choose-schemes.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { readFactsFile } from '../../facts-file.ts';
import { dayWords } from '../../output/day-words.ts';
import { table, type Column } from '../../output/table.ts';
import { clauseJson } from '../../output/decision-json.ts';
import { stoodInFor } from '../../output/value-read.ts';
import { verdictLine } from '../../output/verdict-words.ts';
import { readArguments } from '../../read-arguments.ts';
import { readAsOf } from '../../read-as-of.ts';
import type { Terminal } from '../../terminal.ts';

const OPTIONS = {
  facts: { value: 'FILE' },
  scheme: { value: 'ID', repeatable: true },
  'as-of': { value: 'YYYY-MM-DD' },
  json: {},
};

const COLUMNS: readonly Column[] = [
  { heading: 'Scheme', share: 3 },
  { heading: 'Verdict', share: 2 },
  { heading: 'Turns on', share: 5 },
  { heading: 'Missing', share: 3 },
];

/** `waymark schemes compare --facts FILE`. */
export async function compareForPerson(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { flags, values, words } = readArguments('schemes compare', OPTIONS, args);
  if (words[0] !== undefined) {
    throw new InputFault(`schemes compare: "${words[0]}" is one word too many; name the file with --facts ${words[0]}`);
  }
  const [file] = values.get('facts') ?? [];
  if (file === undefined) throw new InputFault('schemes compare: whom to compare for is missing; write --facts FILE');
  const asOf = readAsOf('schemes compare', values.get('as-of')?.[0]);
  const reference = await loadReferenceLists();
  const { vocabulary } = reference;
  const schemes = chooseSchemes(
    'schemes compare',
    await loadCatalogue(undefined, reference),
    values.get('scheme') ?? [],
  );
  const people = await readFactsFile(file, vocabulary);
  if (people.kind === 'people') {
    throw new InputFault(
      `${file}: holds a list, and one person is compared at a time; write one object, or use decide`,
    );
  }
  const comparisons = compareSchemes(schemes, { vocabulary, facts: people.facts, asOf });
  const text = flags.has('json')
    ? `${JSON.stringify(
        comparisons.map((comparison) => asJson(comparison, people.facts)),
        null,
        2,
      )}\n`
    : `By the rules of ${dayWords(asOf)}\n\n${table(COLUMNS, comparisons.map(rowOf), terminal.width).join('\n')}\n`;
  await terminal.write(text);
  return EXIT.done;
}

function rowOf({ scheme, decision, deciding }: SchemeComparison): readonly (readonly string[])[] {
  const { standing, clauses, missing } = decision;
  const turnsOn = deciding.length > 0 ? deciding.map(({ id, says }) => `${id} ${says}`) : [allMet(clauses)];
  return [
    [scheme.name, scheme.id],
    [
      verdictLine(decision),
      ...(isComparator(scheme) ? ['never offered'] : []),
      ...(standing === 'live' ? [] : [standing]),
    ],
    turnsOn,
    missing.length > 0 ? missing : ['nothing'],
  ];
}

function asJson({ scheme, decision, deciding }: SchemeComparison, facts: Facts) {
  const { asOf, standing, verdict, missing, discretions, schemeVersion, law } = decision;
  return {
    scheme: scheme.id,
    name: scheme.name,
    asOf,
    standing,
    verdict,
    assumed: assumedBehind(decision),
    deciding: deciding.map((clause) => clauseJson(clause, { facts, scheme: scheme.id, judgements: discretions })),
    missing,
    discretions,
    stoodIn: stoodInFor(decision.clauses, facts),
    schemeVersion,
    law,
  };
}

function allMet(clauses: readonly ClauseAnswer[]): string {
  const later = clauses.filter(({ result }) => result !== 'met').length;
  return `all of its clauses (${clauses.length - later}), met${later === 0 ? '' : `; ${later} of the law to settle later`}`;
}
