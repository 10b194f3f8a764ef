import {
  comparisonsIn,
  heldWords,
  SEARCH_OUTCOMES,
  SENSITIVITY_METHOD,
  type AreaFunnel,
  type Grouping,
  type SearchesAnswered,
  type StepTable,
} from '../../evaluation/index.ts';
import type { DrugsBy, SearchCell } from '../../interchange/index.ts';
import type { AreaAnswer, DisproportionalityAnswer } from '../commands/disproportionality/answer.ts';
import type { Terminal } from '../terminal.ts';
import { monthSpanWords, percentWords, ratioWords, relativeSentence, written } from './disproportionality-words.ts';
import { dayWords } from './day-words.ts';
import { findingsOfFiles, importFindings } from './import-findings.ts';
import { searchedTable, stepsTable } from './step-tables.ts';
import { table, type Cell } from './table.ts';
import { hanging, wrap } from './wrap.ts';

type By = Exclude<Grouping, 'ethnicity as the officer saw it'>;

/** The answer for people: what was found in sentences, what asks to be explained, then the tables and how they are made. */
export function disproportionalityReport(answer: DisproportionalityAnswer, by: By, terminal: Terminal): string {
  const { areas, funnels } = answer;
  const sole = areas.length === 1 ? areas[0] : undefined;
  const sections = [
    ...areas.map((area) => opening(area, { by, isSole: sole !== undefined }, terminal)),
    ...(sole === undefined ? [] : sole.answers.flatMap((answered) => tablesOf(answered, by, terminal))),
    ...funnels.map((funnel) => funnelSection(funnel, terminal)),
    ...(sole === undefined
      ? [
          wrap(
            'For the tables of one force give its files alone; --json has every number of all of them.',
            terminal.width,
          ).join('\n'),
        ]
      : []),
    section('How these numbers were made', methodLines(areas, by, terminal), terminal),
    section('What was read', readLines(answer, terminal), terminal),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(heading: string, lines: readonly string[], { style }: Terminal): string {
  return [style('bold', heading), '', ...lines].join('\n');
}

/** What a board reads first. */
function opening(
  area: AreaAnswer,
  { by, isSole }: { readonly by: By; readonly isSole: boolean },
  terminal: Terminal,
): string {
  const all = area.answers[0];
  const heading = `${area.name}: searches of persons, ${monthSpanWords(area.months)}`;
  if (all === undefined) return section(heading, [], terminal);
  const main = all.tables.filter(({ grouping, step }) => grouping === by && ['searched', 'found'].includes(step));
  const drugs = area.answers[1];
  const lines = [
    `${written(all.searches)} searches, ${written(drugs?.searches ?? 0)} of them for drugs.${drugsByWords(area.searches)}${by === 'ethnicity' ? ` ${fromWords(all)}` : ''}`,
    ...main.flatMap((step) => sentencesOf(step)),
    ...explainLines(area.answers, { by, isSole }),
    ...copiesLines(all, { by, isSole }),
  ];
  return section(
    heading,
    lines.map((line) => (line === '' ? '' : hanging(line.startsWith('  ') ? '  ' : '', line, terminal.width))),
    terminal,
  );
}

/** How searches are known to be for drugs, where not by their object; and where power and object contradict each other. */
function drugsByWords(searches: readonly SearchCell[]): string {
  const count = (by: DrugsBy): number =>
    searches.filter(({ drugsBy }) => drugsBy === by).reduce((sum, cell) => sum + cell.count, 0);
  const told = (number: number, what: string): string[] => (number === 0 ? [] : [`${written(number)} ${what}`]);
  const parts = [
    ...told(count('power alone'), 'by the power alone (section 23), the object not being given'),
    ...told(count('power against object'), 'by the power (section 23) against another object'),
    ...told(count('object against power'), 'by the object against another power'),
  ];
  return parts.length === 0 ? '' : ` Of these ${parts.join(', ')}.`;
}

function fromWords({ ethnicityFrom: { selfDefined, officerDefined, neither }, searches }: SearchesAnswered): string {
  return (
    `Ethnicity is what the person said in ${percentWords(selfDefined / searches)}, what the officer saw in ` +
    `${percentWords(officerDefined / searches)}, and not recorded in ${percentWords(neither / searches)}.`
  );
}

function sentencesOf(step: StepTable): string[] {
  if (step.why !== null) {
    const what =
      step.step === 'searched'
        ? 'how often each group was searched for its number'
        : 'how often searches found what was looked for';
    return [`It cannot be said ${what}: ${step.why.replace(/\.$/, '')}.`];
  }
  return step.rates
    .filter(({ group, isReference }) => group !== 'not recorded' && !isReference)
    .flatMap((rate) => relativeSentence(step, rate) ?? []);
}

/** Every step where a group's whole interval lies off parity. */
function explainLines(
  answers: readonly SearchesAnswered[],
  { by, isSole }: { readonly by: By; readonly isSole: boolean },
): string[] {
  const compared = answers.flatMap(({ of, tables }) =>
    tables
      .filter(({ grouping, step }) => grouping === by && !SAID_BY_ANOTHER.test(step))
      .flatMap((step) =>
        step.rates
          .filter(({ group, relative }) => relative !== null && group !== 'not recorded')
          .map((rate) => ({ of, step, rate })),
      ),
  );
  const off = compared.filter(({ rate }) => rate.explainOrReform !== null);
  const count = compared.length;
  const held = heldWords(comparisonsIn(answers.flatMap(({ tables }) => tables)));
  if (count === 0) return ['', 'To be explained or reformed: it cannot be said. There is nothing to compare.'];
  if (off.length === 0)
    return [
      '',
      `To be explained or reformed: nothing. None of ${count} comparisons lies off parity by more than chance. ${held}`,
    ];
  const shown = isSole ? off : off.filter(({ step }) => step.step === 'searched' || step.step === 'found');
  return [
    '',
    `To be explained, or what makes it reformed: ${off.length} of ${count} comparisons ${off.length === 1 ? 'lies' : 'lie'} off parity by more than chance. ${held}`,
    ...shown.map(({ of, step, rate: { group, relative, relativeLow, relativeHigh } }) => {
      const times = `${ratioWords(relative)} times the rate of ${step.reference}`;
      return `  ${of}, ${stepName(step.step)}, ${group}: ${times} (${ratioWords(relativeLow)} to ${ratioWords(relativeHigh)})`;
    }),
    ...(shown.length < off.length ? [`  and ${off.length - shown.length} among the outcomes of searches`] : []),
  ];
}

/** No further action is what is left of those that came to something; a blank outcome is about the record. */
const SAID_BY_ANOTHER = /^(no further action|not recorded) of /;

function stepName(step: string): string {
  return step === 'found' ? 'found what was looked for' : step;
}

function tablesOf(answered: SearchesAnswered, by: By, terminal: Terminal): string[] {
  const { of, tables } = answered;
  const own = tables.filter(({ grouping }) => grouping === by);
  const searched = own.find(({ step }) => step === 'searched');
  const ofSearches = own.filter(({ step }) => isOfSearches(step));
  const ofFinds = own.filter(({ step }) => step.endsWith(' of finds'));
  const heading = of.slice(0, 1).toUpperCase() + of.slice(1);
  return [
    ...(searched === undefined
      ? []
      : [section(`${heading}: who was searched`, searchedTable(searched, answered, terminal), terminal)]),
    section(`${heading}: what came of them, of all searches of the group`, stepsTable(ofSearches, terminal), terminal),
    ...(ofFinds.length === 0
      ? []
      : [
          section(`${heading}: what came of finds, of all finds in the group`, stepsTable(ofFinds, terminal), terminal),
        ]),
  ];
}

function isOfSearches(step: string): boolean {
  return (
    step === 'came to something' ||
    step === 'found' ||
    SEARCH_OUTCOMES.some((outcome) => step === `${outcome} of searches`)
  );
}

function funnelSection(funnel: AreaFunnel, terminal: Terminal): string {
  const { points, leftOut, expected, shownPer } = funnel;
  const shown = (rate: number): string => (rate * shownPer).toFixed(2);
  const rows = [...points]
    .sort((a, b) => b.rate - a.rate)
    .map((point): Cell[] => [
      [point.name],
      [written(point.count)],
      [shown(point.rate)],
      [`${shown(point.low2)}–${shown(point.high2)}`],
      [`${shown(point.low3)}–${shown(point.high3)}`],
      [point.beyond === 0 ? 'within chance' : `${point.side ?? ''}, beyond ${point.beyond} SD`],
    ]);
  const columns = ['Force', 'Count', 'Rate', 'By chance, 2 SD', 'By chance, 3 SD', ''].map((heading, at) => ({
    heading,
    share: at === 0 ? 1 : 0,
  }));
  return section(
    funnel.title,
    [
      ...wrap(
        `${funnel.rateWords}; of all together ${shown(expected)}. Forces differ for many reasons besides chance: one that lies beyond the limits asks a question and answers none.`,
        terminal.width,
      ),
      '',
      ...table(columns, rows, terminal.width),
      ...leftOut.flatMap(({ name, why }) => wrap(`Left out: ${name}: ${why}`, terminal.width)),
    ],
    terminal,
  );
}

function methodLines(areas: readonly AreaAnswer[], by: By, { width }: Terminal): string[] {
  const sources = [...new Set(areas.flatMap(({ population }) => population?.source ?? []))];
  const notes = [
    'A search for drugs: its power is section 23 of the Misuse of Drugs Act 1971, which is for drugs and nothing else, or its object is controlled drugs.',
    'A find: the search came to something (anything but no further action) that the record says was linked to what was looked for. A cannabis or khat warning on a search for drugs is one by itself. A blank outcome counts as no find.',
    `Intervals are at 95%: of relative rates by the logarithm; with fewer than five to whom it happened or did not, exact (by residents) or by the score method. * marks those that exclude parity, held to all comparisons of the area together. They take each search for a person of its own: somebody searched often counts often.`,
    ...(by === 'ethnicity'
      ? [
          `Ethnicity is what the person said (self-defined), and where that is missing what the officer saw; the officer’s view is beside it on its own.${mixedWords(areas)} Not recorded is a row like the others. Chinese people are under Asian, as in the census.`,
          SENSITIVITY_METHOD,
        ]
      : []),
    ...(sources.length > 0
      ? [
          `Residents: ${sources.join('; ')}. Residents are not those who were about to be searched: people come from elsewhere, and areas and hours differ.`,
        ]
      : []),
    'These records show who was searched and what came of it. They cannot show why.',
  ];
  return notes.map((note) => hanging('- ', note, width));
}

/** The published files have no word by which officers say Mixed; files of forces may. */
function mixedWords(areas: readonly AreaAnswer[]): string {
  const isThere = areas.some(({ searches }) => searches.some(({ officerDefined }) => officerDefined === 'Mixed'));
  return isThere
    ? ''
    : ' No officer wrote Mixed in these files, so that people of Mixed ethnicity who did not say are counted elsewhere.';
}

/** What copies do to the rates, where they do anything that can be seen. */
function copiesLines(
  { copies: { copies, likeAnother, moved } }: SearchesAnswered,
  { by, isSole }: { readonly by: By; readonly isSole: boolean },
): string[] {
  const own = moved.filter(({ grouping }) => grouping === by);
  if (own.length === 0) return [];
  const rows = [
    ...(copies === 0 ? [] : [`${written(copies)} rows are copies of a search and are not counted`]),
    ...(likeAnother === 0
      ? []
      : [`${written(likeAnother)} are the same as another, cannot be told from copies, and are counted`]),
  ];
  const opening = `Rows that are the same: ${rows.join('; ')}.`;
  if (!isSole) return ['', `${opening} --json says which rates turn on that.`];
  return [
    '',
    `${opening} Rates that turn on it:`,
    ...own.map(({ step, group, relative, withCopies, withoutLike, reference }) => {
      const others = [
        ...(copies === 0 ? [] : [`${ratioWords(withCopies)} with copies`]),
        ...(likeAnother === 0 ? [] : [`${ratioWords(withoutLike)} without any row that is the same as another`]),
      ];
      return `  ${stepName(step)}, ${group}: ${ratioWords(relative)} times the rate of ${reference}; ${others.join(', ')}`;
    }),
  ];
}

function readLines({ files, overlaps }: DisproportionalityAnswer, terminal: Terminal): string[] {
  const lines = files.flatMap(({ name, rows, decided, skipped }) => {
    const left = Object.entries(skipped).map(([reason, count]) => `${written(count)} ${reason}`);
    const text = `${name}: ${written(rows)} rows, ${written(decided)} counted, ${written(rows - decided)} not${left.length > 0 ? ` (${left.join(', ')})` : ''}`;
    return hanging('', text, terminal.width);
  });
  for (const {
    files: [a, b],
    first,
    last,
  } of overlaps) {
    const days = first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
    lines.push(
      '',
      ...wrap(
        `Both ${a} and ${b} hold searches of ${days}: what is in both, written differently, is counted twice.`,
        terminal.width,
      ),
    );
  }
  const findings =
    files.length === 1 ? importFindings(files[0]?.findings ?? [], terminal) : findingsOfFiles(files, terminal);
  return [...lines, '', ...findings];
}
