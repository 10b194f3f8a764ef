/** Facts and their values in words, those of the vocabulary and the offence’s own. */
import { plainWords, type ReferenceWords, valueWords } from '../../../reference/index.ts';
import { formatDay } from '../../../web/markup/index.ts';
import { parseCalendarDay } from '../../../shared/calendar-day.ts';
import type { RecordedFactValue } from '../../domain/recorded-decision.ts';
import { modeOfTrialWords } from './mode-of-trial.ts';

/** The offence's own facts, which no scheme turns on and the vocabulary does not hold. */
export const offenceFactWords: Readonly<Record<string, string>> = {
  'offence-occurred-on': 'When was the offence?',
  'mode-of-trial': 'Where may the offence be tried?',
};

/** A fact as its question. */
export function factWords(words: ReferenceWords, fact: string): string {
  return words.facts.get(fact)?.question ?? offenceFactWords[fact] ?? plainWords(fact);
}

/** What is known of a fact, in words. */
export function factValueWords(words: ReferenceWords, fact: string, value: RecordedFactValue | null): string {
  if (value === null) return 'Not known';
  const mode =
    fact === 'mode-of-trial' ? new Map<unknown, string>(Object.entries(modeOfTrialWords)).get(value) : undefined;
  if (mode !== undefined) return mode;
  const day = fact === 'offence-occurred-on' && typeof value === 'string' ? parseCalendarDay(value) : null;
  return day === null ? valueWords(words, fact, value) : formatDay(day);
}
