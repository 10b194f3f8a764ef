import { errorRatesInWords } from '../../designs/error-rates/error-rates.ts';
import { ROUNDING_WORDS } from '../../domain/disclosure/rounding.ts';
import { OUTCOMES } from '../../domain/plan/plan-words.ts';
import type { Block, Section } from '../blocks/block.ts';
import type { Evaluation } from '../evaluation.ts';
import { plainFinding } from '../words/finding-words.ts';
import { effectWords, pValue, SCALE_WORDS } from '../words/numbers.ts';
import { findingsTable } from './findings-table.ts';

/** The answer first, in sentences; then the numbers it rests on. */
export function answerSection({
  plan,
  result,
  isGenerated,
  earlier,
  planHash,
  audience,
  counts,
  history,
}: Evaluation): Section {
  const primary = result.findings.find(({ role }) => role === 'primary');
  const supporting = result.findings.filter(({ role }) => role === 'supporting');
  const blocks: Block[] = [{ kind: 'paragraph', text: `The question: ${plan.question}` }];
  if (isGenerated) {
    blocks.push({
      kind: 'warning',
      text: 'The data are generated. They say nothing of any real force, scheme or person, and show only what a report looks like.',
    });
  }
  const changed = [...new Set(earlier.filter((one) => one.planHash !== planHash).map((one) => one.planHash))];
  if (changed.length > 0 && history?.isExplored !== true) {
    blocks.push({
      kind: 'warning',
      text: `The plan was changed after the data had been seen. ${changed.length === 1 ? 'There is an earlier result' : `There are ${changed.length} earlier results`} under another plan (${changed.map((hash) => hash.slice(0, 12)).join(', ')}). Read the answer as explored, not as foretold.`,
    });
  }
  if (history?.isExplored === true) {
    blocks.push({
      kind: 'warning',
      text: `The plan was changed after the data had been seen. ${history.says[0] ?? ''} Read the answer as explored, not as foretold. What changed stands with the plan.`,
    });
  }
  for (const text of primary === undefined ? [] : plainFinding(primary, plan.comparison.claims === 'association'))
    blocks.push({ kind: 'lead', text });
  if (audience === 'board') blocks.push({ kind: 'paragraph', text: ROUNDING_WORDS[counts ?? 'hidden'] });
  if (primary !== undefined) {
    const table = findingsTable('The primary outcome, and other ways of saying it', [primary, ...supporting]);
    blocks.push(table);
    if (primary.estimate !== null) {
      const { name } = SCALE_WORDS[primary.scale];
      const words = effectWords(primary.estimate, primary.scale);
      const { kind } = OUTCOMES[primary.outcome.measure];
      const unit =
        primary.scale === 'risk-difference' ? ' for every 100 people' : kind === 'amount' ? ' on average' : '';
      blocks.push({
        kind: 'paragraph',
        text: `The primary outcome was fixed in the plan: ${primary.label.toLowerCase()}, as a ${name}. ${words}${unit}, p ${pValue(primary.estimate.p)}. ${errorRatesInWords(plan)}`,
      });
    }
  }
  for (const text of result.warnings) blocks.push({ kind: 'warning', text });
  return { id: 'answer', heading: 'What was found', blocks };
}
