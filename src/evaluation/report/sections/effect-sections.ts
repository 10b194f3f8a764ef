import { OUTCOMES } from '../../domain/plan/plan-words.ts';
import type { FigureBlock, Section, TableBlock } from '../blocks/block.ts';
import { balanceChart } from '../charts/balance-chart.ts';
import { forestChart, type ForestRow } from '../charts/forest-chart.ts';
import { survivalChart } from '../charts/survival-chart.ts';
import type { Evaluation, ReportedFinding } from '../evaluation.ts';
import { capital, count, effectNumber, listed, percent, placeWords, pValue, signed } from '../words/numbers.ts';
import { findingsTable } from './findings-table.ts';

/** How reoffending went over time, group beside group. */
export function timeSection({ result }: Evaluation): Section[] {
  const { curves } = result;
  if (curves === null) return [];
  const [one, other] = curves.groups;
  // A board is told no more than whole per cents, and not how many are still followed.
  const isFollowed = curves.groups.some(({ atRisk }) => atRisk.some(({ n }) => n !== null));
  const digits = isFollowed ? 1 : 0;
  const ends = [one, other].map(({ name, share }) => `${percent(share.at(-1) ?? null, digits)} (${name})`);
  const tested = curves.p === null ? '' : ` The two curves differ with p ${pValue(curves.p)} by the log-rank test.`;
  const months = (day: number) => String(Math.round(day / (365.25 / 12)));
  const followed = (n: number | null | undefined) => (isFollowed ? [count(n ?? null)] : []);
  const head = isFollowed ? ['Still followed'] : [];
  const table: TableBlock = {
    kind: 'table',
    caption: isFollowed ? 'Share who reoffended, and how many were still followed' : 'Share who reoffended',
    head: ['Months', capital(one.name), ...head, capital(other.name), ...head],
    numbersFrom: 1,
    rows: one.atRisk.map(({ day, n, share }, at) => {
      const beside = other.atRisk[at];
      return {
        cells: [
          months(day),
          percent(share, digits),
          ...followed(n),
          percent(beside?.share ?? null, digits),
          ...followed(beside?.n),
        ],
      };
    }),
  };
  const figure: FigureBlock = {
    kind: 'figure',
    id: 'curves',
    title: 'How many had reoffended, month by month',
    sentence: `By ${curves.outcome.months ?? 12} months ${ends.join(' and ')} had reoffended.${tested} Nothing is allowed for in this picture. ${curves.method}.`,
    draw: (width) => survivalChart(curves, width),
    table,
  };
  return [{ id: 'time', heading: 'Over time', blocks: [figure] }];
}

/** Forces one by one and together. */
export function forcesSection({ result, plan }: Evaluation): Section[] {
  const byForce = result.findings.filter(({ role }) => role === 'by-force');
  const primary = result.findings.find(({ role }) => role === 'primary');
  if (byForce.length === 0 || primary === undefined) return [];
  const { pooling } = result;
  const prediction = pooling === null ? undefined : ([pooling.predictionLow, pooling.predictionHigh] as const);
  const spread =
    pooling === null
      ? ''
      : ` ${signed(pooling.iSquared, 0)}% of the spread between forces is more than chance (I squared; p ${pValue(pooling.spreadP)}). ${plan.comparison.spreadOf === 'diversion-forces' ? 'In one more force like these the effect' : 'One more force with a scheme, beside comparison forces like these,'} is expected from ${effectNumber(pooling.predictionLow, primary.scale)} to ${effectNumber(pooling.predictionHigh, primary.scale)}.`;
  return [
    {
      id: 'forces',
      heading: 'Force by force',
      blocks: [
        forestFigure({
          id: 'forces-forest',
          title: 'The effect in each force, and in all together',
          sentence: `Each square is a force, and the diamond all of them; lines are 95% intervals${prediction === undefined ? '' : ', and the dotted line is where one more force would be expected'}.${spread}`,
          findings: [...byForce, primary],
          prediction,
        }),
      ],
    },
  ];
}

/** Secondary outcomes, adjusted for one another. */
export function secondarySection({ result, plan }: Evaluation): Section[] {
  const secondary = result.findings.filter(({ role }) => role === 'secondary');
  if (secondary.length === 0) return [];
  const how = plan.multiplicity === 'holm' ? 'Holm’s method' : 'Benjamini and Hochberg’s method';
  return [
    {
      id: 'secondary',
      heading: 'Secondary outcomes',
      blocks: [
        {
          kind: 'paragraph',
          text: `${secondary.length === 1 ? 'One outcome was' : `${secondary.length} outcomes were`} named in the plan beside the primary one. The more one looks at, the more chance finds: the adjusted p allows for that by ${how}.`,
        },
        findingsTable('Secondary outcomes', secondary),
      ],
    },
  ];
}

