import { govukErrorSummary } from '../govuk/index.generated.ts';
import type { Html } from '../html.ts';
import type { FormError } from './form-error.ts';

/** The summary that leads to each wrong field, or nothing when the form is right. */
export function errorSummary(errors: readonly FormError[]): Html | null {
  if (errors.length === 0) return null;
  return govukErrorSummary({
    titleText: 'There is a problem',
    errorList: errors.map((error) => ({ text: error.text, href: `#${error.target ?? error.field}` })),
  });
}
