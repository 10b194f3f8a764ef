import { line, type Checklist } from './checklist.ts';

/** What the Ministry of Justice's Justice Data Lab publishes of a programme. Lines are numbered here for reference. */
export const JUSTICE_DATA_LAB: Checklist = {
  name: 'Justice Data Lab',
  source: 'Ministry of Justice, Justice Data Lab; the fewest people are its own rule, the lines are ours',
  lines: [
    line('1', 'At least 60 people on a side', 'fewest'),
    line('2', 'One-year proven reoffending rate', 'rate'),
    line('3', 'Frequency of reoffending, beside the rate', 'frequency'),
    line('4', 'Time to the first reoffence', 'toFirst'),
    line('5', 'Effect, interval and p', 'estimate'),
    line('6', 'How many more people would settle it', 'howManyMore'),
    line('7', 'What people were matched on', 'allowedFor'),
    line('8', 'How alike the groups came out', 'balance'),
    line('9', 'How many people were found in the records (linkage)'),
    line('10', 'What was not measured and could explain it', 'unmeasured'),
  ],
};
