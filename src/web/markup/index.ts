/**
 * What every page is made of: markup that escapes, the layout, GOV.UK's macros as typed functions, and forms. Pure:
 * the same code draws a page on the server and in a browser that has no connection.
 */
export { choiceLabels, type ChoiceLabels } from './forms/choice-labels.ts';
export { stalePage } from './errors/stale-page.ts';
export { dayLine, typedDayIn } from './forms/day-line.ts';
export { parseDateField, type TypedDate, typedDateOf } from './forms/date-field.ts';
export {
  choiceField,
  dateField,
  type FormState,
  lineField,
  typedDay,
  wordsField,
  yesOrNoField,
} from './forms/fields.ts';
export { choiceOf, type FormBody, formBodyOf, textOf, textsOf } from './forms/form-body.ts';
export { errorMessageFor, type FormError, type FormResult } from './forms/form-error.ts';
export {
  allFields,
  LONGEST_LINE,
  optionalText,
  requiredChoice,
  requiredText,
  requiredYesOrNo,
  wrong,
} from './forms/parse-fields.ts';
export { postForm } from './forms/post-form.ts';
export { parseTimeField } from './forms/time-field.ts';
export * from './govuk/index.generated.ts';
export { Html, html, type HtmlPart, joinHtml, trustedHtml } from './html.ts';
export type { NavigationItem, Page } from './layout/layout.ts';
export type { Notice } from './layout/notice.ts';
export type { Visitor } from './layout/visitor.ts';
export { formatDateTime, formatDay, formatTime, londonInstant, londonInstants } from './london-time.ts';
export { mojTimeline, type TimelineItem } from './moj-timeline.ts';
export { ruleLink, schemeStandingTag, sourceMark, sourceMarkMeaning } from './scheme-marks.ts';
export type { SourceStanding } from './scheme-marks.ts';
