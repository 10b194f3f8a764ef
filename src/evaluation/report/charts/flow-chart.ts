import type { Flow, FlowSide } from '../../designs/design-result.ts';
import { count } from '../words/numbers.ts';
import { INK, lineMark, TEXT_SIZE, wrapped, type Drawing, type Mark } from './drawing.ts';

const LINE = 17;
const PAD = 9;
const GAP = 22;

interface Box {
  readonly marks: readonly Mark[];
  readonly height: number;
}

interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fill?: string;
}

/** From everybody in the data to who is compared, after CONSORT: boxes from top to bottom, those who go out beside. */
export function flowChart(flow: Flow<number | null>, width: number): Drawing {
  const isNarrow = width < 520;
  const gutter = isNarrow ? 10 : 40;
  const column = (width - gutter) / 2;
  const marks: Mark[] = [];
  const put = (box: Box) => marks.push(...box.marks);
  let y = 2;
  const whole = isNarrow ? width : Math.min(300, column);
  const middle = isNarrow ? width / 2 : column / 2 + (width - column) / 4;
  const x = isNarrow ? 0 : middle - whole / 2;

  const data = boxOf([[`In the data: ${count(flow.inData)}`, true]], { x, y, width: whole });
  put(data);
  let from = y + data.height;
  const out = flow.excluded;
  if (out.length > 0) {
    const lines: [string, boolean][] = [
      ['Not studied', true],
      ...out.map(({ why, n }): [string, boolean] => [`${count(n)} ${why}`, false]),
    ];
    if (isNarrow) {
      y = from + GAP;
      const box = boxOf(lines, { x: 24, y, width: width - 24, fill: INK.pale });
      put(box);
      marks.push(
        lineMark([12, from], [12, y + box.height + GAP], { stroke: INK.quiet }),
        lineMark([12, y + 18], [24, y + 18], { stroke: INK.quiet }),
      );
      from = y + box.height;
    } else {
      const box = boxOf(lines, { x: x + whole + 40, y: from + 8, width: width - (x + whole + 40), fill: INK.pale });
      put(box);
      marks.push(lineMark([middle, from + 8 + 18], [x + whole + 40, from + 8 + 18], { stroke: INK.quiet }));
      marks.push(arrow(middle, from, from + box.height + 16 + GAP));
      from = from + box.height + 16;
    }
  }
  y = from + GAP;
  if (out.length === 0) marks.push(arrow(middle, from, y));
  const studied = boxOf([[`Studied: ${count(flow.studied)}`, true]], { x, y, width: whole });
  put(studied);
  const split = y + studied.height;
  const top = split + GAP + 8;
  const centres = [column / 2, column + gutter + column / 2] as const;
  marks.push(lineMark([middle, split], [middle, split + GAP / 2], { stroke: INK.quiet }));
  marks.push(lineMark([centres[0], split + GAP / 2], [centres[1], split + GAP / 2], { stroke: INK.quiet }));
  let bottom = top;
  for (const [at, side] of flow.sides.entries()) {
    const place = { x: at * (column + gutter), width: column };
    marks.push(arrow(centres[at] ?? 0, split + GAP / 2, top));
    bottom = Math.max(bottom, sideMarks(side, { ...place, y: top }, marks));
  }
  const [one, other] = flow.sides;
  return {
    width,
    height: bottom + 4,
    title: 'From the data to who is compared',
    description: `${count(flow.inData)} in the data, ${count(flow.studied)} studied. ${one.name}: ${count(one.n)}, of whom ${count(one.compared)} are compared. ${other.name}: ${count(other.n)}, of whom ${count(other.compared)} are compared.`,
    marks,
  };
}

function sideMarks(side: FlowSide<number | null>, { x, y: top, width }: BoxPlace, marks: Mark[]): number {
  let y = top;
  const add = (lines: readonly [string, boolean][], fill?: string) => {
    const box = boxOf(lines, { x, y, width, ...(fill === undefined ? {} : { fill }) });
    marks.push(...box.marks);
    y += box.height;
  };
  const step = () => {
    marks.push(arrow(x + width / 2, y, y + GAP));
    y += GAP;
  };
  add([
    [side.name.charAt(0).toUpperCase() + side.name.slice(1), true],
    [count(side.n), false],
  ]);
  step();
  if (side.stages.length > 0) {
    add(side.stages.map(({ says, n }): [string, boolean] => [`${count(n)} ${says}`, false]));
    step();
  }
  if (side.lost.length > 0) {
    add(
      [['Left out', true], ...side.lost.map(({ why, n }): [string, boolean] => [`${count(n)} ${why}`, false])],
      INK.pale,
    );
    step();
  }
  add([[`Compared: ${count(side.compared)}`, true]]);
  return y;
}

function boxOf(lines: readonly (readonly [string, boolean])[], { x, y, width, fill = INK.white }: BoxPlace): Box {
  const written = lines.flatMap(([text, bold]) =>
    wrapped(text, width - 2 * PAD, { size: TEXT_SIZE, bold }).map((line) => ({ line, bold })),
  );
  const height = written.length * LINE + 2 * PAD - 2;
  const marks: Mark[] = [{ kind: 'rect', x, y, width, height, fill, stroke: INK.quiet }];
  for (const [at, { line, bold }] of written.entries()) {
    marks.push({ kind: 'text', x: x + PAD, y: y + PAD + 12 + at * LINE, text: line, size: TEXT_SIZE, bold });
  }
  return { marks, height };
}

function arrow(x: number, from: number, to: number): Mark {
  return {
    kind: 'path',
    d: `M${x},${from}L${x},${to - 1}M${x - 4},${to - 6}L${x},${to - 1}L${x + 4},${to - 6}`,
    stroke: INK.quiet,
    width: 1.2,
  };
}
