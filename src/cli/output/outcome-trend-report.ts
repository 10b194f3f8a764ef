import {
  OPEN_GROUPS,
  OUTCOME_GROUPS,
  type LikeForLike,
  type OutcomeTrend,
  type PeriodOutcomes,
} from '../../evaluation/index.ts';
import type { CountedStreetFile, StreetOverlap } from '../../interchange/index.ts';
import type { Force } from '../../reference/index.ts';
import type { Terminal } from '../terminal.ts';
import { MONTH_NAMES, monthSpanWords, percentWords, written } from './disproportionality-words.ts';
import { importFindings } from './import-findings.ts';
import { table, type Cell } from './table.ts';
import { hanging, wrap } from './wrap.ts';

/** What the command found. */
export interface TrendAnswer {
  readonly trend: OutcomeTrend;
  readonly files: readonly CountedStreetFile[];
  readonly overlaps: readonly StreetOverlap[];
  readonly forces: readonly Force[];
  /** The ids of the forces that were asked for; empty where all were. */
  readonly asked: readonly string[];
}

/** How crimes were closed, for people: the finding and its trap first, then the tables. */
export function outcomeTrendReport(answer: TrendAnswer, terminal: Terminal): string {
  const { trend } = answer;
  const likeForLike = comparable(trend.likeForLike);
  const sections = [
    section('How drugs crimes were closed', openingLines(answer, terminal), terminal),
    section(everyCrimeWords(answer), periodsTable(trend.asPublished, terminal), terminal),
    ...(likeForLike === null
      ? []
      : [
          section(`Like with like: ${comparedWords(likeForLike)}`, likeLines(likeForLike, answer, terminal), terminal),
          section('Force by force, like with like', forcesTable(likeForLike, answer, terminal), terminal),
        ]),
    section('What this cannot show', cannotShow(terminal), terminal),
    section('What was read', readLines(answer, terminal), terminal),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The table holds every month of the files, and every force, or those that were asked for. */
function everyCrimeWords(answer: TrendAnswer): string {
  const { asked } = answer;
  return asked.length === 0
    ? 'Every drugs crime in the files'
    : `Every drugs crime of ${asked.map((id) => nameOf(id, answer)).join(', ')} in the files`;
}

/** With no force left there is nothing to show. */
function comparable(like: LikeForLike | null): LikeForLike | null {
  return like === null || like.forces.length === 0 ? null : like;
}

function section(heading: string, lines: readonly string[], { style }: Terminal): string {
  return [style('bold', heading), '', ...lines].join('\n');
}

function openingLines({ trend }: TrendAnswer, { width }: Terminal): string[] {
  const [first, last] = [trend.asPublished[0], trend.asPublished.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return wrap(
      `The files hold one period, ${monthSpanWords(first?.period.months ?? [])}: nothing to compare it with. Give files of another year beside them.`,
      width,
    );
  }
  const [warning, resolution] = ['possession warning', 'local resolution'] as const;
  const change = (group: typeof warning | typeof resolution): string =>
    changeWords(countOf(first, group), countOf(last, group));
  const like = comparable(trend.likeForLike);
  const [early, late] = [like?.together[0], like?.together.at(-1)];
  return [
    ...wrap(
      `In the files as they are, possession warnings ${change(warning)} and local resolutions ${change(resolution)}: ${monthSpanWords(first.period.months)} against ${monthSpanWords(last.period.months)}.`,
      width,
    ),
    ...wrap(
      `Those periods are of ${written(first.period.months.length)} and ${written(last.period.months.length)} ${last.period.months.length === 1 ? 'month' : 'months'}.` +
        (like === null || early === undefined || late === undefined
          ? ' No force has crimes in the same months of the year in both, so nothing is compared like with like.'
          : ` Like with like (${comparedWords(like)}): warnings ${written(countOf(early, warning))} and ${written(countOf(late, warning))}, local resolutions ${written(countOf(early, resolution))} and ${written(countOf(late, resolution))}, the two together ${written(bothOf(early))} and ${written(bothOf(late))}, which is ${ofCrimes(early)} and ${ofCrimes(late)} of all drugs crimes.`),
      width,
    ),
    '',
    ...(early !== undefined && late !== undefined ? shiftLines(early, late, width) : []),
  ];
}

/** Says that one label gave way to another, where it did. */
function shiftLines(early: PeriodOutcomes, late: PeriodOutcomes, width: number): string[] {
  const falls = countOf(late, 'possession warning') < countOf(early, 'possession warning') / 2;
  const rises = countOf(late, 'local resolution') > countOf(early, 'local resolution');
  if (!falls || !rises) return [];
  const open = (period: PeriodOutcomes): string =>
    percentWords(period.crimes === 0 ? null : (period.crimes - period.closed) / period.crimes);
  return [
    ...wrap(
      'Read this as a change of label before any change of practice: what was recorded as a possession warning came to be recorded as a local resolution (the public word for a community resolution). A rise of local resolutions is not evidence that more people were diverted.',
      width,
    ),
    ...wrap(
      `Nor are the shares of two downloads quite alike: ${open(early)} of the earlier crimes and ${open(late)} of the later ones had no ending yet when the files were made, and slow endings, such as charges, are still to come for the later ones.`,
      width,
    ),
  ];
}

function comparedWords({ months, forces }: LikeForLike): string {
  const whose = `${forces.length} ${forces.length === 1 ? 'force' : 'forces'}`;
  if (months.length === MONTH_NAMES.length) return `a whole year of both, ${whose}`;
  const names = months.map((month) => MONTH_NAMES[month - 1] ?? String(month));
  return `${names.join(names.length === 2 ? ' and ' : ', ')} of both, ${whose}`;
}

function periodsTable(periods: readonly PeriodOutcomes[], { width }: Terminal): string[] {
  const columns = ['', ...periods.map(({ period }) => monthSpanWords(period.months))];
  const rows: Cell[][] = [
    [['drugs crimes'], ...periods.map(({ crimes }) => [written(crimes)])],
    [['of these closed'], ...periods.map(({ closed }) => [written(closed)])],
    ...OUTCOME_GROUPS.filter((group) => periods.some((period) => countOf(period, group) > 0)).map((group) => [
      [group],
      ...periods.map((period) => [shareWords(period, group)]),
    ]),
    ...OPEN_GROUPS.filter((group) => periods.some(({ open }) => open[group] > 0)).map((group) => [
      [`${group} (not closed)`],
      ...periods.map(({ open }) => [written(open[group])]),
    ]),
  ];
  return [
    ...table(
      columns.map((heading) => ({ heading, share: 0 })),
      rows,
      width,
    ),
    '',
    ...wrap('Shares are of crimes closed, with 95% intervals (Wilson).', width),
  ];
}

function shareWords(period: PeriodOutcomes, group: (typeof OUTCOME_GROUPS)[number]): string {
  const found = period.shares.find((share) => share.group === group);
  if (found === undefined || found.share === null) return '–';
  return `${written(found.count)} · ${percentWords(found.share)} (${percentWords(found.low)}–${percentWords(found.high)})`;
}

function likeLines(like: LikeForLike, answer: TrendAnswer, terminal: Terminal): string[] {
  return [
    ...periodsTable(like.together, terminal),
    ...like.leftOut.map(({ force, why }) =>
      hanging('- ', `left out: ${nameOf(force, answer)}: ${why}`, terminal.width),
    ),
  ];
}

function forcesTable({ forces }: LikeForLike, answer: TrendAnswer, { width }: Terminal): string[] {
  const groups = ['possession warning', 'local resolution', 'charged or summonsed', 'caution'] as const;
  const share = (period: PeriodOutcomes | undefined, group: (typeof groups)[number]): string =>
    percentWords(period?.shares.find((candidate) => candidate.group === group)?.share ?? null);
  const rows = forces.map(({ force, periods }): Cell[] => {
    const [early, late] = [periods[0], periods.at(-1)];
    return [
      [nameOf(force, answer)],
      [`${written(early?.closed ?? 0)} → ${written(late?.closed ?? 0)}`],
      ...groups.map((group) => [`${share(early, group)} → ${share(late, group)}`]),
    ];
  });
  const columns = ['Force', 'Closed', 'Warning', 'Local resolution', 'Charged', 'Caution'];
  return [
    ...table(
      columns.map((heading, at) => ({ heading, share: at === 0 ? 1 : 0 })),
      rows,
      width,
    ),
    '',
    ...wrap('Shares are of the crimes that the force closed; --json has them all, with their intervals.', width),
  ];
}

function cannotShow({ width }: Terminal): string[] {
  const notes = [
    'Diversion cannot be seen in these labels. None of them says whether somebody was offered a course or treatment, went, or finished.',
    'Outcome 22 (a diversionary activity done, no further action) has no label of its own here.',
    'The labels are of crimes, not of people, and show the last that was known when the file was made. What a court did is joined only to older files, so all that went to court, or awaits it, is one line.',
    '"Status update unavailable", "Under investigation" and a blank are three ways of not saying. They are kept apart, and out of the shares.',
  ];
  return notes.map((note) => hanging('- ', note, width));
}

function readLines({ files, trend, overlaps }: TrendAnswer, terminal: Terminal): string[] {
  const lines = files.flatMap(({ name, rows, counted, skipped }) => {
    const left = Object.entries(skipped).map(([reason, count]) => `${written(count)} ${reason}`);
    return hanging(
      '',
      `${name}: ${written(rows)} rows, ${written(counted)} counted, ${written(rows - counted)} not${left.length > 0 ? ` (${left.join(', ')})` : ''}`,
      terminal.width,
    );
  });
  const unknown = trend.unknownLabels.map(
    ({ label, count, first }) =>
      `"${label}" ${written(count)}${first === null ? '' : ` (first in ${first.file}, row ${written(first.row)})`}`,
  );
  const twice = overlaps.map(({ files: [a, b], forceMonths }) => {
    const shown =
      forceMonths.length > 3
        ? `${forceMonths.slice(0, 3).join(', ')} and ${forceMonths.length - 3} more`
        : forceMonths.join(', ');
    return `Both ${a} and ${b} hold ${shown}: these crimes are counted twice; give each month of a force once.`;
  });
  return [
    ...lines,
    ...twice.flatMap((line) => wrap(line, terminal.width)),
    ...(unknown.length > 0
      ? wrap(
          `Labels that are not known, so that nothing says whether these crimes were closed: ${unknown.join(', ')}`,
          terminal.width,
        )
      : []),
    ...files.flatMap(({ name, findings }) =>
      findings.length === 0 ? [] : ['', name, ...importFindings(findings, terminal)],
    ),
  ];
}

function nameOf(id: string, { forces }: TrendAnswer): string {
  return forces.find((force) => force.id === id)?.name ?? id;
}

function countOf({ shares }: PeriodOutcomes, group: (typeof OUTCOME_GROUPS)[number]): number {
  return shares.find((share) => share.group === group)?.count ?? 0;
}

function bothOf(period: PeriodOutcomes): number {
  return countOf(period, 'possession warning') + countOf(period, 'local resolution');
}

function ofCrimes(period: PeriodOutcomes): string {
  return percentWords(period.crimes === 0 ? null : bothOf(period) / period.crimes);
}

function changeWords(before: number, after: number): string {
  if (after === before) return `stayed at ${written(before)}`;
  return `${after < before ? 'fell' : 'rose'} from ${written(before)} to ${written(after)}`;
}
