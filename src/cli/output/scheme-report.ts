import { standingOn } from '../../eligibility/index.ts';
import { durationWords, notCompletedWords, sourceKeys, type Scheme } from '../../schemes/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Terminal } from '../terminal.ts';
import { dayWords } from './day-words.ts';
import { hanging, wrap } from './wrap.ts';

/** A scheme whole, for a reader at a screen. */
export function schemeReport(scheme: Scheme, asOf: CalendarDay, terminal: Terminal): string {
  const { name, id, kind, forces, summary } = scheme;
  const about = [
    id,
    kind.replaceAll('-', ' '),
    forces.join(', ') || 'no force named',
    `${standingOn(scheme, asOf)} on ${dayWords(asOf)}`,
  ];
  const parts = [
    [terminal.style('bold', name), ...wrap(about.join(' · '), terminal.width)],
    summary === undefined ? [] : wrap(summary, terminal.width),
    section('Who may enter: every clause must be met', clauseRows(scheme), terminal),
    section('What the person agrees to and does', pathwayRows(scheme), terminal),
    section('What is recorded', outcomeRows(scheme), terminal),
    section('Standing', standingRows(scheme), terminal),
    section('Sources', sourceRows(scheme), terminal),
    section(
      'Document',
      [
        ['File', scheme.file],
        ['Version', scheme.version],
      ],
      terminal,
    ),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A label, its text, and the lines under it. */
type Row = readonly [label: string, text: string, ...under: string[]];

function section(heading: string, rows: readonly Row[], terminal: Terminal): string[] {
  const column = Math.max(...rows.map(([label]) => label.length)) + 4;
  return [
    terminal.style('bold', heading),
    ...rows.flatMap(([label, text, ...under]) => [
      ...hanging(`  ${label}`.padEnd(column), text, terminal.width).split('\n'),
      ...under.flatMap((line) =>
        hanging(' '.repeat(column), line, terminal.width)
          .split('\n')
          .map((part) => terminal.style('dim', part)),
      ),
    ]),
  ];
}

function clauseRows({ eligibility }: Scheme): Row[] {
  return eligibility.map(({ id, says, source, standing, from, until, note }) => {
    const days = until === undefined ? `from ${dayWords(from)}` : `from ${dayWords(from)} until ${dayWords(until)}`;
    return [id, says, `${sourceWords(source, standing)} · ${days}`, ...notes(note)];
  });
}

function pathwayRows({ pathway }: Scheme): Row[] {
  const { admission, agreement, steps, fee, repeats, source, standing, note } = pathway;
  const agreed = agreement === null ? 'none' : agreementWords(agreement);
  return [
    ['Admission', ADMISSION[admission]],
    ['Agreement', agreed, ...notes(agreement?.note)],
    ...steps.map((step, index): Row => [index === 0 ? 'Steps' : '', stepWords(step), ...notes(step.note)]),
    ['Fee', fee === null ? 'none' : feeWords(fee), ...notes(fee?.note)],
    ['Repeats', repeats.atMost === null ? 'no limit known' : `at most ${repeats.atMost}`, ...notes(repeats.note)],
    ...sourcedRow(source, standing, note),
  ];
}

const ADMISSION: { readonly [admission in Scheme['pathway']['admission']]: string } = {
  required: 'required',
  'not-required': 'not required',
  'admits-or-no-reply': 'admits, or makes no reply',
  'admission-or-evidence': 'an admission, or enough evidence to charge',
};

function agreementWords({
  length,
  mustInclude,
  conditionsAtMost,
}: NonNullable<Scheme['pathway']['agreement']>): string {
  return [
    length === null ? 'of no set length' : durationWords(length),
    ...(mustInclude.length > 0 ? [`must include ${mustInclude.join(', ')}`] : []),
    ...(conditionsAtMost === null ? [] : [`at most ${conditionsAtMost} conditions`]),
  ].join('; ');
}

function stepWords({ id, kind, count, length, within }: Scheme['pathway']['steps'][number]): string {
  const details = [
    kind,
    ...(count === undefined ? [] : [count === 1 ? 'once' : `${count} times`]),
    ...(length === undefined ? [] : [durationWords(length)]),
    ...(within === undefined ? [] : [`within ${durationWords(within)}`]),
  ];
  return `${id.replaceAll('-', ' ')} (${details.join(', ')})`;
}

function feeWords({ pence, paidBy, insteadOf }: NonNullable<Scheme['pathway']['fee']>): string {
  const instead =
    insteadOf === undefined ? '' : `, instead of a penalty notice of ${pounds(insteadOf.penaltyNoticePence)}`;
  return `${pounds(pence)}, paid by the ${paidBy}${instead}`;
}

function pounds(pence: number): string {
  return `£${(pence / 100).toFixed(2)}`;
}

function outcomeRows(scheme: Scheme): Row[] {
  const { completed, notCompleted, source, standing, note } = scheme.outcome;
  const type = completed.type === null ? 'no Home Office outcome type' : `Home Office outcome type ${completed.type}`;
  return [
    ['Completed', type, ...notes(completed.note)],
    ['Not completed', notCompletedWords(scheme), ...notes(notCompleted.note)],
    ...sourcedRow(source, standing, note),
  ];
}

function sourcedRow(
  source: string | readonly string[] | undefined,
  standing: string | undefined,
  note: string | undefined,
): Row[] {
  return source === undefined ? [] : [['Source', sourceWords(source, standing ?? 'sourced'), ...notes(note)]];
}

function standingRows({ standing }: Scheme): Row[] {
  return standing.map(({ from, is, source, note }) => [
    dayWords(from),
    is,
    sourceKeys(source).join(', '),
    ...notes(note),
  ]);
}

function sourceRows({ sources }: Scheme): Row[] {
  return Object.entries(sources).map(([key, { title, publisher, address, note }]) => [
    key,
    `${title}, ${publisher}`,
    ...(address === undefined ? [] : [address]),
    ...notes(note),
  ]);
}

function sourceWords(source: string | readonly string[], standing: string): string {
  const keys = sourceKeys(source).join(', ');
  return standing === 'sourced' ? keys : `${keys} · ${standing}`;
}

function notes(note: string | undefined): string[] {
  return note === undefined ? [] : [note];
}
