import type { DecidedFile, RecordsAnswer, SchemeAnswer } from '../../interchange/index.ts';
import type { Force } from '../../reference/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { dayWords } from './day-words.ts';
import { importFindings } from './import-findings.ts';
import { table, type Cell, type Column } from './table.ts';
import type { Terminal } from '../terminal.ts';

export interface ReportSubject {
  readonly force: Force;
  readonly asOf: CalendarDay | null;
}

const MOST_MISSING_SHOWN = 5;

/** The answer for people: how many were decided, what the import found, and each scheme's verdicts. */
export function recordsReport(answer: RecordsAnswer, subject: ReportSubject, terminal: Terminal): string {
  const own = answer.schemes.filter(({ isOwn }) => isOwn);
  const others = answer.schemes.filter(({ isOwn }) => !isOwn);
  const sections = [
    opening(answer, subject),
    ...answer.files.map((file) => section(foundIn(file, answer), importFindings(file.findings, terminal), terminal)),
    section(`Schemes of ${subject.force.name}`, schemesTable(own, terminal), terminal),
    section('Schemes of other forces', schemesTable(others, terminal), terminal),
    CLOSING,
  ];
  return `${sections.join('\n\n')}\n`;
}

const CLOSING =
  'A fact in the way is one that a record does not hold, or holds in part, and that could still change the verdict.';

function foundIn({ name }: DecidedFile, { files }: RecordsAnswer): string {
  return files.length === 1 ? 'What the import found' : `What the import found in ${name}`;
}

/** What was counted, in each file and in all. */
function opening(answer: RecordsAnswer, { force, asOf }: ReportSubject): string {
  const { days, files } = answer;
  const when = asOf === null ? 'as of the day of the search' : `as of ${dayWords(asOf)}`;
  const decided = `Searches by ${force.name} (${force.id})${days === null ? '' : ` ${spanWords(days)}`}, each decided ${when}`;
  if (files.length === 1) return [files[0]?.name ?? '', decided, countedWords(answer)].join('\n');
  return [
    `${files.length} files`,
    decided,
    ...files.map((file) => `${file.name}: ${countedWords(file)}`),
    `In all: ${countedWords(answer)}`,
  ].join('\n');
}

function countedWords({ rows, decided, skipped }: Pick<RecordsAnswer, 'rows' | 'decided' | 'skipped'>): string {
  const left = Object.entries(skipped).map(([reason, count]) => `${written(count)} ${reason}`);
  return (
    `${written(rows)} ${rows === 1 ? 'row' : 'rows'}: ${written(decided)} decided, ${written(rows - decided)} not` +
    (left.length > 0 ? ` (${left.join(', ')})` : '')
  );
}

function spanWords({ first, last }: NonNullable<RecordsAnswer['days']>): string {
  return first === last ? `on ${dayWords(first)}` : `from ${dayWords(first)} to ${dayWords(last)}`;
}

function section(heading: string, lines: readonly string[], { style }: Terminal): string {
  return [style('bold', heading), '', ...lines].join('\n');
}

const SCHEME_COLUMNS: readonly Column[] = [
  { heading: 'Scheme', share: 1 },
  { heading: 'Eligible', share: 0 },
  { heading: 'Ineligible', share: 0 },
  { heading: 'Needs information', share: 0 },
  { heading: 'Needs discretion', share: 0 },
  { heading: 'In the way most often', share: 1 },
];

function schemesTable(schemes: readonly SchemeAnswer[], { width }: Terminal): string[] {
  if (schemes.length === 0) return ['None in the catalogue.'];
  const rows = schemes.map(({ scheme, name, standing, verdicts, missing }): Cell[] => [
    [standing === null ? name : `${name} (${standing})`, scheme],
    [written(verdicts.eligible)],
    [written(verdicts.ineligible)],
    [written(verdicts['needs-information'])],
    [written(verdicts['needs-discretion'])],
    [inTheWay(missing)],
  ]);
  return table(SCHEME_COLUMNS, rows, width);
}

function inTheWay(missing: SchemeAnswer['missing']): string {
  return missing
    .slice(0, MOST_MISSING_SHOWN)
    .map(([fact, records]) => `${fact} ${written(records)}`)
    .join(', ');
}

function written(count: number): string {
  return count.toLocaleString('en-GB');
}
