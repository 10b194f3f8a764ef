import type { RefusalCode } from '../../domain/case-refusal.ts';
import type { CaseForm, FormInput } from './case-form.ts';

/** The fields of forms that can put a refusal right, the first that the form has counts. */
const FIELDS: { readonly [code in RefusalCode]?: readonly string[] } = {
  'responsibility-not-accepted': ['responsibility'],
  'evidence-not-sufficient': ['evidence'],
  'no-agreement-to-disposal': ['agrees'],
  'victim-not-consulted': ['victim'],
  'rationale-needed': ['rationale'],
  'outcome-differs-from-scheme': ['departure'],
  'inspector-needed': ['leave', 'serious'],
  'prosecutor-needed': ['leave'],
  'sergeant-needed': ['leave', 'history'],
  'youth-justice-needed': ['history'],
};

/** Where a refusal is shown: at the field that can put it right, if the form has it, else above the form. */
export function fieldOfRefusal(form: Pick<CaseForm, 'show'>, input: FormInput, code: string): string {
  const fields: readonly string[] = Object.entries(FIELDS).find(([each]) => each === code)?.[1] ?? [];
  const drawn = fields.length === 0 ? '' : (form.show(input)?.fields.toString() ?? '');
  return fields.find((field) => drawn.includes(` name="${field}"`)) ?? 'form';
}
