import { formatTime } from '../../../web/markup/index.ts';
import type { AskFirst, Nearness, NoPlaceBecause, Place } from '../../domain/index.ts';
import { modeWords } from './services.ts';

const weekday = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `Thursday 3 December 2026 at 10am`: with the day of the week, as a person keeps an appointment by it. */
export function momentWords(startsAt: string): string {
  const moment = new Date(startsAt);
  return `${weekday.format(moment).replace(',', '')} at ${formatTime(moment)}`;
}

/** How near a place is. Areas alone are compared: no distance is known. */
export const nearnessWords: Readonly<Record<Nearness, string>> = {
  'near-council': 'In the council area where the offence was',
  'in-the-force': 'In the force’s area; how far is not known',
  'no-travel': 'Nowhere to travel to',
};

export const askFirstWords: Readonly<Record<AskFirst, string>> = {
  age: 'Ask the person’s age first: the service has an age limit.',
  council: 'Ask where the person lives first: the service takes people from some council areas only.',
  language: 'Ask which language the person speaks first: the service is not given in English.',
  'step-free': 'Ask the service first whether it can be reached without steps.',
};

/** Why a service has no place for somebody. */
export function noPlaceWords(because: NoPlaceBecause): string {
  switch (because.is) {
    case 'too-young':
      return `takes people from the age of ${because.youngest}`;
    case 'too-old':
      return `takes people up to the age of ${because.oldest}`;
    case 'lives-elsewhere':
      return 'does not take people from the council area where the person lives';
    case 'another-language':
      return `is given in ${because.languages.join(', ')} only, and no interpreter is asked for`;
    case 'steps':
      return 'can’t be reached without steps';
    case 'nothing-published':
      return 'has published no places';
    case 'no-times':
      return 'has no times to come';
    case 'full':
      return 'is full at every time to come';
    case 'closed':
      return `is closed on every day to come: ${because.because}`;
  }
}

/** Where a place is, in one line: how the person takes part, where, and whether there are steps. */
export function whereWords({ particulars: { mode, where, isStepFree } }: Pick<Place, 'particulars'>): string {
  const steps = { true: 'Step-free.', false: 'Has steps.', null: 'Steps not known.' }[`${isStepFree}`];
  return [`${modeWords[mode]}: ${where}.`, ...(mode === 'in-person' ? [steps] : [])].join(' ');
}
