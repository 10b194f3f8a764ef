import type { Audience } from '../domain/disclosure/sentence.ts';
import { DESIGNS } from '../domain/plan/plan-words.ts';
import type { Section } from './blocks/block.ts';
import { forBoards } from './disclosure/for-boards.ts';
import { forEvaluators } from './disclosure/for-evaluators.ts';
import type { Evaluation, FoundEvaluation } from './evaluation.ts';
import { answerSection } from './sections/answer-section.ts';
import { checklistSection } from './sections/checklist-section.ts';
import { limitsSection, planSection, reproduceSection } from './sections/closing-sections.ts';
import {
  balanceSection,
  forcesSection,
  secondarySection,
  sensitivitySection,
  subgroupSection,
  timeSection,
} from './sections/effect-sections.ts';
import { flowSection } from './sections/flow-section.ts';
import { funnelSection, measureSection } from './sections/measure-section.ts';
import { capital } from './words/numbers.ts';

/** A report: what the page, the PDF and the numbers are all made from. */
export interface ReportModel {
  readonly title: string;
  readonly subtitle: string;
  readonly audience: Audience;
  readonly sections: readonly Section[];
  readonly evaluation: Evaluation;
}

const FOR = {
  all: 'For evaluators',
  hidden: 'For boards: small counts are hidden',
  rounded: 'For boards: counts are rounded to the nearest 5',
} as const;

/**
 * The report of an evaluation: the plain finding first, then who was studied, the pictures, and the bounds of it all. For
 * a board the small counts are taken out before anything is made of them.
 */
export function reportModel(found: FoundEvaluation, audience: Audience = found.audience): ReportModel {
  return reportOf(audience === 'board' ? forBoards(found) : forEvaluators(found));
}

/** The report of an evaluation as `results.json` holds it: what a board must not see was taken out before it was stored. */
export function reportOf(evaluation: Evaluation): ReportModel {
  const { plan, audience } = evaluation;
  return {
    title: plan.title,
    subtitle: `${capital(DESIGNS[plan.comparison.design])}. ${FOR[evaluation.counts ?? 'all']}.`,
    audience,
    sections: [
      answerSection(evaluation),
      flowSection(evaluation),
      ...timeSection(evaluation),
      ...forcesSection(evaluation),
      ...balanceSection(evaluation),
      ...secondarySection(evaluation),
      ...subgroupSection(evaluation),
      ...sensitivitySection(evaluation),
      ...funnelSection(evaluation),
      ...measureSection(evaluation),
      limitsSection(evaluation),
      checklistSection(evaluation),
      planSection(evaluation),
      reproduceSection(evaluation),
    ],
    evaluation,
  };
}
