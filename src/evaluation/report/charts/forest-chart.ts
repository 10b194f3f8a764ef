import { scaleLinear, scaleLog } from 'd3-scale';
import { nullOf, type EffectEstimate, type EffectScale } from '../../designs/finding.ts';
import { effectNumber, effectWords, SCALE_WORDS } from '../words/numbers.ts';
import { axisText, axisTitle, footAxis } from './axes.ts';
import { hundredths, INK, lineMark, TEXT_SIZE, textWidth, wrapped, type Drawing, type Mark } from './drawing.ts';

/** One line of a forest plot. */
export interface ForestRow {
  readonly label: string;
  readonly estimate: EffectEstimate | null;
  /** Pooled or main estimates are diamonds, the others squares. */
  readonly isWhole: boolean;
  /** Where the effect of one more like these is expected: a dotted line through a diamond. */
  readonly prediction?: readonly [number, number] | undefined;
  readonly why?: string | null;
}

export interface ForestTask {
  readonly title: string;
  readonly scale: EffectScale;
  readonly rows: readonly ForestRow[];
  /** What lies to the left and to the right of no difference. */
  readonly sides: readonly [string, string];
}

const ROW = 30;
const NARROW_ROW = 46;
const LINE = 14;
const WIDEST_LOG = Math.log(20);

/** Effects one below the other with their intervals, about a line of no difference. */
export function forestChart({ title, scale, rows, sides }: ForestTask, width: number): Drawing {
  const isNarrow = width < 520;
  const none = nullOf(scale);
  const unit = scale === 'risk-difference' ? 100 : 1;
  const labelWidth = isNarrow ? 0 : Math.min(260, width * 0.34);
  const numberWidth = isNarrow ? 0 : 150;
  const plot = { left: labelWidth + 8, right: width - numberWidth - 12 };
  const domain = domainOf(rows, none, unit);
  const x = none === 1 ? scaleLog(domain, [plot.left, plot.right]) : scaleLinear(domain, [plot.left, plot.right]);
  const at = (value: number) => x(Math.min(domain[1], Math.max(domain[0], value * unit)));
  const tallest = Math.max(...rows.map((row) => labelLines(row, { isNarrow, labelWidth, width, scale }).length));
  const rowHeight = isNarrow ? NARROW_ROW + (tallest - 1) * LINE : ROW;
  const top = 26;
  const bottom = top + rows.length * rowHeight;
  const marks = footAxis({
    ticks: ticksOf(x, domain, none),
    x,
    y: bottom + 18,
    textOf: (tick) => effectNumber(tick / unit, scale).replace(/\.0$/, ''),
    line: {
      from: top - 6,
      to: bottom,
      look: (tick) => (tick === none ? { stroke: INK.text, width: 1.5 } : { stroke: INK.grid, width: 1 }),
    },
  });
  const [toLeft, toRight] = [`◄ ${sides[0]}`, `${sides[1]} ►`];
  if (isNarrow) {
    marks.push(axisText(toLeft, { x: 0, y: 12 }), axisText(toRight, { x: width, y: 12, anchor: 'end' }));
  } else {
    const middle = at(none / unit);
    marks.push(axisText(toLeft, { x: middle - 8, y: 12, anchor: 'end' }), axisText(toRight, { x: middle + 8, y: 12 }));
  }
  for (const [index, row] of rows.entries()) {
    const y = top + index * rowHeight + (isNarrow ? rowHeight - LINE : rowHeight / 2);
    marks.push(...rowMarks(row, { y, at, isNarrow, labelWidth, width, scale, domain, unit }));
  }
  const heading = `${SCALE_WORDS[scale].heading}${none === 1 ? ', 1 is no difference' : ', 0 is no difference'}`;
  marks.push(axisTitle(heading, { ...plot, y: bottom + 38 }));
  const told = rows.map(
    (row) => `${row.label}: ${row.estimate === null ? 'no estimate' : effectWords(row.estimate, scale)}`,
  );
  return {
    width,
    height: bottom + 46,
    title,
    description: `${SCALE_WORDS[scale].heading}, with 95% intervals. ${told.join('; ')}.`,
    marks,
  };
}

interface LabelPlace {
  readonly isNarrow: boolean;
  readonly labelWidth: number;
  readonly width: number;
  readonly scale: EffectScale;
}

