import { type FormBody, type FormResult, choiceOf, optionalText, requiredText } from '../../../web/markup/index.ts';

/** The words beside a reason from a list: needed where the reason is another one, else welcome. */
export function readOtherReason(body: FormBody, missing: string): FormResult<string> {
  if (choiceOf(body, 'reason') === 'other') return requiredText(body, 'words', missing);
  const words = optionalText(body, 'words');
  return words.ok ? { ok: true, value: words.value ?? '' } : words;
}
