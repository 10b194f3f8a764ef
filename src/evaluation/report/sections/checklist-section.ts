import type { Design } from '../../domain/plan/plan-words.ts';
import type { Block, Section } from '../blocks/block.ts';
import { answersOf, type Answers } from '../checklists/answers.ts';
import type { Checklist } from '../checklists/checklist.ts';
import { CONSORT_2025 } from '../checklists/consort-2025.ts';
import { JUSTICE_DATA_LAB } from '../checklists/justice-data-lab.ts';
import { RECORD } from '../checklists/record.ts';
import { STROBE } from '../checklists/strobe.ts';
import type { Evaluation } from '../evaluation.ts';

const OF_DESIGN: { readonly [design in Design]: readonly Checklist[] } = {
  randomised: [CONSORT_2025, RECORD, JUSTICE_DATA_LAB],
  'matched-controls': [STROBE, RECORD, JUSTICE_DATA_LAB],
  'natural-experiment': [STROBE, RECORD, JUSTICE_DATA_LAB],
};

const NOT_STATED = 'not stated';
const FROM = { plan: 'the plan', data: 'the data', report: 'this report' } as const;

/** What journals and the ministry ask of such a report, line by line: answered, or not stated. */
export function checklistSection(evaluation: Evaluation): Section {
  const answers: Answers = answersOf(evaluation);
  const lists = OF_DESIGN[evaluation.plan.comparison.design];
  return {
    id: 'checklists',
    heading: 'What is asked of such a report',
    blocks: [
      {
        kind: 'paragraph',
        text: `Lines are numbered as in each checklist and put in our own words; “${NOT_STATED}” is what neither the plan nor the data say, and is for whoever publishes the study to add.`,
      },
      ...lists.map((list) => tableOf(list, answers)),
    ],
  };
}

function tableOf({ name, source, lines }: Checklist, answers: Answers): Block {
  const rows = lines.map(({ item, asks, by }) => {
    const found = by.flatMap((one) => answers[one] ?? []);
    const says = found.map((one) => one.says).join('. ');
    const from = [...new Set(found.map((one) => FROM[one.from]))].join(', ');
    return { cells: [`Line ${item}`, asks, says === '' ? NOT_STATED : says, from] };
  });
  return {
    kind: 'table',
    caption: `${name} (${source})`,
    head: ['', 'Asks for', 'Answer', 'From'],
    numbersFrom: 9,
    rows,
  };
}
