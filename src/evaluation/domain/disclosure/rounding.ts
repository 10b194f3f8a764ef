/** How a publisher has the counts of a report for boards: exact, the small ones and what gives them away hidden, or in fives. */
export type CountForm = 'hidden' | 'rounded';

export const COUNT_FORMS = ['hidden', 'rounded'] as const satisfies readonly CountForm[];

/** What a number is, which decides how finely a board may know it. */
export type NumberKind = 'share' | 'ratio' | 'amount' | 'deviations' | 'p';

/**
 * How finely a board may know a number: one in a thousand of a share where counts are exact, and one in a hundred where
 * they are in fives. Assumed, and held by the attacker of the tests: what is finer tells how many were counted.
 */
const STEPS: { readonly [form in CountForm]: { readonly [kind in Exclude<NumberKind, 'p' | 'amount'>]: number } } = {
  hidden: { share: 0.001, ratio: 0.01, deviations: 0.01 },
  rounded: { share: 0.01, ratio: 0.05, deviations: 0.05 },
};

/** Counts in this form are multiples of it. */
export const COUNT_STEP = 5;

/** What the report says of it. */
export const ROUNDING_WORDS: { readonly [form in CountForm]: string } = {
  hidden:
    'Counts of 1 to 4 people are hidden, and others with them where they could be worked out. Every other number was rounded before anything was drawn or written: shares and their differences to 0.1 in 100, ratios to two places, amounts to three figures, p to three places.',
  rounded:
    'Counts are rounded to the nearest 5, and those of 1 to 4 people are hidden; so is every effect that they could be worked out from. Every other number was rounded before anything was drawn or written: shares and their differences to 1 in 100, ratios to the nearest 0.05, amounts to two figures, p to two places, or three below 0.01.',
};

/** A number to the step of its kind. Infinity stays: it counts nobody. */
export function roundedNumber(value: number, kind: NumberKind, form: CountForm): number {
  if (!Number.isFinite(value)) return value;
  // Of a p below one in a thousand nothing but that is said.
  if (kind === 'p' && value < 0.001) return 0;
  return tidy(nearest(value, stepOf(value, kind, form)));
}

/**
 * The end of an interval: on the side of no difference that it was on before, so that no interval which left it out holds
 * it after, and none which held it leaves it out.
 */
export function roundedEnd(value: number, none: number, { kind, form }: Rounding): number {
  const rounded = roundedNumber(value, kind, form);
  if (rounded !== none || value === none) return rounded;
  return tidy(none + Math.sign(value - none) * stepOf(value, kind, form));
}

export interface Rounding {
  readonly kind: NumberKind;
  readonly form: CountForm;
}

/** A count to the nearest five. */
export function roundedCount(count: number): number {
  return tidy(nearest(count, COUNT_STEP));
}

function stepOf(value: number, kind: NumberKind, form: CountForm): number {
  switch (kind) {
    case 'p':
      return value < (form === 'hidden' ? 0.1 : 0.01) ? 0.001 : 0.01;
    case 'amount': {
      const figures = form === 'hidden' ? 3 : 2;
      const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
      return Math.max(10 ** (size - figures + 1), form === 'hidden' ? 0.01 : 0.1);
    }
    default:
      return STEPS[form][kind];
  }
}

function nearest(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** Without the dust of floating point, which would tell of nothing but looks like digits. */
function tidy(value: number): number {
  const rounded = Number(value.toFixed(6));
  return rounded === 0 ? 0 : rounded;
}
