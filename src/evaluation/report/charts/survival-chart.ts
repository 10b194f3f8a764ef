import { scaleLinear } from 'd3-scale';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { Curve, Curves } from '../../designs/design-result.ts';
import { daysOfWindow } from '../../domain/cohort/maturity.ts';
import { count, percent } from '../words/numbers.ts';
import { axisTitle, footAxis, sideAxis } from './axes.ts';
import { INK, lineMark, TEXT_SIZE, textWidth, wrapped, type Drawing, type Mark } from './drawing.ts';

const DAYS_A_MONTH = 365.25 / 12;

/** The share who have reoffended by each month, with how many are still followed below. */
export function survivalChart(curves: Curves<number | null>, width: number): Drawing {
  const months = curves.outcome.months ?? 12;
  const isNarrow = width < 520;
  const left = 44;
  const right = width - (isNarrow ? 14 : 20);
  const top = isNarrow ? 62 : 16;
  const bottom = top + (isNarrow ? 220 : 300);
  const lastDay = daysOfWindow(months);
  const most = Math.max(0.05, ...curves.groups.flatMap(({ share, high }) => [...share, ...(high ?? [])]));
  const x = scaleLinear([0, lastDay], [left, right]);
  const y = scaleLinear([0, Math.min(1, most * 1.12)], [bottom, top]).nice(5);
  const marks: Mark[] = [
    ...sideAxis({ ticks: y.ticks(5), y, left, right, textOf: (tick) => percent(tick, 0), stroke: INK.grid }),
    ...footAxis({
      ticks: curves.groups[0].atRisk.map(({ day }) => day),
      x,
      y: bottom + 19,
      textOf: (day) => String(Math.round(day / DAYS_A_MONTH)),
      line: { from: bottom, to: bottom + 5, look: () => ({ stroke: INK.quiet }) },
    }),
    lineMark([left, bottom], [right, bottom], { stroke: INK.quiet }),
    axisTitle('Months after the index day', { left, right, y: bottom + 37 }),
  ];
  for (const [at, group] of curves.groups.entries()) marks.push(...curveMarks(group, { at, x, y, lastDay }));
  marks.push(...nameMarks(curves, { isNarrow, left, right, y, width }));
  const riskTop = bottom + 62;
  const isFollowed = curves.groups.some(({ atRisk }) => atRisk.some(({ n }) => n !== null));
  if (isFollowed) marks.push(...riskMarks(curves, { x, top: riskTop, width }));
  const ends = curves.groups.map(({ name, share }) => `${name} ${percent(share.at(-1) ?? null, isFollowed ? 1 : 0)}`);
  return {
    width,
    height: isFollowed ? riskTop + 80 : riskTop,
    title: `Share who reoffended, by month`,
    description: `Two rising curves over ${months} months. At the end: ${ends.join('; ')}.`,
    marks,
  };
}

interface Place {
  readonly at: number;
  readonly x: (day: number) => number;
  readonly y: (share: number) => number;
  readonly lastDay: number;
}

function curveMarks({ days, share, low, high, atRisk }: Curve<number | null>, { at, x, y, lastDay }: Place): Mark[] {
  // Where only some months are shown, what happened between them is not known: no steps.
  const shape = days.length === atRisk.length ? curveLinear : curveStepAfter;
  const stroke = at === 0 ? INK.withScheme : INK.without;
  const points = days.map((day, index) => ({ day: Math.min(day, lastDay), index }));
  const path = line<(typeof points)[number]>(
    ({ day }) => x(day),
    ({ index }) => y(share[index] ?? 0),
  )
    .curve(shape)
    .digits(1);
  const marks: Mark[] = [];
  if (low !== null && high !== null) {
    const band = area<(typeof points)[number]>()
      .x(({ day }) => x(day))
      .y0(({ index }) => y(low[index] ?? 0))
      .y1(({ index }) => y(high[index] ?? 0))
      .curve(shape)
      .digits(1);
    marks.push({ kind: 'path', d: band(points) ?? '', fill: stroke, opacity: 0.13 });
  }
  marks.push({
    kind: 'path',
    d: path(points) ?? '',
    stroke,
    width: 2.5,
    ...(at === 0 ? {} : { dash: [7, 4] as const }),
  });
  return marks;
}

interface NamePlace {
  readonly isNarrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly y: (share: number) => number;
  readonly width: number;
}

/** The key: a piece of each line beside its name. */
function nameMarks({ groups }: Curves<number | null>, { isNarrow, left, width }: NamePlace): Mark[] {
  return groups.flatMap(({ name }, at): Mark[] => {
    const stroke = at === 0 ? INK.withScheme : INK.without;
    const x = isNarrow ? 0 : left + 14;
    const y = isNarrow ? 14 + at * 22 : 34 + at * 22;
    const size = isNarrow ? 14 : 15;
    const box = textWidth(name, size, true) + 48;
    return [
      ...(isNarrow
        ? []
        : [{ kind: 'rect' as const, x: x - 4, y: y - 15, width: Math.min(width, box), height: 21, fill: INK.white }]),
      lineMark([x, y - 4], [x + 30, y - 4], { stroke, width: 2.5, ...(at === 0 ? {} : { dash: [7, 4] as const }) }),
      { kind: 'text', x: x + 38, y, text: name, size, bold: true, fill: stroke },
    ];
  });
}

function riskMarks(
  { groups }: Curves<number | null>,
  { x, top, width }: { x: (day: number) => number; top: number; width: number },
): Mark[] {
  const marks: Mark[] = [
    { kind: 'text', x: 0, y: top, text: 'Still followed without a reoffence', size: 12, bold: true },
  ];
  for (const [at, { name, atRisk }] of groups.entries()) {
    const y = top + 19 + at * 36;
    const stroke = at === 0 ? INK.withScheme : INK.without;
    marks.push({ kind: 'text', x: 0, y, text: wrapped(name, width, { size: 12 })[0] ?? name, size: 12, fill: stroke });
    for (const [tick, { day, n }] of atRisk.entries()) {
      const anchor = tick === atRisk.length - 1 ? 'end' : tick === 0 ? 'start' : 'middle';
      const shift = tick === atRisk.length - 1 ? 8 : tick === 0 ? -8 : 0;
      marks.push({ kind: 'text', x: x(day) + shift, y: y + 15, text: count(n), size: TEXT_SIZE, anchor });
    }
  }
  return marks;
}
