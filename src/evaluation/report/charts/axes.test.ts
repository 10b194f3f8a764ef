import { describe, expect, test } from 'vitest';
import { axisTitle, footAxis, sideAxis } from './axes.ts';
import { INK } from './drawing.ts';

const quiet = { kind: 'text', size: 12, fill: INK.quiet } as const;

describe('An axis', () => {
  test('up the side has, for each tick, a line across and its number to the left of it', () => {
    const marks = sideAxis({
      ticks: [0, 0.5],
      y: (tick) => 100 - tick * 100,
      left: 40,
      right: 200,
      textOf: (tick) => `${tick * 100}%`,
      stroke: INK.grid,
    });
    expect(marks).toEqual([
      { kind: 'path', d: 'M40,100L200,100', stroke: INK.grid, width: 1 },
      { ...quiet, x: 34, y: 104, text: '0%', anchor: 'end' },
      { kind: 'path', d: 'M40,50L200,50', stroke: INK.grid, width: 1 },
      { ...quiet, x: 34, y: 54, text: '50%', anchor: 'end' },
    ]);
  });

  test('along the foot has its numbers below the ticks, and lines only where they are asked for', () => {
    const axis = { ticks: [2], x: (tick: number) => tick * 10, y: 90, textOf: String };
    expect(footAxis(axis)).toEqual([{ ...quiet, x: 20, y: 90, text: '2', anchor: 'middle' }]);
    const look = () => ({ stroke: INK.text });
    expect(footAxis({ ...axis, line: { from: 5, to: 70, look } })[0]).toEqual({
      kind: 'path',
      d: 'M20,5L20,70',
      stroke: INK.text,
      width: 1,
    });
  });

  test('says in the middle what is counted', () => {
    expect(axisTitle('People', { left: 40, right: 100, y: 99 })).toEqual({
      ...quiet,
      x: 70,
      y: 99,
      text: 'People',
      anchor: 'middle',
    });
  });
});