/** A label in the lines that it needs: beside the numbers where the picture is narrow, else before the plot. */
function labelLines({ label, isWhole, estimate }: ForestRow, place: LabelPlace): string[] {
  const numbers = textWidth(estimate === null ? 'no estimate' : effectWords(estimate, place.scale), TEXT_SIZE, isWhole);
  const room = place.isNarrow ? place.width - numbers - 12 : place.labelWidth;
  return wrapped(label, room, { size: TEXT_SIZE, bold: isWhole }).slice(0, place.isNarrow ? 3 : 2);
}

interface RowPlace extends LabelPlace {
  readonly y: number;
  readonly at: (value: number) => number;
  readonly domain: readonly [number, number];
  readonly unit: number;
}

function rowMarks(row: ForestRow, place: RowPlace): Mark[] {
  const { y, at, isNarrow, width, scale, domain, unit } = place;
  const { estimate, isWhole, prediction } = row;
  const numbers = estimate === null ? 'no estimate' : effectWords(estimate, scale);
  const lines = labelLines(row, place);
  const first = isNarrow ? y - 13 - (lines.length - 1) * LINE : y + 4.5 - (lines.length - 1) * 7;
  const marks: Mark[] = lines.map((text, line) => ({
    kind: 'text',
    x: 0,
    y: first + line * 14,
    text,
    size: TEXT_SIZE,
    bold: isWhole,
  }));
  marks.push({
    kind: 'text',
    x: width,
    y: isNarrow ? first : y + 4.5,
    text: numbers,
    size: TEXT_SIZE,
    anchor: 'end',
    bold: isWhole,
    fill: estimate === null ? INK.quiet : INK.text,
  });
  if (estimate === null) return marks;
  if (prediction !== undefined) {
    marks.push(
      lineMark([at(prediction[0]), y], [at(prediction[1]), y], { stroke: INK.text, width: 1.5, dash: [2, 3] }),
    );
  }
  marks.push(lineMark([at(estimate.low), y], [at(estimate.high), y], { stroke: INK.text, width: isWhole ? 2.5 : 1.5 }));
  for (const end of [estimate.low, estimate.high]) {
    const isCut = end * unit < domain[0] || end * unit > domain[1];
    const direction = end === estimate.low ? 1 : -1;
    if (isCut)
      marks.push({
        kind: 'path',
        d: `M${hundredths(at(end) + 6 * direction)},${y - 4}L${hundredths(at(end))},${y}L${hundredths(at(end) + 6 * direction)},${y + 4}`,
        stroke: INK.text,
        width: 1.5,
      });
    else marks.push(lineMark([at(end), y - 4], [at(end), y + 4], { stroke: INK.text, width: 1.5 }));
  }
  marks.push({
    kind: 'symbol',
    shape: isWhole ? 'diamond' : 'square',
    x: at(estimate.value),
    y,
    size: isWhole ? 13 : 9,
    fill: isWhole ? INK.text : INK.withScheme,
    stroke: INK.text,
  });
  return marks;
}

function domainOf(rows: readonly ForestRow[], none: 0 | 1, unit: number): [number, number] {
  const ends = rows.flatMap(({ estimate, prediction }) =>
    estimate === null ? [] : [estimate.low, estimate.high, ...(prediction ?? [])],
  );
  const isRatio = none === 1;
  const scaled = ends
    .map((end) => (isRatio ? Math.log(end) : end * unit))
    .filter(Number.isFinite)
    .map((end) => (isRatio ? Math.max(-WIDEST_LOG, Math.min(WIDEST_LOG, end)) : end));
  const low = Math.min(0, ...scaled);
  const high = Math.max(0, ...scaled);
  const spread = Math.max(high - low, isRatio ? Math.log(1.5) : 1e-9);
  // No difference always has room on both sides of it.
  const from = Math.min(low, -spread * 0.15) - spread * 0.05;
  const to = Math.max(high, spread * 0.15) + spread * 0.05;
  return isRatio ? [Math.exp(from), Math.exp(to)] : [from, to];
}

function ticksOf(x: { ticks: (count?: number) => number[] }, domain: readonly [number, number], none: 0 | 1): number[] {
  if (none === 0) return x.ticks(5);
  const nice = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
  const within = nice.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  return within.length >= 3
    ? within
    : [0.6, 0.7, 0.8, 1, 1.25, 1.5].filter((tick) => tick >= domain[0] && tick <= domain[1]);
}
