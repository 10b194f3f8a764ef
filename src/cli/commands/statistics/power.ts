import { logRankEvents, logRankPower, twoProportionsPower, twoProportionsSize } from '../../../statistics/index.ts';
import type { Result } from '../../../shared/result.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import type { Terminal } from '../../terminal.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  p1: { value: 'RISK' },
  p2: { value: 'RISK' },
  n: { value: 'PEOPLE' },
  'hazard-ratio': { value: 'RATIO' },
  events: { value: 'COUNT' },
  'event-share': { value: 'SHARE' },
  power: { value: '0.8' },
  ratio: { value: '1' },
  alpha: { value: '0.05' },
  json: {},
};

interface Answer {
  readonly figures: { readonly [name: string]: number | string };
  readonly sentence: string;
}

/** `waymark statistics power`: the power or the size of a comparison. Throws `InputFault` for what can't be worked out. */
export async function runPower(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('power', OPTIONS, words);
  const isSurvival = options.text('hazard-ratio') !== undefined;
  if (!isSurvival && options.text('p1') === undefined) {
    throw options.fault('what to compare is missing; write --p1 RISK --p2 RISK, or --hazard-ratio RATIO');
  }
  const { figures, sentence } = isSurvival ? hazards(options) : proportions(options);
  await terminal.write(options.has('json') ? `${JSON.stringify(figures, null, 2)}\n` : `${sentence}\n`);
  return EXIT.done;
}

function proportions(options: CommandOptions): Answer {
  const share = { above: 0, below: 1 };
  const riskA = options.number('p1', share);
  const riskB = options.number('p2', share);
  const ratio = options.number('ratio', { above: 0, otherwise: 1 });
  const alpha = options.number('alpha', { ...share, otherwise: 0.05 });
  const risks = { riskA, riskB, ratio, alpha };
  const isAsked = options.text('n') === undefined;
  const power = isAsked
    ? options.number('power', { ...share, otherwise: 0.8 })
    : valueOf(options, twoProportionsPower(risks, options.number('n', { above: 0 })));
  const n = isAsked ? valueOf(options, twoProportionsSize(risks, power)) : options.number('n', { above: 0 });
  const figures = {
    design: 'two-proportions',
    power,
    n,
    n1: Math.ceil(n),
    n2: Math.ceil(n * ratio),
    p1: riskA,
    p2: riskB,
    ratio,
    alpha,
  };
  const sentence = `Risks of ${riskA} and ${riskB} are told apart with a power of ${(power * 100).toFixed(1)}% by ${figures.n1} and ${figures.n2} people (two-sided, alpha ${alpha}).`;
  return { figures, sentence };
}

function hazards(options: CommandOptions): Answer {
  const share = { above: 0, below: 1 };
  const hazardRatio = options.number('hazard-ratio', { above: 0 });
  const ratio = options.number('ratio', { above: 0, otherwise: 1 });
  const alpha = options.number('alpha', { ...share, otherwise: 0.05 });
  const compared = { hazardRatio, ratio, alpha };
  const isAsked = options.text('events') === undefined;
  const power = isAsked
    ? options.number('power', { ...share, otherwise: 0.8 })
    : valueOf(options, logRankPower(compared, options.number('events', { above: 0 })));
  const events = isAsked ? valueOf(options, logRankEvents(compared, power)) : options.number('events', { above: 0 });
  const eventShare = options.number('event-share', { above: 0, below: 1, otherwise: Number.NaN });
  const people = Number.isNaN(eventShare) ? {} : { n: events / eventShare, eventShare };
  const figures = { design: 'log-rank', power, events, ...people, hazardRatio, ratio, alpha };
  const ofPeople = Number.isNaN(eventShare) ? '' : `, among ${Math.ceil(events / eventShare)} people`;
  const sentence = `A hazard ratio of ${hazardRatio} is found with a power of ${(power * 100).toFixed(1)}% by ${Math.ceil(events)} events${ofPeople} (two-sided, alpha ${alpha}, arms of 1 to ${ratio}).`;
  return { figures, sentence };
}

function valueOf(options: CommandOptions, result: Result<number, { readonly message: string }>): number {
  if (result.ok) return result.value;
  throw options.fault(result.refusal.message);
}
