import {
  allFields,
  type FormBody,
  type FormResult,
  LONGEST_LINE,
  optionalText,
  requiredChoice,
  requiredText,
} from '../../../web/markup/index.ts';
import { type Monitoring, type Person, PREFERS_NOT_TO_SAY, SELF_DEFINED_CODES } from '../../../triage/index.ts';

/** The languages that need no typing, in every part of the country where Waymark is used. */
const COMMON_LANGUAGES = { english: 'English', welsh: 'Welsh' } as const;

/** The person with what was answered for monitoring; the rest stays as it was. */
export function readMonitoring(
  body: FormBody,
  before: Person,
  { asksSex, declinedSex = false }: { readonly asksSex: boolean; readonly declinedSex?: boolean },
): FormResult<Person> {
  const read = allFields({
    selfDefined: requiredChoice(body, 'ethnicity', { of: SELF_DEFINED_CODES, missing: orNot('an ethnic group') }),
    sex: asksSex ? readSex(body) : ({ ok: true, value: declinedSex ? PREFERS_NOT_TO_SAY : null } as const),
    disability: requiredChoice(body, 'disability', {
      of: ['yes', 'no', 'not-sure', PREFERS_NOT_TO_SAY] as const,
      missing: orNot('whether they have a disability'),
    }),
    needs: optionalText(body, 'needs'),
    language: readLanguage(body),
  });
  if (!read.ok) return read;
  const { selfDefined, sex, disability, needs, language } = read.value;
  const monitoring: Monitoring = { sex, disability, language: language === null ? PREFERS_NOT_TO_SAY : 'said' };
  const ethnicity = { ...before.ethnicity, selfDefined };
  return { ok: true, value: { ...before, ethnicity, needs, language, monitoring } };
}

/** What is on record, in the fields. */
export function monitoringSoFar({ ethnicity, needs, language, monitoring }: Person): FormBody {
  return {
    ethnicity: ethnicity.selfDefined ?? '',
    sex: monitoring?.sex ?? '',
    disability: monitoring?.disability ?? '',
    needs: needs ?? '',
    ...(language === null ? { language: withoutLanguage(monitoring) } : withLanguage(language)),
  };
}

function readSex(body: FormBody): FormResult<NonNullable<Monitoring['sex']>> {
  const of = ['female', 'male', 'other', PREFERS_NOT_TO_SAY] as const;
  return requiredChoice(body, 'sex', { of, missing: orNot('their sex') });
}

/** The language in words; null where they preferred not to say. */
function readLanguage(body: FormBody): FormResult<string | null> {
  const of = ['english', 'welsh', 'another', PREFERS_NOT_TO_SAY] as const;
  const chosen = requiredChoice(body, 'language', { of, missing: orNot('a language') });
  if (!chosen.ok) return chosen;
  if (chosen.value === PREFERS_NOT_TO_SAY) return { ok: true, value: null };
  if (chosen.value !== 'another') return { ok: true, value: COMMON_LANGUAGES[chosen.value] };
  return requiredText(body, 'another-language', 'Enter the language', LONGEST_LINE);
}

function withLanguage(language: string): FormBody {
  const common = Object.entries(COMMON_LANGUAGES).find(([, words]) => words === language);
  return common ? { language: common[0] } : { language: 'another', 'another-language': language };
}

function withoutLanguage(monitoring: Monitoring | null): string {
  return monitoring?.language === PREFERS_NOT_TO_SAY ? PREFERS_NOT_TO_SAY : '';
}

function orNot(what: string): string {
  return `Select ${what}, or “Prefer not to say”`;
}
