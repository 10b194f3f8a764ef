import { ok, refuse, type Result } from '../../../shared/result.ts';
import { cox, poissonRegression, proportionalHazardsTest, riskRatio } from '../../../statistics/index.ts';
import { refusalInWords } from '../../domain/disclosure/refusal-in-words.ts';
import { count, forEvaluators, sentence, setNumber, type Sentence } from '../../domain/disclosure/sentence.ts';
import { sidesOf, type ComparedRows, type FoundEffect } from './compared-rows.ts';
import { stratumColumns, usableColumns } from './usable-columns.ts';

/** Below this many events a hazard or rate ratio says more of chance than of a scheme. */
const FEWEST_EVENTS = 10;
const BENDS_BELOW = 0.05;

/**
 * The ratio of two risks, or of two rates, with the scheme over without. Risks with nothing to allow for by Koopman's
 * score interval; else by Poisson regression with robust errors (Zou 2004), strata and covariates allowed for.
 */
export function rateRatioEffect(rows: ComparedRows, kind: 'risk' | 'rate'): Result<FoundEffect, Sentence> {
  const { withScheme, without } = sidesOf(rows);
  const fault = faultOfEvents(withScheme.events + without.events);
  if (fault !== null) return refuse(fault);
  const isPlain = rows.stratum === null && rows.covariates.length === 0 && rows.cluster === null;
  if (isPlain && kind === 'risk') {
    const ratio = riskRatio(withScheme, without, { interval: 'score' });
    if (!ratio.ok) return refuse(refusalInWords(ratio.refusal));
    const { estimate: value, low, high } = ratio.value;
    if (!Number.isFinite(value))
      return refuse(sentence`Nobody without the scheme had the event, so there is no ratio.`);
    return ok({
      estimate: { value, low, high, standardError: null, p: null },
      method: sentence`Ratio of two proportions, Koopman’s score 95% interval`,
      notes: [],
    });
  }
  const usable = usableColumns([...stratumColumns(rows.stratum), ...rows.covariates], rows.value);
  const treated = { name: 'the scheme', values: rows.treated };
  const fit = poissonRegression(
    {
      outcome: rows.value,
      covariates: [treated, ...usable.columns],
      ...(rows.cluster === null ? {} : { cluster: rows.cluster }),
    },
    { robust: true },
  );
  if (!fit.ok) return refuse(refusalInWords(fit.refusal));
  const term = fit.value.terms[1];
  if (term === undefined) return refuse(sentence`The scheme has no term in the model.`);
  const errors = rows.cluster === null ? 'robust errors' : 'errors robust to clusters';
  return ok({
    estimate: { value: term.ratio, low: term.low, high: term.high, standardError: term.robustSe ?? term.se, p: term.p },
    method: sentence`Poisson regression${allowing(rows)}, ${errors}`,
    notes: usable.notes,
  });
}

/**
 * The hazard ratio of the scheme by Cox's model (Efron's ties), strata with hazards of their own, covariates allowed
 * for, errors by cluster where there are any. Where the ratio changes with time, a note says so.
 */
export function hazardRatioEffect(rows: ComparedRows): Result<FoundEffect, Sentence> {
  const { withScheme, without } = sidesOf(rows);
  const fault = faultOfEvents(withScheme.events + without.events);
  if (fault !== null) return refuse(fault);
  const usable = usableColumns(rows.covariates, rows.value);
  const fit = cox({
    time: rows.days,
    event: rows.value,
    covariates: [{ name: 'the scheme', values: rows.treated }, ...usable.columns],
    stratum: rows.stratum ?? undefined,
    cluster: rows.cluster ?? undefined,
  });
  if (!fit.ok) return refuse(refusalInWords(fit.refusal));
  const term = fit.value.terms[0];
  if (term === undefined) return refuse(sentence`The scheme has no term in the model.`);
  const test = proportionalHazardsTest(fit.value);
  const bend = test.ok ? test.value.terms[0]?.p : undefined;
  const bends =
    bend !== undefined && bend < BENDS_BELOW
      ? [
          sentence`The ratio is not the same all the time${forEvaluators` (p ${bend.toFixed(3)})`}: read it as an average over the window`,
        ]
      : [];
  const errors = rows.cluster === null ? '' : ', errors robust to clusters';
  return ok({
    estimate: {
      value: term.hazardRatio,
      low: term.low,
      high: term.high,
      standardError: term.robustSe ?? term.se,
      p: term.p,
    },
    method: sentence`Cox’s model${allowing(rows)}, ties by Efron${errors}`,
    notes: [...usable.notes, ...bends],
  });
}

function faultOfEvents(events: number): Sentence | null {
  if (events >= FEWEST_EVENTS) return null;
  return sentence`Only ${count(events)} had the event, and a ratio of fewer than ${setNumber(FEWEST_EVENTS)} says more of chance than of a scheme.`;
}

function allowing({ stratum, covariates }: ComparedRows): string {
  const parts = [...(stratum === null ? [] : ['strata']), ...(covariates.length > 0 ? ['covariates'] : [])];
  return parts.length === 0 ? '' : ` allowing for ${parts.join(' and ')}`;
}
