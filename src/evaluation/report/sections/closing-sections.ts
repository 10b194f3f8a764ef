import { COVARIATES, DESIGNS, SENSITIVITIES, SUBGROUPS } from '../../domain/plan/plan-words.ts';
import { outcomeInWords } from '../../designs/outcome-words.ts';
import type { Block, Section } from '../blocks/block.ts';
import type { Evaluation } from '../evaluation.ts';
import { listed } from '../words/numbers.ts';

/** What the design can't show, in words. */
export function limitsSection({ plan, result }: Evaluation): Section {
  return {
    id: 'limits',
    heading: 'What this study can’t show',
    blocks: [
      { kind: 'paragraph', text: `It is ${DESIGNS[plan.comparison.design]}. That sets bounds to what it can say.` },
      { kind: 'list', items: [...result.limits] },
    ],
  };
}

/** The plan as it was fixed. */
export function planSection({ plan, planHash, history }: Evaluation): Section {
  const { cohort, comparison, outcomes, covariates, subgroups = [], sensitivity = [] } = plan;
  const { design, ...settings } = comparison;
  const none = 'none';
  const list = (words: readonly string[]) => (words.length === 0 ? none : listed(words));
  const narrowed = Object.entries({
    forces: cohort.forces,
    schemes: cohort.schemes,
    'offence groups': cohort.offenceGroups,
  }).flatMap(([name, ids]) => (ids === undefined ? [] : [`${name}: ${ids.join(', ')}`]));
  const ages = cohort.age === undefined ? [] : [`aged ${cohort.age.atLeast ?? 0} to ${cohort.age.atMost ?? 'any age'}`];
  const rows: [string, string][] = [
    ['Title', plan.title],
    ['Question', plan.question],
    [
      'Who',
      [
        `index day from ${cohort.from} to ${cohort.until}`,
        cohort.indexEvent === 'first' ? 'the first index event of each person' : 'every index event',
        ...ages,
        ...narrowed,
      ].join('; '),
    ],
    ['Design', DESIGNS[design]],
    ['Settings', list(Object.entries(settings).map(([name, value]) => `${name}: ${String(value)}`))],
    ['Primary outcome', outcomeInWords(outcomes.primary)],
    ['Secondary outcomes', list((outcomes.secondary ?? []).map(outcomeInWords))],
    ['Allowed for', list(covariates.map((name) => COVARIATES[name].says))],
    ['Groups fixed in advance', list(subgroups.map((name) => SUBGROUPS[name]))],
    ['Other analyses', list(sensitivity.map((name) => SENSITIVITIES[name].says.toLowerCase()))],
    ['Many tests', plan.multiplicity],
    ['Hash of the plan', planHash],
  ];
  return {
    id: 'plan',
    heading: 'The plan',
    blocks: [
      {
        kind: 'paragraph',
        text: 'The plan was read and its hash taken before the data were opened. The hash is that of the file, as sha256sum prints it: another plan has another hash.',
      },
      {
        kind: 'table',
        caption: 'The plan',
        head: ['Part', 'As planned'],
        numbersFrom: 9,
        rows: rows.map(([part, value]) => ({ cells: [part, value] })),
      },
      ...historyBlocks(history),
    ],
  };
}

/** What the register says of this plan: its versions, what they were run on, and what changed. */
function historyBlocks(history: Evaluation['history']): Block[] {
  if (history === null) return [];
  return [
    { kind: 'heading', text: 'What the register of plans says' },
    { kind: 'list', items: [...history.says] },
  ];
}

/** How anybody can make the same again. */
export function reproduceSection({ command, program, planHash, data, plan }: Evaluation): Section {
  return {
    id: 'reproduce',
    heading: 'How to make this again',
    blocks: [
      { kind: 'paragraph', text: 'The same plan, data and program give the same numbers on any machine.' },
      { kind: 'code', text: command },
      {
        kind: 'table',
        caption: 'What it was made from',
        head: ['', 'Value'],
        numbersFrom: 9,
        rows: [
          { cells: ['Program', `${program.name} ${program.version}`] },
          { cells: ['Plan (SHA-256 of its file)', planHash] },
          ...data.map(({ name, sha256 }) => ({
            cells: [`${name} (SHA-256)`, sha256 === '' ? 'in the report for evaluators' : sha256],
          })),
          { cells: ['Seed', String(plan.seed)] },
        ],
      },
      {
        kind: 'paragraph',
        text: 'Every number is in results.json beside this report, with its method and its n. Methods are checked against R; the checks come with the program.',
      },
    ],
  };
}
