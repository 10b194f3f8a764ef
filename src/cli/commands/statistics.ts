import { nearestWord } from '../../shared/nearest-word.ts';
import type { Command } from '../command.ts';
import { InputFault, type ExitStatus } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `Work a statistical method out on a file, so that it can be checked against another program.

Usage
  waymark statistics cox --data FILE.csv --time T --event E --covariates A,B,C [--ties efron|breslow] [--strata S]
      [--cluster ID] [--robust] [--entry T0] [--weights W] [--level 0.95] [--json]
      hazard ratios by Cox's model, whether they change with time, and the concordance
  waymark statistics kaplan-meier --data FILE.csv --time T --event E [--by G] [--at 90,365] [--mean-to TIME]
      [--scale log-log|log|plain] [--level 0.95] [--json]
      survival at times, its median, and its restricted mean
  waymark statistics log-rank --data FILE.csv --time T --event E --by G [--strata S] [--json]
      whether groups have the same hazard
  waymark statistics restricted-mean --data FILE.csv --time T --event E --by G --to TIME [--level 0.95] [--json]
      mean time without the event up to a time (RMST), and its difference between two groups
  waymark statistics competing-risks --data FILE.csv --time T --cause C [--by G] [--at 90,365] [--level 0.95] [--json]
      cumulative incidence of each cause (Aalen and Johansen), and Robert Gray's test; a cause is 0 for none, else 1, 2, ...
  waymark statistics logistic --data FILE.csv --outcome Y --covariates A,B,C [--cluster ID] [--robust] [--weights W]
      [--level 0.95] [--json]
      odds ratios by logistic regression; --firth: the penalised fit, finite under separation
  waymark statistics poisson --data FILE.csv --outcome COUNT --covariates A,B,C [--exposure TIME] [--cluster ID]
      [--robust] [--weights W] [--firth] [--level 0.95] [--json]
      rate ratios by Poisson regression; --firth: the penalised fit, finite where a group has no event
  waymark statistics negative-binomial --data FILE.csv --outcome COUNT --covariates A,B,C [--exposure TIME] [...] [--json]
      the same of counts that vary more than Poisson counts
  waymark statistics rate-ratio --events-a N --time-a T --events-b N --time-b T [--interval exact|log] [--json]
  waymark statistics rate-ratio --data FILE.csv --events N --time T --by G [--reference GROUP] [--json]
      rates compared, counts taken as Poisson
  waymark statistics power --p1 RISK --p2 RISK (--n PEOPLE | --power 0.8) [--ratio 1] [--alpha 0.05] [--json]
  waymark statistics power --hazard-ratio HR (--events N | --power 0.8) [--event-share SHARE] [--ratio 1] [--json]
      the power of a comparison, or the size that gives a power; --n is of the first arm, --ratio the second over it
  waymark statistics power --p1 RISK --p2 RISK --cluster-size PEOPLE --icc 0.02 [--cv 0] (--clusters N | --power 0.8)
      the same of a trial of clusters, with its design effect; --clusters and what is printed are for each arm
  waymark statistics cluster-trial --data FILE.csv --outcome Y --arm A --cluster ID [--level 0.95] [--json]
      a trial in which chance allocated clusters: Student's t of their means, intracluster correlation, design effect
  waymark statistics difference-in-differences --data FILE.csv --outcome Y --reached R --after T [--covariates A,B]
      [--cluster ID] [--level 0.95] [--json]
      how much more the group that a change reached moved than the other; R and T are columns of 0 and 1
  waymark statistics interrupted-series --data FILE.csv --outcome Y --interrupted-at ROW [--season 12 [--waves 2]]
      [--lag N] [--covariates A,B] [--level 0.95] [--json]
      jump and change of slope of a series, one row a time, ROW the first after the interruption (Newey-West errors)
  waymark statistics impute --data FILE.csv --model logistic|linear|poisson|cox (--outcome Y | --time T --event E)
      --covariates A,B,C [--imputations 20] [--rounds 10] [--seed 1] [--level 0.95] [--json]
      fills in missing covariates by chained equations and pools the model by Rubin's rules
  waymark statistics meta --estimates FILE.csv [--estimate COL] [--low COL --high COL | --se COL]
      pools studies whose true effects differ
      [--scale ratio|difference] [--method reml|dl|hk|hk-modified] [--study COL] [--level 0.95] [--json]
  waymark statistics match --data FILE.csv --treatment T --covariates A,B,C
      finds for each treated row the control with the nearest propensity score, and measures balance
      [--caliper 0.2] [--exact G,H] [--ratio 1] [--reuse 1|all] [--on score|logit] [--order largest|smallest|data] [--json]

An event or outcome is a column of 0 and 1, no and yes, or 1 and 2 (2 being the event). Of --time, --entry and the rest
any unit will do, as long as it is the same.

Options of meta
  --estimate, --low, --high   columns of estimates and the ends of their intervals; of those names where left out
  --se COL        a column of standard errors instead of intervals; of the logarithm where the scale is ratio
  --scale         ratio (risk, odds, hazard: pooled as logarithms) or difference. Ratio where it is left out
  --method        reml or dl (DerSimonian-Laird) with a normal interval, hk (REML with Hartung and Knapp's). reml
  --level L       of the intervals in the file; what is printed is at 0.95
  Printed are pooled, low, high, p, tauSquared (of logarithms for ratios), iSquared (per cent), predictionLow and -High

Options of match
  --caliper D     no match further apart than D standard deviations of the score, or of its logit with --on logit
  --exact G,H     match only within rows that are the same in these columns
  --ratio K       controls for each treated row         --reuse K   how many treated rows may share a control, or all
  --order         who chooses first: the largest score (where left out), the smallest, or as the data come

A cell that is empty, NA, N/A, NaN, NULL or a full stop is missing, and its row is left out; columns of text become one
column of 0 and 1 for each level but the first; columns with one value are left out. What was done is said in "notes".
`;

