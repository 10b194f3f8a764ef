import type { Answers } from './answers.ts';

/** A line of a checklist: its number there, what it asks in our words, and which answers say something to it. */
export interface ChecklistLine {
  readonly item: string;
  readonly asks: string;
  readonly by: readonly (keyof Answers)[];
}

export interface Checklist {
  readonly name: string;
  /** Where the numbers of its lines are from. */
  readonly source: string;
  readonly lines: readonly ChecklistLine[];
}

/** A line; with no names of answers nothing here can say anything to it. */
export function line(item: string, asks: string, ...by: readonly (keyof Answers)[]): ChecklistLine {
  return { item, asks, by };
}
