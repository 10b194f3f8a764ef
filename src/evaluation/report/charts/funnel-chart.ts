import { scaleLinear, scaleSqrt } from 'd3-scale';
import { line } from 'd3-shape';
import { funnelLimits, type Funnel, type FunnelLimits } from '../../domain/disproportionality/funnel.ts';
import { percent } from '../words/numbers.ts';
import { axisTitle, footAxis, sideAxis } from './axes.ts';
import { INK, lineMark, textWidth, type Drawing, type Mark } from './drawing.ts';

const SIZES = 40;
/** Paler than elsewhere: the limits are lines too, and are what is read. */
const PALE_GRID = '#eeefef';

/** Shares against numbers of people, with the limits that chance alone would keep: a point outside asks a question. */
export function funnelChart(
  { funnel, title, what }: { funnel: Funnel; title: string; what: string },
  width: number,
): Drawing {
  const isNarrow = width < 520;
  const [left, right, top] = [44, width - 16, 16];
  const bottom = top + (isNarrow ? 240 : 300);
  const most = Math.max(1, ...funnel.points.map(({ size }) => size)) * 1.15;
  const sizes = Array.from({ length: SIZES }, (_, at) => Math.max(4, Math.round((most * (at + 1) ** 2) / SIZES ** 2)));
  const limits = [...new Set(sizes)].map((size) => funnelLimits(funnel.expected, size, funnel.kind));
  const highest = Math.max(...funnel.points.map(({ rate }) => rate), funnel.expected * 1.4);
  // By the root of the size, which is how the width of the limits goes: small groups are not crowded together.
  const x = scaleSqrt([0, most], [left, right]);
  const y = scaleLinear([0, Math.min(1, highest * 1.15)], [bottom, top])
    .nice(5)
    .clamp(true);
  const marks: Mark[] = [
    ...sideAxis({ ticks: y.ticks(5), y, left, right, textOf: (tick) => percent(tick, 0), stroke: PALE_GRID }),
    ...footAxis({
      ticks: x.ticks(isNarrow ? 4 : 6),
      x,
      y: bottom + 18,
      textOf: (tick) => tick.toLocaleString('en-GB'),
    }),
  ];
  const limit = (of: (limits: FunnelLimits) => number, dash?: readonly [number, number]): Mark => ({
    kind: 'path',
    d:
      line<FunnelLimits>(
        ({ size }) => x(size),
        (limits) => y(of(limits)),
      ).digits(1)(limits) ?? '',
    stroke: INK.quiet,
    width: 1.2,
    ...(dash === undefined ? {} : { dash }),
  });
  marks.push(
    limit(({ low2 }) => low2, [4, 3]),
    limit(({ high2 }) => high2, [4, 3]),
    limit(({ low3 }) => low3),
    limit(({ high3 }) => high3),
    lineMark([left, y(funnel.expected)], [right, y(funnel.expected)], { stroke: INK.text, width: 1.5 }),
    lineMark([left, bottom], [right, bottom], { stroke: INK.quiet }),
  );
  for (const point of funnel.points) {
    const isOut = point.beyond > 0;
    marks.push({
      kind: 'symbol',
      shape: isOut ? 'diamond' : 'circle',
      x: x(point.size),
      y: y(point.rate),
      size: isOut ? 11 : 8,
      fill: isOut ? INK.without : INK.white,
      stroke: isOut ? INK.without : INK.withScheme,
    });
    if (!isOut) continue;
    const wide = textWidth(point.name, 12, true);
    const toLeft = x(point.size) + wide + 10 > width;
    marks.push({
      kind: 'text',
      x: x(point.size) + (toLeft ? -9 : 9),
      y: y(point.rate) + 4,
      text: point.name,
      size: 12,
      bold: true,
      anchor: toLeft ? 'end' : 'start',
    });
  }
  marks.push(axisTitle('People in the group', { left, right, y: bottom + 38 }));
  const out = funnel.points.filter(({ beyond }) => beyond > 0).map(({ name, rate }) => `${name} ${percent(rate)}`);
  return {
    width,
    height: bottom + 46,
    title,
    description: `${what}. All together ${percent(funnel.expected)}. Beyond two standard deviations: ${out.length === 0 ? 'none' : out.join('; ')}.`,
    marks,
  };
}
