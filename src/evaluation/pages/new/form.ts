import type { FormError, FormResult } from '../../../web/markup/index.ts';
import type { BeginEvaluation } from '../../use-cases/begin-evaluation.ts';
import { DATA_MEGABYTES, type Upload } from './read-upload.ts';

/** How many generated people there may be, so that a try stays quick. */
const GENERATED_PEOPLE = 3000;
/** Not the seed of the evaluation that the demonstration begins with: those data have been seen. */
const GENERATED_SEED = 2;

/** The plan and the data that were sent, or what is missing of them. A plan in a file goes before a pasted one. */
export function parseBeginForm(
  { fields, files }: Upload,
  hasGenerated: boolean,
): FormResult<Omit<BeginEvaluation, 'id'>> {
  const planText = planIn(fields);
  const isGenerated = hasGenerated && fields.data === 'generated';
  const errors: FormError[] = [];
  if (files.get('plan-file') === 'too-large') {
    errors.push({ field: 'plan-file', text: 'The plan must be smaller than 64 KB: a plan fits on a page' });
  } else if (planText.trim() === '') errors.push({ field: 'plan', text: 'Choose the file of a plan, or paste a plan' });
  if (hasGenerated && fields.data !== 'generated' && fields.data !== 'files') {
    errors.push({ field: 'data', text: 'Select where the data come from' });
  } else if (!isGenerated) errors.push(...fileErrors(files));
  if (errors.length > 0) return { ok: false, errors };
  const generated = { kind: 'generated', people: GENERATED_PEOPLE, seed: GENERATED_SEED } as const;
  return { ok: true, value: { planText, source: isGenerated ? generated : { kind: 'uploaded' } } };
}

/** The text of the plan, wherever it was given. */
export function planIn(fields: Upload['fields']): string {
  return (fields['plan-file']?.trim() ?? '') === '' ? (fields.plan ?? '') : (fields['plan-file'] ?? '');
}

function fileErrors(files: Upload['files']): readonly FormError[] {
  const errors: FormError[] = [];
  const cohort = files.get('cohort');
  if (cohort === undefined) errors.push({ field: 'cohort', text: 'Choose the cohort (cohort.csv)' });
  for (const [field, name] of [
    ['cohort', 'cohort'],
    ['reoffences', 'file of reoffences'],
  ] as const) {
    const state = files.get(field);
    if (state === 'too-large') errors.push({ field, text: `The ${name} must be smaller than ${DATA_MEGABYTES} MB` });
    if (state === 'empty') errors.push({ field, text: `The ${name} is empty: choose another file` });
  }
  return errors;
}
