import { line, type Checklist } from './checklist.ts';

/** What a report that rests on records kept for other ends says besides. */
export const RECORD: Checklist = {
  name: 'RECORD (data kept for other ends)',
  source: 'E. Benchimol and others, The RECORD statement, PLoS Medicine 12, 2015, e1001885',
  lines: [
    line('1.1', 'The kind of data, in the title or summary'),
    line('1.2', 'Place and years of the data', 'setting', 'dates'),
    line('1.3', 'Whether data sets were linked'),
    line('6.1', 'How people were chosen: codes and rules', 'eligibility'),
    line('6.2', 'Whether these codes were checked'),
    line('6.3', 'Linkage, with numbers at each stage'),
    line('7.1', 'Lists of codes for exposure, outcome and what is allowed for'),
    line('12.1', 'What the researchers could see of the database'),
    line('12.2', 'How data were cleaned'),
    line('12.3', 'How well people were linked'),
    line('13.1', 'Who was chosen, with numbers', 'flow'),
    line('19.1', 'What it means that the data were not made for this', 'limits', 'unmeasured'),
    line('22.1', 'Where protocol, data and program can be had', 'planFirst', 'again'),
  ],
};
