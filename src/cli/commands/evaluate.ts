import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { programVersion } from '../../process/index.ts';
import {
  comparedPrints,
  FORMS,
  parseCohort,
  planHistory,
  releaseVerdict,
  studiedPeople,
  parsePlan,
  renderReportHtml,
  renderReportPdf,
  reportModel,
  resultsJson,
  runEvaluation,
  type Audience,
  type CountForm,
  type Plan,
  type PlanRun,
  type StudyCohort,
  type ResultFolder,
} from '../../evaluation/index.ts';
import { contentHash } from '../../shared/canonical-json.ts';
import { openResultFolder } from '../../evaluation/store/result-folder.ts';
import { readStudyFiles, type StudyFilesRead } from '../../evaluation/store/study-files.ts';
import { openRegister, RegisterNotWritten, type StudyRegister } from '../../evaluation/store/study-register.ts';
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

Beside the data register.jsonl is kept, each line sealed with the hash of the one before: every run of a plan on them,
and every report for boards. The report says which version of its plan it carries out, what the earlier ones were run
on and what changed. A report for boards that differs from an earlier one by fewer than ten people is refused.

Options
  --audience A  who reads it: evaluator, or board, for whom counts of 1 to 4 are hidden. What the plan says, if left out
  --counts F    what a board has of counts: hidden (the default, where nothing was
                released before), where those of 1 to 4 are hidden and with them all
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
  /** Null where it was not said. */
  readonly counts: CountForm | null;
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
    const { json, says, registerRelease } = await evaluate({
      request,
      plan,
      folder: folder.value,
      signal: stop.signal,
    });
    stop.signal.throwIfAborted();
    // Registered before it is there to be read: a release that nobody had does less harm than one that nobody knows of.
    await registerRelease();
    await folder.value.finish();
    const written = `Written to ${request.out}: report.html, report.pdf, results.json\n`;
    await terminal.write(request.asJson ? json : `${says}${written}`);
    return EXIT.done;
  } catch (error) {
    await folder.value.discard();
    if (error instanceof RegisterNotWritten) throw new InputFault(`evaluate: ${error.message}`);
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
  const counts = value('counts') ?? null;
  if (counts !== null && counts !== 'hidden' && counts !== 'rounded') {
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

interface Evaluated {
  readonly json: string;
  /** What whoever runs it must know of its form; empty where there is nothing. */
  readonly says: string;
  /** Writes down that it was released; nothing where it is for evaluators. */
  readonly registerRelease: () => Promise<void>;
}

async function evaluate({ request, plan, folder, signal }: EvaluateTask): Promise<Evaluated> {
  const read = await readStudyFiles(request.data);
  if (!read.ok) throw new InputFault(`${read.refusal.file}: ${read.refusal.problem}; ${read.refusal.remedy}`);
  const cohort = parseCohort(read.value);
  if (!cohort.ok) throw cohortFault(request.data, cohort.refusal);
  const audience = request.audience ?? plan.audience;
  const register = await registerOf(request.data);
  const history = await registeredRun(register, { plan, read: read.value, cohort: cohort.value });
  const people = audience === 'board' ? studiedPeople(plan, cohort.value) : [];
  const { counts, says } =
    audience === 'board'
      ? countsFor({ register, plan, people }, request.counts)
      : { counts: 'hidden' as const, says: '' };
  const line = progressLine(process.stderr);
  try {
    const evaluation = await runEvaluation(
      {
        program: { name: 'Waymark', version: programVersion() },
        plan,
        data: read.value.files,
        command: `waymark evaluate ${quoted(request.planFile)} --data ${quoted(request.data)} --out ${quoted(request.out)} --audience ${audience}${audience === 'board' && counts === 'rounded' ? ' --counts rounded' : ''}`,
        audience,
        ...(audience === 'board' && { counts }),
        history,
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
    const registerRelease = async () => {
      if (audience !== 'board') return;
      const { hash: planHash, title } = plan;
      await register.add({
        kind: 'release',
        at: new Date().toISOString(),
        planHash,
        title,
        counts,
        people: [...people],
      });
    };
    return { json, says, registerRelease };
  } finally {
    line.clear();
  }
}

/** The register beside the data. */
async function registerOf(data: string): Promise<StudyRegister> {
  const isFolder = await stat(data).then((info) => info.isDirectory());
  const folder = isFolder ? data : dirname(data);
  const register = await openRegister(folder);
  if (!register.ok) throw new InputFault(`${folder}: ${register.refusal.problem}; ${register.refusal.remedy}`);
  return register.value;
}

interface Releasing {
  readonly register: StudyRegister;
  readonly plan: Plan;
  readonly people: readonly string[];
}

/** In which form boards have the counts, by what was released before; refused where that lets it not be released. */
function countsFor(
  { register, plan, people }: Releasing,
  asked: CountForm | null,
): { readonly counts: CountForm; readonly says: string } {
  const before = register.entries.flatMap((entry) =>
    entry.kind === 'release'
      ? [
          {
            title: entry.title,
            releasedOn: entry.at.slice(0, 10),
            counts: entry.counts,
            isSamePlan: entry.planHash === plan.hash,
            ...comparedPrints(entry.people, people),
          },
        ]
      : [],
  );
  const verdict = releaseVerdict(before);
  switch (verdict.kind) {
    case 'refused':
      throw new InputFault(`evaluate: this report can’t be released to boards. ${verdict.because}`);
    case 'free':
      return { counts: asked ?? 'hidden', says: '' };
    case 'only':
      if (asked !== null && asked !== verdict.counts) {
        throw new InputFault(
          `evaluate: counts can’t be ${FORMS[asked]} in this report; leave --counts out. ${verdict.because}`,
        );
      }
      return { counts: verdict.counts, says: `Counts are ${FORMS[verdict.counts]}. ${verdict.because}\n` };
  }
}

interface Running {
  readonly plan: Plan;
  readonly read: StudyFilesRead;
  readonly cohort: StudyCohort;
}

/** Writes the run down and says what came before it. */
async function registeredRun(register: StudyRegister, { plan, read, cohort }: Running) {
  const { hash: planHash, ...document } = plan;
  const at = new Date().toISOString();
  const [rows, reoffences] = [cohort.rows.length, cohort.reoffences.length];
  const earlier = register.entries.flatMap((entry): PlanRun[] =>
    entry.kind === 'run'
      ? [
          {
            planHash: entry.planHash,
            plan: entry.plan,
            seenOn: entry.at.slice(0, 10),
            data: { hash: contentHash(entry.files), rows: entry.rows, reoffences: entry.reoffences },
          },
        ]
      : [],
  );
  const data = { hash: contentHash(read.files), rows, reoffences };
  const history = planHistory({ planHash, plan: document, seenOn: at.slice(0, 10), data }, earlier);
  await register.add({ kind: 'run', at, planHash, plan: document, files: [...read.files], rows, reoffences });
  return history;
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
