import type { DisclosedMeasure } from '../../domain/disclosure/disclose.ts';
import { EVERYBODY, type Figure } from '../../domain/measured.ts';
import type { Block, Section } from '../blocks/block.ts';
import { funnelChart } from '../charts/funnel-chart.ts';
import type { Evaluation } from '../evaluation.ts';
import { capital, count, HIDDEN, NO_NUMBER, percent, signed } from '../words/numbers.ts';

/** What the measures say of the people studied, each with the words of what was counted. */
export function measureSection({ measures }: Evaluation): Section[] {
  if (measures.length === 0) return [];
  return [
    {
      id: 'measures',
      heading: 'Measures where there was a scheme',
      blocks: [
        {
          kind: 'paragraph',
          text: 'These describe; they compare with nobody. What a number counts is said above it.',
        },
        ...measures.flatMap(measureBlocks),
      ],
    },
  ];
}

function measureBlocks({ header, figures, warnings }: DisclosedMeasure): Block[] {
  const isGrouped = figures.some(({ of }) => of !== EVERYBODY);
  return [
    { kind: 'heading', text: header.title },
    {
      kind: 'list',
      items: [
        `Counted: ${header.numerator}`,
        `Among: ${header.denominator}`,
        `Who is in it: ${header.base}`,
        `Clock: ${header.clock}`,
        `Window: ${header.window}`,
        `Left out: ${header.censoring}`,
        `Method: ${header.method}`,
        `Source: ${header.source}`,
      ],
    },
    {
      kind: 'table',
      caption: header.title,
      head: ['', ...(isGrouped ? ['Of'] : []), 'Value', '95% interval', 'Count', 'n', 'Method'],
      numbersFrom: isGrouped ? 2 : 1,
      rows: figures.map((figure) => ({
        cells: [
          capital(figure.what),
          ...(isGrouped ? [figure.of] : []),
          figure.suppressed && figure.value === null ? HIDDEN : valueWords(figure, figure.value),
          figure.low === null || figure.high === null
            ? NO_NUMBER
            : `${valueWords(figure, figure.low)} to ${valueWords(figure, figure.high)}`,
          figure.count === null ? (figure.suppressed ? HIDDEN : NO_NUMBER) : count(figure.count),
          figure.n === null ? HIDDEN : count(figure.n),
          figure.why ?? figure.method,
        ],
      })),
    },
    ...warnings.map((text): Block => ({ kind: 'warning', text })),
  ];
}

function valueWords({ unit }: Pick<Figure, 'unit'>, value: number | null): string {
  if (value === null) return NO_NUMBER;
  switch (unit) {
    case 'proportion':
      return percent(value);
    case 'count':
      return count(Math.round(value));
    case 'days':
    case 'hours':
      return `${signed(value, 1)} ${unit}`;
    case 'pounds':
      return `£${Math.round(value).toLocaleString('en-GB')}`;
    case 'difference':
    case 'ratio':
    case 'mean':
    case 'points':
    case 'weight':
      return signed(value, 2);
  }
}

/** Whether some groups came to a step more seldom or more often than chance would make. */
export function funnelSection({ disproportionality }: Evaluation): Section[] {
  if (disproportionality === null) return [];
  const { what, funnel } = disproportionality;
  const beyond = (deviations: number) => funnel.points.filter((point) => point.beyond === deviations);
  const named = (points: typeof funnel.points) =>
    points
      .map(({ name, side, rate }) => `${name} (${percent(rate)}, ${side === 'above' ? 'more' : 'less'} often)`)
      .join('; ');
  const [far, near] = [beyond(3), beyond(2)];
  // Of so many groups some lie beyond two deviations by chance: 4.6 of 100, and 0.27 of 100 beyond three.
  const byChance = (funnel.points.length * 0.0455).toFixed(1);
  const sentence = [
    far.length === 0
      ? 'No group lies beyond three deviations.'
      : `Beyond three deviations: ${named(far)}. Each is to be explained, or what makes it reformed.`,
    ...(near.length === 0
      ? []
      : [
          `Beyond two: ${named(near)}. Of ${funnel.points.length} groups about ${byChance} would lie there by chance alone: worth a look, and no finding by itself.`,
        ]),
  ].join(' ');
  return [
    {
      id: 'disproportionality',
      heading: 'Who came to the scheme',
      blocks: [
        {
          kind: 'figure',
          id: 'funnel',
          title: 'Groups against the limits of chance',
          sentence: `${capital(what)}: ${percent(funnel.expected)} of all. Dashed and full lines are two and three standard deviations; diamonds lie beyond two. ${sentence}`,
          draw: (width) =>
            funnelChart({ funnel, title: 'Groups against the limits of chance', what: capital(what) }, width),
          table: {
            kind: 'table',
            caption: capital(what),
            head: ['Group', 'People', 'Came to it', 'Share', 'Limits at two deviations', 'Beyond'],
            numbersFrom: 1,
            rows: funnel.points.map(({ name, size, count: came, rate, low2, high2, beyond, side }) => ({
              cells: [
                name,
                count(size),
                count(came),
                percent(rate),
                `${percent(low2)} to ${percent(high2)}`,
                beyond === 0 ? 'no' : `${beyond} deviations ${side ?? ''}`,
              ],
            })),
          },
        },
      ],
    },
  ];
}