/** Groups fixed in advance, with the test that alone says whether they differ. */
export function subgroupSection({ result }: Evaluation): Section[] {
  const findings = result.findings.filter(({ role }) => role === 'subgroup');
  const primary = result.findings.find(({ role }) => role === 'primary');
  if (findings.length === 0 || primary === undefined) return [];
  const tests: TableBlock = {
    kind: 'table',
    caption: 'Whether the groups differ from each other in the effect',
    head: ['Groups by', 'p', 'p adjusted', 'Method'],
    numbersFrom: 1,
    rows: result.subgroupTests.map(({ label, p, adjustedP, why }) => ({
      cells: [capital(label), pValue(p), pValue(adjustedP), why ?? 'Cochran’s Q of the effects'],
    })),
  };
  const differ = result.subgroupTests.filter(({ adjustedP }) => adjustedP !== null && adjustedP < 0.05);
  const sentence =
    differ.length === 0
      ? 'In none of these divisions do the effects differ by more than chance would make: the best guess for each group is the effect of all together.'
      : `By ${listed(differ.map(({ label }) => label))} the effects differ by more than chance would easily make; see the test below.`;
  return [
    {
      id: 'groups',
      heading: 'Groups fixed in advance',
      blocks: [
        forestFigure({
          id: 'groups-forest',
          title: 'The effect in each group',
          sentence: `${sentence} An interval that leaves out no difference in one group and not in another is no evidence that the groups differ.`,
          findings: [...findings, primary],
        }),
        tests,
      ],
    },
  ];
}

/** How far the answer hangs on choices. */
export function sensitivitySection({ result }: Evaluation): Section[] {
  const findings = result.findings.filter(({ role }) => role === 'sensitivity');
  const primary = result.findings.find(({ role }) => role === 'primary');
  if (findings.length === 0 || primary === undefined) return [];
  return [
    {
      id: 'sensitivity',
      heading: 'How far the answer hangs on choices',
      blocks: [
        forestFigure({
          id: 'sensitivity-forest',
          title: 'The same question asked in other ways',
          sentence: sensitivitySentence(primary, findings),
          findings: [...findings, primary],
        }),
      ],
    },
  ];
}

function sensitivitySentence(primary: ReportedFinding, findings: readonly ReportedFinding[]): string {
  const known = findings.flatMap(({ estimate }) => (estimate === null ? [] : [estimate.value]));
  if (primary.estimate === null || known.length === 0) return 'None of the other ways gives an estimate.';
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const { scale } = primary;
  return `The main analysis gives ${effectNumber(primary.estimate.value, scale)}; asked in other ways the data give from ${effectNumber(least, scale)} to ${effectNumber(most, scale)}. The plan named these ways before the data were opened. They answer somewhat different questions, as the last column says.`;
}

/** How alike the groups are. */
export function balanceSection({ result }: Evaluation): Section[] {
  const { balance } = result;
  if (balance === null || balance.length === 0) return [];
  const hasAfter = balance.some(({ after }) => after !== null);
  const worst = Math.max(...balance.map(({ before, after }) => Math.abs((hasAfter ? after : before) ?? 0)));
  const verdict =
    worst < 0.1
      ? 'No difference is as large as a tenth of a standard deviation, which is taken as alike.'
      : `The largest is ${signed(worst, 2)} standard deviations; a tenth or more is worth attention${hasAfter ? '' : ', and is allowed for in the model'}.`;
  return [
    {
      id: 'balance',
      heading: 'How alike the groups are',
      blocks: [
        {
          kind: 'figure',
          id: 'balance-plot',
          title: hasAfter ? 'Differences before and after matching' : 'Differences between the groups',
          sentence: `${verdict} This is of what was recorded: of the rest nobody knows.`,
          draw: (width) => balanceChart(balance, width),
          table: {
            kind: 'table',
            caption: 'Differences in standard deviations',
            head: ['', ...(hasAfter ? ['Before matching', 'After matching'] : ['Difference'])],
            numbersFrom: 1,
            rows: balance.map(({ name, before, after }) => ({
              cells: [
                capital(name),
                before === null ? '–' : signed(before, 2),
                ...(hasAfter ? [after === null ? '–' : signed(after, 2)] : []),
              ],
            })),
          },
        },
      ],
    },
  ];
}

interface ForestFigureTask {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** The whole last. */
  readonly findings: readonly ReportedFinding[];
  readonly prediction?: readonly [number, number] | undefined;
}

function forestFigure({ id, title, sentence, findings, prediction }: ForestFigureTask): FigureBlock {
  const whole = findings.at(-1);
  const scale = whole?.scale ?? 'risk-difference';
  const isGood = whole !== undefined && OUTCOMES[whole.outcome.measure].isGood;
  const rows = findings.map((finding): ForestRow => ({
    label: labelOf(finding, whole),
    estimate: finding.estimate,
    isWhole: finding === whole,
    prediction: finding === whole ? prediction : undefined,
  }));
  const sides = isGood ? (['worse', 'better'] as const) : (['better', 'worse'] as const);
  return {
    kind: 'figure',
    id,
    title,
    sentence,
    draw: (width) => forestChart({ title, scale, rows, sides }, width),
    table: findingsTable(
      title,
      findings.map((finding) => ({ ...finding, label: labelOf(finding, whole) })),
    ),
  };
}

function labelOf(finding: ReportedFinding, whole: ReportedFinding | undefined): string {
  if (finding === whole) return 'Main analysis';
  return capital(finding.role === 'by-force' ? placeWords(finding.label) : finding.label);
}
