import { INK, lineMark, type Mark, type PathMark, type TextMark } from './drawing.ts';

/** Small, so that the marks are seen first. */
const AXIS_TEXT_SIZE = 12;

/** A quiet text on an axis. */
export function axisText(text: string, place: Pick<TextMark, 'x' | 'y' | 'anchor'>): Mark {
  const { x, y, anchor } = place;
  return { kind: 'text', x, y, text, size: AXIS_TEXT_SIZE, ...(anchor && { anchor }), fill: INK.quiet };
}

interface SideAxis {
  readonly ticks: readonly number[];
  readonly y: (tick: number) => number;
  readonly left: number;
  readonly right: number;
  readonly textOf: (tick: number) => string;
  readonly stroke: string;
}

/** Numbers up the side, each with a pale line across the picture. */
export function sideAxis({ ticks, y, left, right, textOf, stroke }: SideAxis): Mark[] {
  return ticks.flatMap((tick) => [
    lineMark([left, y(tick)], [right, y(tick)], { stroke }),
    axisText(textOf(tick), { x: left - 6, y: y(tick) + 4, anchor: 'end' }),
  ]);
}

interface FootAxis {
  readonly ticks: readonly number[];
  readonly x: (tick: number) => number;
  /** Of the line that the numbers stand on. */
  readonly y: number;
  readonly textOf: (tick: number) => string;
  /** From where to where a line is drawn at each tick, and how; none where absent. */
  readonly line?: {
    readonly from: number;
    readonly to: number;
    readonly look: (tick: number) => Omit<PathMark, 'kind' | 'd'>;
  };
}

/** Numbers along the foot, each with its line where there is one. */
export function footAxis({ ticks, x, y, textOf, line }: FootAxis): Mark[] {
  return ticks.flatMap((tick) => [
    ...(line ? [lineMark([x(tick), line.from], [x(tick), line.to], line.look(tick))] : []),
    axisText(textOf(tick), { x: x(tick), y, anchor: 'middle' }),
  ]);
}

/** What is counted along the foot. */
export function axisTitle(text: string, { left, right, y }: { left: number; right: number; y: number }): Mark {
  return axisText(text, { x: (left + right) / 2, y, anchor: 'middle' });
}
