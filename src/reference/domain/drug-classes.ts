import type { CalendarDay } from '../../shared/calendar-day.ts';

/** A drug, and the class it was of from each day on: `none` where having it was no offence. */
export interface DrugClasses {
  readonly substance: string;
  readonly classes: readonly { readonly from: CalendarDay; readonly class: 'A' | 'B' | 'C' | 'none' }[];
}

/** The drugs of class A, of B and of C on a day, each class that had any. */
export function drugsByClassOn(drugs: readonly DrugClasses[], day: CalendarDay): readonly (readonly string[])[] {
  const classOf = ({ classes }: DrugClasses) => classes.findLast(({ from }) => from <= day)?.class ?? 'none';
  const byClass = Map.groupBy(drugs, classOf);
  return (['A', 'B', 'C'] as const).flatMap((one) => {
    const members = byClass.get(one) ?? [];
    return members.length === 0 ? [] : [members.map(({ substance }) => substance)];
  });
}