type Run = (words: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

const METHODS: { readonly [name: string]: () => Promise<Run> } = {
  'cluster-trial': async () => (await import('./statistics/cluster-trial.ts')).runClusterTrial,
  'competing-risks': async () => (await import('./statistics/competing-risks.ts')).runCompetingRisks,
  cox: async () => (await import('./statistics/cox.ts')).runCox,
  'difference-in-differences': async () =>
    (await import('./statistics/difference-in-differences.ts')).runDifferenceInDifferences,
  impute: async () => (await import('./statistics/impute.ts')).runImpute,
  'interrupted-series': async () => (await import('./statistics/interrupted-series.ts')).runInterruptedSeries,
  'kaplan-meier': async () => (await import('./statistics/kaplan-meier.ts')).runKaplanMeier,
  'log-rank': async () => (await import('./statistics/log-rank.ts')).runLogRank,
  logistic: async () => (await import('./statistics/logistic.ts')).runLogistic,
  match: async () => (await import('./statistics/match.ts')).runMatch,
  meta: async () => (await import('./statistics/meta.ts')).runMeta,
  'negative-binomial': async () => (await import('./statistics/count-regression.ts')).runNegativeBinomial,
  poisson: async () => (await import('./statistics/count-regression.ts')).runPoisson,
  power: async () => (await import('./statistics/power.ts')).runPower,
  'rate-ratio': async () => (await import('./statistics/rate-ratio.ts')).runRateRatio,
  'restricted-mean': async () => (await import('./statistics/restricted-mean.ts')).runRestrictedMean,
};

/** `waymark statistics`. */
export const statisticsCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    const known = Object.keys(METHODS);
    if (name === undefined)
      throw new InputFault(`statistics: the method is missing; write statistics ${known.join(' | ')}`);
    const load = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (load !== undefined) return (await load())(rest, terminal);
    const near = nearestWord(name, known);
    const remedy = near === null ? `write one of ${known.join(', ')}` : `did you mean "${near}"?`;
    throw new InputFault(`statistics: there is no method "${name}"; ${remedy}`);
  },
};
