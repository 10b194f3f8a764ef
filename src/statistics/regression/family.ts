/** Part of the rows: their linear predictors and outcomes, and where to write what the fit needs of them. */
export interface Chunk {
  readonly eta: Float64Array;
  readonly y: Float64Array;
  readonly count: number;
  /** To be filled: the slope of the log likelihood by the linear predictor. */
  readonly slope: Float64Array;
  /** To be filled: the expected information about the linear predictor. */
  readonly information: Float64Array;
  /** To be filled: the log likelihood, without what does not depend on the linear predictor. */
  readonly logLikelihood: Float64Array;
}

/** How an outcome depends on the linear predictor. */
export interface Family {
  readonly evaluate: (chunk: Chunk) => void;
  /** The linear predictor at which rows with this mean outcome lie; where the search begins. */
  readonly link: (mean: number) => number;
}

/** y is 1 with probability 1 / (1 + e^−η), else 0 (Cox 1958). */
export const logisticFamily: Family = {
  link: (mean) => Math.log(mean / (1 - mean)),
  evaluate: ({ eta, y, count, slope, information, logLikelihood }) => {
    for (let row = 0; row < count; row += 1) {
      const linear = eta[row]!;
      // e^−|η| keeps every quotient exact in both tails.
      const e = Math.exp(-Math.abs(linear));
      const chance = (linear >= 0 ? 1 : e) / (1 + e);
      slope[row] = y[row] === 1 ? (linear >= 0 ? e : 1) / (1 + e) : y[row]! - chance;
      information[row] = e / ((1 + e) * (1 + e));
      logLikelihood[row] = y[row]! * linear - Math.max(linear, 0) - Math.log1p(e);
    }
  },
};

/** y is Poisson with mean e^η (Nelder and Wedderburn 1972). */
export const poissonFamily: Family = {
  link: Math.log,
  evaluate: ({ eta, y, count, slope, information, logLikelihood }) => {
    for (let row = 0; row < count; row += 1) {
      const mean = Math.exp(eta[row]!);
      slope[row] = y[row]! - mean;
      information[row] = mean;
      logLikelihood[row] = y[row]! * eta[row]! - mean;
    }
  },
};

/** y has mean μ = e^η and variance μ + μ²/θ: Poisson counts whose means vary by a gamma variable of shape θ. */
export function negativeBinomialFamily(theta: number): Family {
  return {
    link: Math.log,
    evaluate: ({ eta, y, count, slope, information, logLikelihood }) => {
      for (let row = 0; row < count; row += 1) {
        const mean = Math.exp(eta[row]!);
        const share = 1 / (1 + mean / theta);
        slope[row] = (y[row]! - mean) * share;
        information[row] = mean * share;
        logLikelihood[row] = y[row]! * eta[row]! - (theta + y[row]!) * Math.log1p(mean / theta);
      }
    },
  };
}
