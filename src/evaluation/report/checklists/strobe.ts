import { line, type Checklist } from './checklist.ts';

/** What a report of a cohort study says. */
export const STROBE: Checklist = {
  name: 'STROBE (cohort studies)',
  source: 'E. von Elm and others, The STROBE statement, PLoS Medicine 4, 2007, e296',
  lines: [
    line('1', 'Design named in the title; a summary', 'title', 'design'),
    line('2', 'Background'),
    line('3', 'Objectives', 'question'),
    line('4', 'Design, early on', 'design'),
    line('5', 'Where and when', 'setting', 'dates'),
    line('6', 'Who was studied, and how they were matched', 'eligibility', 'received'),
    line('7', 'Outcomes, exposure, what is allowed for', 'outcomes', 'allowedFor'),
    line('8', 'Where each was measured, alike on both sides'),
    line('9', 'What was done about bias', 'unmeasured', 'balance'),
    line('10', 'How its size came about', 'power'),
    line('11', 'How numbers were used and grouped', 'allowedFor'),
    line('12', 'Methods, groups, missing data, other analyses', 'methods', 'otherAnalyses', 'missing'),
    line('13', 'Numbers at each stage', 'flow'),
    line('14', 'What people were like; missing by variable; time watched', 'baseline', 'missing', 'followUp'),
    line('15', 'Numbers of outcomes', 'absolute'),
    line('16', 'Effects, with intervals and what they allow for', 'estimate'),
    line('17', 'Other analyses done', 'otherAnalyses'),
    line('18', 'Main results against the objectives', 'estimate'),
    line('19', 'Limits, with which way bias may go', 'limits'),
    line('20', 'Interpretation', 'limits'),
    line('21', 'For whom else it holds', 'limits'),
    line('22', 'Who paid'),
  ],
};
