import { randomEffectsMetaAnalysis, type MetaAnalysis } from '../../../statistics/index.ts';
import { EXIT, InputFault, type ExitStatus } from '../../exit.ts';
import { table } from '../../output/table.ts';
import { readArguments, type Arguments } from '../../read-arguments.ts';
import type { Terminal } from '../../terminal.ts';
import { readDataFile } from './data-file.ts';
import { readStudies, type Scale, type StudiesToRead } from './read-studies.ts';

const OPTIONS = {
  estimates: { value: 'FILE.csv' },
  estimate: { value: 'COLUMN' },
  low: { value: 'COLUMN' },
  high: { value: 'COLUMN' },
  se: { value: 'COLUMN' },
  study: { value: 'COLUMN' },
  scale: { value: 'ratio|difference' },
  method: { value: 'reml|dl|hk|hk-modified' },
  level: { value: '0.95' },
  json: {},
};

const METHODS = {
  reml: { tauSquaredBy: 'reml', interval: 'normal' },
  dl: { tauSquaredBy: 'dersimonian-laird', interval: 'normal' },
  hk: { tauSquaredBy: 'reml', interval: 'hartung-knapp' },
  'hk-modified': { tauSquaredBy: 'reml', interval: 'modified-hartung-knapp' },
} as const;

const NARROWED =
  'the studies came out more alike than chance lets them, so this interval is narrower than the normal one by luck: --method hk-modified keeps it from that';

interface Request extends StudiesToRead {
  readonly method: keyof typeof METHODS;
}

/** `waymark statistics meta`: pools the studies of a file. Throws `InputFault` for what can't be pooled. */
export async function runMeta(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const read = readArguments('statistics meta', OPTIONS, words);
  const request = await readRequest(read);
  const { studies, names, notes: ofReading } = readStudies(request);
  const answer = randomEffectsMetaAnalysis(studies, METHODS[request.method]);
  if (!answer.ok) throw new InputFault(`statistics meta: ${answer.refusal.message}`);
  const pooled = onScale(answer.value, request.scale);
  const notes = [...ofReading, ...(answer.value.isNarrowedByLuck ? [NARROWED] : [])];
  await terminal.write(
    read.flags.has('json') ? inJson(pooled, { request, notes }) : inWords(pooled, { request, notes, names, terminal }),
  );
  return EXIT.done;
}

async function readRequest({ values, words }: Arguments): Promise<Request> {
  const value = (name: string) => values.get(name)?.[0];
  if (words[0] !== undefined) throw new InputFault(`statistics meta: "${words[0]}" is one word too many`);
  const file = value('estimates');
  if (file === undefined) throw new InputFault('statistics meta: name the file of studies: --estimates FILE.csv');
  const scale = value('scale') ?? 'ratio';
  if (scale !== 'ratio' && scale !== 'difference') {
    throw new InputFault(`statistics meta: there is no scale "${scale}"; write --scale ratio or --scale difference`);
  }
  const method = value('method') ?? 'reml';
  if (!isMethod(method)) {
    throw new InputFault(`statistics meta: there is no method "${method}"; write --method reml, dl, hk or hk-modified`);
  }
  const level = Number(value('level') ?? '0.95');
  if (!(level > 0 && level < 1)) {
    throw new InputFault(`statistics meta: a level lies between 0 and 1, as 0.95; not ${value('level')}`);
  }
  const se = value('se');
  const spread = se === undefined ? { low: value('low') ?? 'low', high: value('high') ?? 'high' } : { se };
  const columns = { estimate: value('estimate') ?? 'estimate', spread, study: value('study') };
  return { data: await readDataFile(file), columns, scale, method, level };
}

function isMethod(method: string): method is keyof typeof METHODS {
  return Object.hasOwn(METHODS, method);
}

function onScale(answer: MetaAnalysis, scale: Scale): MetaAnalysis {
  if (scale === 'difference') return answer;
  const { pooled, low, high, predictionLow, predictionHigh } = answer;
  return {
    ...answer,
    pooled: Math.exp(pooled),
    low: Math.exp(low),
    high: Math.exp(high),
    predictionLow: Math.exp(predictionLow),
    predictionHigh: Math.exp(predictionHigh),
  };
}

interface Saying {
  readonly request: Request;
  readonly notes: readonly string[];
}

function inJson(answer: MetaAnalysis, { request: { scale, method }, notes }: Saying): string {
  const { pooled, low, high, p, tauSquared, iSquared, predictionLow, predictionHigh } = answer;
  const promised = { pooled, low, high, p, tauSquared, iSquared, predictionLow, predictionHigh };
  const { studies, standardError, statistic, q, qP, weights } = answer;
  return `${JSON.stringify({ ...promised, studies, standardError, statistic, q, qP, weights, scale, method, notes }, null, 2)}\n`;
}

function inWords(
  answer: MetaAnalysis,
  { request, notes, names, terminal }: Saying & { readonly names: readonly string[]; readonly terminal: Terminal },
): string {
  const figure = (number: number) => number.toPrecision(4);
  const rows = [
    [
      request.scale === 'ratio' ? 'Pooled ratio' : 'Pooled difference',
      `${figure(answer.pooled)} (95% ${figure(answer.low)} to ${figure(answer.high)}), p ${figure(answer.p)}`,
    ],
    ['A further study', `expected from ${figure(answer.predictionLow)} to ${figure(answer.predictionHigh)}`],
    [
      'Between studies',
      `tau² ${figure(answer.tauSquared)}${request.scale === 'ratio' ? ' (of logarithms)' : ''}, I² ${answer.iSquared.toFixed(1)}%, Q ${figure(answer.q)}, p ${figure(answer.qP)}`,
    ],
    [
      'Studies',
      `${answer.studies}: ${names.map((name, at) => `${name} ${answer.weights[at]?.toFixed(1)}%`).join(', ')}`,
    ],
    ...notes.map((note) => ['Note', note]),
  ];
  const cells = rows.map(([name = '', text = '']) => [[name], [text]]);
  return `${table(
    [
      { heading: 'Of', share: 0 },
      { heading: 'Finding', share: 1 },
    ],
    cells,
    terminal.width,
  ).join('\n')}\n`;
}
