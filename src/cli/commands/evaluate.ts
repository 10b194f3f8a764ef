import { programVersion } from '../../process/index.ts';
import {
  parseCohort,
  parsePlan,
  renderReportHtml,
  renderReportPdf,
  reportModel,
  resultsJson,
  runEvaluation,
  type Audience,
  type CountForm,
  type Plan,
  type ResultFolder,
} from '../../evaluation/index.ts';
import { openResultFolder } from '../../evaluation/store/result-folder.ts';
import { readStudyFiles } from '../../evaluation/store/study-files.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { progressLine } from '../output/progress-line.ts';
import { readArguments, type OptionTable } from '../read-arguments.ts';
import { readInput } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `Carry a plan of evaluation out, and write a report of it.

Usage
  waymark evaluate PLAN.yaml --data FILE-or-FOLDER --out DIR [--audience evaluator|board]
                   [--counts hidden|rounded] [--json]

The plan is read and its hash is written before the data are opened. --data is a study's cohort.csv or the folder that
holds it, with reoffences.csv beside it. DIR gets report.html, report.pdf, results.json, plan.yaml and plan.sha256; it is
put in place when all of it is written, and a run that is stopped leaves nothing. Where DIR holds an earlier result under
another plan, the report says that the plan was changed after data had been seen.

Options
  --audience A  who reads it: evaluator, or board, for whom counts of 1 to 4 are hidden. What the plan says, if left out
  --counts F    what a board has of counts: hidden (the default), where those of 1 to 4 are hidden and with them all
                from which they could be worked out; or rounded, where they are in fives and 1 to 4 hidden
  --json        print results.json too

A plan fits on a page: see docs/evaluation/how-to-plan.md, and the examples beside it.
`;

const OPTIONS: OptionTable = {
  data: { value: 'FILE-or-FOLDER' },
  out: { value: 'DIR' },
  audience: { value: 'evaluator|board' },
  counts: { value: 'hidden|rounded' },
  json: {},
};

/** `waymark evaluate`. */
export const evaluateCommand: Command = { help: HELP, run: runEvaluate };

interface Request {
  readonly planFile: string;
  readonly data: string;
  readonly out: string;
  readonly audience: Audience | null;
  readonly counts: CountForm;
  readonly asJson: boolean;
}

async function runEvaluate(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const request = requestIn(words);
  const planText = await readInput(request.planFile);
  const plan = planIn(planText, request.planFile);
  const folder = await openResultFolder(request.out);
  if (!folder.ok) throw new InputFault(`${request.out}: ${folder.refusal.problem}; ${folder.refusal.remedy}`);
  const stop = new AbortController();
  const onSignal = () => stop.abort(new InputFault('evaluate: stopped; nothing was written'));
  for (const signal of STOPPING) process.once(signal, onSignal);
  try {
    // The plan and its hash are on disk before the data are opened.
    await folder.value.write('plan.yaml', planText);
    await folder.value.write('plan.sha256', `${plan.hash}\n`);
    const json = await evaluate({ request, plan, folder: folder.value, signal: stop.signal });
    stop.signal.throwIfAborted();
    await folder.value.finish();
    await terminal.write(request.asJson ? json : `Written to ${request.out}: report.html, report.pdf, results.json\n`);
    return EXIT.done;
  } catch (error) {
    await folder.value.discard();
    throw error;
  } finally {
    for (const signal of STOPPING) process.off(signal, onSignal);
  }
}

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function requestIn(words: readonly string[]): Request {
  const { flags, values, words: plain } = readArguments('evaluate', OPTIONS, words);
  const [planFile, extra] = plain;
  const value = (name: string) => values.get(name)?.[0];
  if (planFile === undefined)
    throw new InputFault('evaluate: name the plan: waymark evaluate PLAN.yaml --data ... --out DIR');
  if (extra !== undefined) throw new InputFault(`evaluate: "${extra}" is one word too many; one plan at a time`);
  const [data, out, audience] = [value('data'), value('out'), value('audience')];
  if (data === undefined) throw new InputFault('evaluate: name the data: --data FILE-or-FOLDER');
  if (out === undefined) throw new InputFault('evaluate: say where the report goes: --out DIR');
  if (audience !== undefined && audience !== 'evaluator' && audience !== 'board') {
    throw new InputFault(`evaluate: --audience is evaluator or board; not ${audience}`);
  }
  const counts = value('counts') ?? 'hidden';
  if (counts !== 'hidden' && counts !== 'rounded') {
    throw new InputFault(`evaluate: --counts is hidden or rounded; not ${counts}`);
  }
  return { planFile, data, out, audience: audience ?? null, counts, asJson: flags.has('json') };
}

function planIn(text: string, file: string): Plan {
  const plan = parsePlan(text, file);
  if (plan.ok) return plan.value;
  const [first, ...rest] = plan.refusal;
  const { line, column, problem, remedy } = first ?? {
    line: 1,
    column: 1,
    problem: 'is no plan',
    remedy: 'see the examples',
  };
  const more =
    rest.length === 0
      ? ''
      : ` (and ${rest.length} more: ${rest.map((fault) => `${fault.line}:${fault.column} ${fault.problem}`).join('; ')})`;
  throw new InputFault(`${file}:${line}:${column}: ${problem}; ${remedy}${more}`);
}

interface EvaluateTask {
  readonly request: Request;
  readonly plan: Plan;
  readonly folder: ResultFolder;
  readonly signal: AbortSignal;
}

async function evaluate({ request, plan, folder, signal }: EvaluateTask): Promise<string> {
  const read = await readStudyFiles(request.data);
  if (!read.ok) throw new InputFault(`${read.refusal.file}: ${read.refusal.problem}; ${read.refusal.remedy}`);
  const cohort = parseCohort(read.value);
  if (!cohort.ok) throw cohortFault(request.data, cohort.refusal);
  const audience = request.audience ?? plan.audience;
  const line = progressLine(process.stderr);
  try {
    const evaluation = await runEvaluation(
      {
        program: { name: 'Waymark', version: programVersion() },
        plan,
        data: read.value.files,
        command: `waymark evaluate ${quoted(request.planFile)} --data ${quoted(request.data)} --out ${quoted(request.out)} --audience ${audience}${audience === 'board' && request.counts === 'rounded' ? ' --counts rounded' : ''}`,
        audience,
        ...(audience === 'board' && { counts: request.counts }),
        earlier: folder.earlier,
        cohort: cohort.value,
      },
      {
        onProgress: ({ doing, share }) => line.show(`${Math.round(share * 100)}%  ${doing}`),
        signal,
        pause: () => new Promise((resolve) => setImmediate(resolve)),
      },
    );
    const model = reportModel(evaluation);
    const json = resultsJson(model);
    await folder.write('report.html', renderReportHtml(model));
    line.show('99%  the PDF');
    await folder.write('report.pdf', await renderReportPdf(model, new Date()));
    await folder.write('results.json', json);
    return json;
  } finally {
    line.clear();
  }
}

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

type CohortFaults = Exclude<ReturnType<typeof parseCohort>, { ok: true }>['refusal'];

function cohortFault(path: string, faults: CohortFaults): InputFault {
  const [first] = faults;
  if (first === undefined) return new InputFault(`${path}: is no study; see the data dictionary`);
  const { file, row, column, problem, remedy } = first;
  const more = faults.length === 1 ? '' : ` (the first of ${faults.length.toLocaleString('en-GB')} faults)`;
  return new InputFault(
    `${path}: ${file} row ${row}${column === '' ? '' : `, ${column}`}: ${problem}; ${remedy}${more}`,
  );
}
