import { addDays, type CalendarDay } from '../../../shared/calendar-day.ts';
import {
  allFields,
  type FormBody,
  type FormResult,
  LONGEST_LINE,
  optionalText,
  requiredChoice,
  dayLine,
  typedDay,
  choiceOf,
  wrong,
} from '../../../web/markup/index.ts';
import { readBirthdayLine } from '../birthday.ts';
import { readPastDay } from '../past-day.ts';
import type { Offence } from '../../domain/offence.ts';
import { NOBODY, type Person } from '../../domain/person.ts';
import type { TriageDraft } from '../../domain/triage-draft.ts';

/** What a triage mostly begins with, a tap each: possession of cannabis before all. */
const FOUND = {
  cannabis: { 'offence-group': 'possession', substances: ['cannabis'] },
  possession: { 'offence-group': 'possession' },
  other: {},
} as const;
type Found = keyof typeof FOUND;

/** Who, when and what was found, on top of what the triage holds of them already. */
export function readStart(
  body: FormBody,
  {
    today,
    draft,
    oldest,
  }: { readonly today: CalendarDay; readonly draft: TriageDraft | null; readonly oldest: number },
): FormResult<{
  readonly person: Person;
  readonly offence: Offence;
  /** What is known of the offence, by facts; of a triage that is under way, nothing new. */
  readonly facts: (typeof FOUND)[Found];
}> {
  const when = readWhen(body, today);
  const read = allFields({
    occurredOn: when,
    name: optionalText(body, 'name', LONGEST_LINE),
    bornOn: readBirthdayLine(body, { today, occurredOn: when.ok ? when.value : null, oldest }),
  });
  if (!read.ok) return read;
  const { occurredOn, name, bornOn } = read.value;
  const person = { ...(draft?.person ?? NOBODY), name: name ?? '', bornOn };
  const offence = { modeOfTrial: draft?.offence.modeOfTrial ?? null, occurredOn };
  return { ok: true, value: { person, offence, facts: draft === null ? found(body) : FOUND.other } };
}

/** Left open where no button was pressed: then the kind of offence is asked. */
function found(body: FormBody): (typeof FOUND)[Found] {
  const chosen = choiceOf(body, 'found');
  return chosen === 'cannabis' || chosen === 'possession' ? FOUND[chosen] : FOUND.other;
}

/** A triage that nobody has typed anything into: most offences are of today. */
export const startAnew: FormBody = { when: 'today' };

/** The triage's own values, in the fields. */
export function startSoFar({ person, offence }: TriageDraft): FormBody {
  return {
    name: person?.name ?? '',
    'born-on': person?.bornOn ? dayLine(person.bornOn) : '',
    when: offence.occurredOn === null ? 'not-known' : 'other',
    ...(offence.occurredOn && typedDay('occurred-on', offence.occurredOn)),
  };
}

function readWhen(body: FormBody, today: CalendarDay): FormResult<CalendarDay | null> {
  const of = ['today', 'yesterday', 'other', 'not-known'] as const;
  const when = requiredChoice(body, 'when', { of, missing: 'Select when the offence was' });
  if (!when.ok) return when;
  if (when.value === 'today') return { ok: true, value: today };
  if (when.value === 'yesterday') return { ok: true, value: addDays(today, -1) };
  if (when.value === 'not-known') return { ok: true, value: null };
  const day = readPastDay(body, { field: 'occurred-on', called: 'the date of the offence', today });
  if (!day.ok || day.value !== null) return day;
  return wrong({ field: 'occurred-on', text: 'Enter the date of the offence', target: 'occurred-on-day' });
}
