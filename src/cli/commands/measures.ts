import {
  disclose,
  everyMeasure,
  isGenerated,
  KNOWN_GROUPINGS,
  parseCohort,
  parseHarmWeights,
  turningPointWords,
  type Audience,
  type HarmWeights,
  type StudyCohort,
  type UnitCosts,
} from '../../evaluation/index.ts';
import { loadOutcomeTypeRules } from '../../evaluation/store/outcome-type-rules.ts';
import { readStudyFiles } from '../../evaluation/store/study-files.ts';
import { loadTurningPoint, loadUnitCosts } from '../../evaluation/store/unit-costs-file.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { measuresReport, type MeasuresAnswer } from '../output/measures-report.ts';
import { readInput } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';
import { readOptions, type CommandOptions } from './statistics/command-options.ts';

const GROUPINGS = Object.keys(KNOWN_GROUPINGS);

const HELP = `Measure what came of a study's people.

Usage
  waymark measures --data FILE-or-FOLDER [--by GROUPING] [--audience evaluator|board] [--json]

--data is a study's cohort.csv or the folder that holds it, with reoffences.csv beside it. Each measure says what it
counts, of whom, from when and for how long, and each figure its method and its n. These figures describe; whether a
scheme made a difference is for a plan: see waymark help evaluate.

Options
  --by GROUPING         figures by group too: ${GROUPINGS.slice(0, 7).join(', ')},
                        ${GROUPINGS.slice(7).join(', ')}
  --audience A          evaluator (if left out), or board, for whom counts of 1 to 4 are hidden, and what tells them
  --weights FILE.csv    a table of harm weights. None comes with the program. Then also:
      --weights-name N --weights-version V --weights-licence L   what the table is, to be printed with its figures
      --code-column C --weight-column W                          its columns; code and weight if left out
  --unit-costs FILE     a table of unit costs, as reference/unit-costs.yaml, which is taken if left out
  --saving A,B          with --by: what a case of the group A costs less than one of the group B, as diversion,usual
  --json                print JSON
`;

const OPTIONS = {
  data: { value: 'FILE-or-FOLDER' },
  by: { value: 'GROUPING' },
  audience: { value: 'evaluator|board' },
  weights: { value: 'FILE.csv' },
  'weights-name': { value: 'NAME' },
  'weights-version': { value: 'VERSION' },
  'weights-licence': { value: 'LICENCE' },
  'code-column': { value: 'HEADING' },
  'weight-column': { value: 'HEADING' },
  'unit-costs': { value: 'FILE' },
  saving: { value: 'A,B' },
  json: {},
};

/** `waymark measures`. */
export const measuresCommand: Command = { help: HELP, run: runMeasures };

async function runMeasures(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('measures', OPTIONS, words, 'measures');
  const data = options.needed('data');
  const audience = options.oneOf<Audience>('audience', ['evaluator', 'board']);
  const by = groupingOf(options);
  const cohort = await readCohort(data, options);
  const unitCosts = await readUnitCosts(options);
  const saving = savingOf(options);
  const measures = everyMeasure(cohort, {
    outcomeTypes: await loadOutcomeTypeRules(),
    weights: await readWeights(options),
    unitCosts,
    ...(by === undefined ? {} : { by }),
    ...(saving === undefined ? {} : { saving }),
  });
  const turningPoint = turningPointWords(await loadTurningPoint());
  const answer: Answer = {
    measures: disclose(measures, audience),
    isGenerated: isGenerated(cohort),
    audience,
    turningPoint,
  };
  await terminal.write(options.has('json') ? inJson(answer) : measuresReport(answer, terminal));
  return EXIT.done;
}

interface Answer extends MeasuresAnswer {
  readonly audience: Audience;
}

function inJson({ measures, isGenerated: generated, audience, turningPoint }: Answer): string {
  const shown = measures.map(({ measure, header, figures, warnings }) => ({ measure, header, figures, warnings }));
  return `${JSON.stringify({ generated, audience, measures: shown, turningPoint }, null, 2)}\n`;
}

function groupingOf(options: CommandOptions) {
  const name = options.text('by');
  if (name === undefined) return undefined;
  const grouping = Object.hasOwn(KNOWN_GROUPINGS, name) ? KNOWN_GROUPINGS[name] : undefined;
  if (grouping === undefined)
    throw options.fault(`there is no grouping "${name}"; write one of ${GROUPINGS.join(', ')}`);
  return grouping;
}

function savingOf(options: CommandOptions) {
  const text = options.text('saving');
  if (text === undefined) return undefined;
  const [of, against, ...more] = text.split(',').map((word) => word.trim());
  if (!of || !against || more.length > 0)
    throw options.fault('--saving names two groups: write --saving diversion,usual');
  if (options.text('by') === undefined) throw options.fault('--saving needs groups; add --by, as --by arm');
  return { of, against };
}

async function readCohort(path: string, options: CommandOptions): Promise<StudyCohort> {
  const read = await readStudyFiles(path);
  if (!read.ok) throw new InputFault(`${read.refusal.file}: ${read.refusal.problem}; ${read.refusal.remedy}`);
  const cohort = parseCohort(read.value);
  if (cohort.ok) return cohort.value;
  const [first] = cohort.refusal;
  const more = cohort.refusal.length > 1 ? ` (and ${cohort.refusal.length - 1} more)` : '';
  if (first === undefined) throw options.fault(`${path} cannot be read`);
  const place = `${first.file}: row ${first.row}${first.column === '' ? '' : `, ${first.column}`}`;
  throw new InputFault(`${place}: ${first.problem}; ${first.remedy}${more}`);
}

async function readWeights(options: CommandOptions): Promise<HarmWeights | null> {
  const file = options.text('weights');
  if (file === undefined) return null;
  const parsed = parseHarmWeights(await readInput(file), {
    name: options.needed('weights-name'),
    version: options.needed('weights-version'),
    licence: options.needed('weights-licence'),
    codeColumn: options.text('code-column') ?? 'code',
    weightColumn: options.text('weight-column') ?? 'weight',
  });
  if (parsed.ok) return parsed.value;
  const [fault] = parsed.refusal;
  throw new InputFault(`${file}: row ${fault?.row}, ${fault?.column}: ${fault?.problem}; ${fault?.remedy}`);
}

async function readUnitCosts(options: CommandOptions): Promise<UnitCosts> {
  const file = options.text('unit-costs');
  if (file === undefined) return loadUnitCosts();
  try {
    return await loadUnitCosts(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputFault(`${file}: ${message}; compare it with reference/unit-costs.yaml`);
  }
}
