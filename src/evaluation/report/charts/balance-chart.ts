import { scaleLinear } from 'd3-scale';
import type { BalanceRow } from '../../designs/design-result.ts';
import { signed } from '../words/numbers.ts';
import { axisTitle, footAxis } from './axes.ts';
import { INK, lineMark, TEXT_SIZE, wrapped, type Drawing } from './drawing.ts';

/** A difference worth attention: Austin 2009. */
const WORTH_ATTENTION = 0.1;

/** How alike the groups are in each covariate: hollow before matching, filled after; a dotted line at a tenth. */
export function balanceChart(rows: readonly BalanceRow[], width: number): Drawing {
  const isNarrow = width < 520;
  const hasAfter = rows.some(({ after }) => after !== null);
  const labelWidth = isNarrow ? 0 : Math.min(340, width * 0.45);
  const rowHeight = isNarrow ? 40 : 26;
  const values = rows.flatMap(({ before, after }) => [before, after]).filter((value) => value !== null);
  const reach = Math.max(0.25, ...values.map(Math.abs)) * 1.08;
  const [left, right] = [labelWidth + 10, width - 14];
  const top = 34;
  const bottom = top + rows.length * rowHeight;
  const x = scaleLinear([-reach, reach], [left, right]);
  const marks = footAxis({
    ticks: x.ticks(isNarrow ? 5 : 7),
    x,
    y: bottom + 17,
    textOf: (tick) => signed(tick, 1),
    line: { from: top - 4, to: bottom, look: (tick) => ({ stroke: tick === 0 ? INK.text : INK.grid }) },
  });
  for (const side of [-WORTH_ATTENTION, WORTH_ATTENTION]) {
    marks.push(lineMark([x(side), top - 4], [x(side), bottom], { stroke: INK.quiet, dash: [2, 3] }));
  }
  marks.push({ kind: 'symbol', shape: 'circle', x: left + 6, y: 10, size: 10, fill: INK.white, stroke: INK.without });
  marks.push({
    kind: 'text',
    x: left + 16,
    y: 14,
    text: hasAfter ? 'before matching' : 'as they are',
    size: TEXT_SIZE,
  });
  if (hasAfter) {
    marks.push({
      kind: 'symbol',
      shape: 'diamond',
      x: left + 136,
      y: 10,
      size: 10,
      fill: INK.withScheme,
      stroke: INK.withScheme,
    });
    marks.push({ kind: 'text', x: left + 147, y: 14, text: 'after matching', size: TEXT_SIZE });
  }
  for (const [index, { name, before, after }] of rows.entries()) {
    const y = top + index * rowHeight + (isNarrow ? 27 : rowHeight / 2);
    const text = isNarrow ? name : (wrapped(name, labelWidth)[0] ?? name);
    marks.push({ kind: 'text', x: 0, y: isNarrow ? y - 12 : y + 4, text, size: TEXT_SIZE });
    if (before !== null && after !== null)
      marks.push(lineMark([x(before), y], [x(after), y], { stroke: INK.rule, width: 1.5 }));
    if (before !== null)
      marks.push({ kind: 'symbol', shape: 'circle', x: x(before), y, size: 10, fill: INK.white, stroke: INK.without });
    if (after !== null)
      marks.push({
        kind: 'symbol',
        shape: 'diamond',
        x: x(after),
        y,
        size: 9,
        fill: INK.withScheme,
        stroke: INK.withScheme,
      });
  }
  marks.push(axisTitle('Difference in standard deviations', { left, right, y: bottom + 36 }));
  const told = rows.map(
    ({ name, before, after }) =>
      `${name}: ${before === null ? 'unknown' : signed(before, 2)}${after === null ? '' : `, then ${signed(after, 2)}`}`,
  );
  return {
    width,
    height: bottom + 44,
    title: 'How alike the groups are',
    description: `Standardised differences. ${told.join('; ')}.`,
    marks,
  };
}
