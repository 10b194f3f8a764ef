import type { Section, TableBlock, TableRow } from '../blocks/block.ts';
import { flowChart } from '../charts/flow-chart.ts';
import type { Evaluation } from '../evaluation.ts';
import { capital, count, idWords, percent, signed } from '../words/numbers.ts';

/** Who was studied: from the data to the comparison, and what people were like before. */
export function flowSection({ result }: Evaluation): Section {
  const { flow, baseline, names } = result;
  const [one, other] = flow.sides;
  const out = flow.inData === null || flow.studied === null ? null : flow.inData - flow.studied;
  const studied =
    out === null
      ? ''
      : `Of ${count(flow.inData)} index events in the data ${count(flow.studied)} are studied; ${count(out)} are not, for the reasons given. `;
  return {
    id: 'people',
    heading: 'Who was studied',
    blocks: [
      {
        kind: 'figure',
        id: 'flow',
        title: 'From the data to who is compared',
        sentence: `${studied}${count(one.compared)} (${one.name}) and ${count(other.compared)} (${other.name}) are compared.`,
        draw: (width) => flowChart(flow, width),
        table: flowTable(result.flow),
      },
      {
        kind: 'paragraph',
        text: 'What people were like before the index event. Means are among those in whom the number is recorded. The last column is the difference in standard deviations: a tenth or more is worth attention.',
      },
      {
        kind: 'table',
        caption: 'What people were like before',
        head: ['', capital(names[0]), capital(names[1]), 'Difference, in standard deviations'],
        numbersFrom: 1,
        rows: baselineRows(baseline),
      },
    ],
  };
}

function flowTable({ inData, excluded, studied, sides }: Evaluation['result']['flow']): TableBlock {
  const rows: TableRow[] = [
    { cells: ['In the data', count(inData)] },
    ...excluded.map(({ why, n }) => ({ cells: [`Not studied: ${why}`, count(n)] })),
    { cells: ['Studied', count(studied)] },
    ...sides.flatMap(({ name, n, stages, lost, compared }) => [
      { cells: [capital(name), ''], isHeading: true },
      { cells: ['All', count(n)] },
      ...stages.map((stage) => ({ cells: [capital(stage.says), count(stage.n)] })),
      ...lost.map(({ why, n }) => ({ cells: [`Left out: ${why}`, count(n)] })),
      { cells: ['Compared', count(compared)] },
    ]),
  ];
  return {
    kind: 'table',
    caption: 'From the data to who is compared',
    head: ['Step', 'Index events'],
    numbersFrom: 1,
    rows,
  };
}

function baselineRows(baseline: Evaluation['result']['baseline']): TableRow[] {
  const rows: TableRow[] = [];
  let before = '';
  for (const { characteristic, level, unit, groups, standardisedDifference } of baseline) {
    if (level !== null && characteristic !== before) {
      rows.push({ cells: [capital(characteristic), '', '', ''], isHeading: true });
    }
    before = characteristic;
    const cell = ({ value, count: n }: (typeof groups)[number]) =>
      unit === 'share'
        ? n === null
          ? count(null)
          : `${count(n)} (${percent(value)})`
        : `${value === null ? '–' : signed(value, 1)} (n ${count(n)})`;
    rows.push({
      cells: [
        level === null ? `${capital(characteristic)}, mean` : capital(idWords(level)),
        cell(groups[0]),
        cell(groups[1]),
        standardisedDifference === null ? '–' : signed(standardisedDifference, 2),
      ],
    });
  }
  return rows;
}
