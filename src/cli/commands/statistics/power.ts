import {
  clusterTrialPower,
  clusterTrialSize,
  designEffect,
  logRankEvents,
  logRankPower,
  twoProportionsPower,
  twoProportionsSize,
} from '../../../statistics/index.ts';
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
  'cluster-size': { value: 'PEOPLE' },
  clusters: { value: 'PER-ARM' },
  icc: { value: '0.02' },
  cv: { value: '0' },
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
  const isOfClusters = options.text('cluster-size') !== undefined;
  const loose = ['clusters', 'icc', 'cv'].find((name) => options.text(name) !== undefined);
  if (!isOfClusters && loose !== undefined) {
    throw options.fault(`--${loose} is of a trial of clusters, which needs --cluster-size PEOPLE`);
  }
  const { figures, sentence } = isSurvival ? hazards(options) : isOfClusters ? clusters(options) : proportions(options);
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

function clusters(options: CommandOptions): Answer {
  const share = { above: 0, below: 1 };
  const trial = {
    riskA: options.number('p1', share),
    riskB: options.number('p2', share),
    alpha: options.number('alpha', { ...share, otherwise: 0.05 }),
    perCluster: options.number('cluster-size', { atLeast: 1 }),
    sizeVariation: options.number('cv', { atLeast: 0, otherwise: 0 }),
    icc: options.number('icc', { atLeast: 0, below: 1 }),
  };
  const effect = valueOf(options, designEffect(trial));
  const isAsked = options.text('clusters') === undefined;
  const wanted = isAsked ? options.number('power', { ...share, otherwise: 0.8 }) : null;
  const perArm =
    wanted === null ? options.number('clusters', { atLeast: 2 }) : valueOf(options, clusterTrialSize(trial, wanted));
  const power = valueOf(options, clusterTrialPower(trial, perArm));
  const { riskA: p1, riskB: p2, alpha, perCluster: clusterSize, sizeVariation: cv, icc } = trial;
  const people = perArm * clusterSize;
  const figures = {
    design: 'clusters',
    power,
    clustersPerArm: perArm,
    peoplePerArm: people,
    designEffect: effect,
    p1,
    p2,
    clusterSize,
    cv,
    icc,
    alpha,
  };
  const sentence = `Risks of ${p1} and ${p2} are told apart with a power of ${(power * 100).toFixed(1)}% by ${perArm} clusters of ${clusterSize} in each arm, ${people} people (two-sided, alpha ${alpha}). Design effect ${effect.toFixed(2)} by an intracluster correlation of ${icc}; one cluster in each arm goes to the variance being estimated.`;
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
