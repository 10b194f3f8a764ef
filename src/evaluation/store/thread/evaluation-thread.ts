import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { contentHash } from '../../../shared/canonical-json.ts';
import { demonstrationFiles } from '../../demonstration/demonstration-files.ts';
import { parseCohort, type CohortTexts } from '../../domain/cohort/parse-cohort.ts';
import type { StudyCohort } from '../../domain/cohort/study-row.ts';
import type { DataFaults } from '../../domain/lifecycle/evaluation-refusal.ts';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { DataFile } from '../../report/evaluation.ts';
import { renderReportPdf } from '../../report/render-report-pdf.ts';
import { reportOf, reportModel } from '../../report/report-model.ts';
import { evaluationIn, resultsJson } from '../../report/results-json.ts';
import { runEvaluation } from '../../use-cases/run-evaluation.ts';
import { readStudyFiles } from '../study-files.ts';
import type {
  CheckAnswer,
  EvaluateAnswer,
  EvaluateTask,
  StudySource,
  ThreadMessage,
  ThreadTask,
} from './thread-task.ts';

/** A thread of its own for whatever takes long: reading a study, carrying a plan out, printing a report. One task. */
const say = (message: ThreadMessage): void => parentPort?.postMessage(message, []);

const SHOWN_FAULTS = 20;

async function answerTo(task: ThreadTask): Promise<Extract<ThreadMessage, { answer: unknown }>['answer']> {
  switch (task.kind) {
    case 'check':
      return check(task.folder);
    case 'evaluate':
      return evaluate(task);
    case 'pdf':
      return { pdf: await renderReportPdf(reportOf(evaluationIn(task.results)), task.madeAt) };
  }
}

async function check(folder: string): Promise<CheckAnswer> {
  const read = await readStudy({ kind: 'uploaded', folder });
  return { faults: 'faults' in read ? read.faults : null };
}

async function evaluate({ planText, source, earlier }: EvaluateTask): Promise<EvaluateAnswer> {
  // The plan and its hash stand before the data are opened.
  const plan = parsePlan(planText, 'plan.yaml');
  if (!plan.ok) throw new Error('A plan that had been read before can no longer be read');
  say({ progress: { doing: 'Reading the data', share: 0 } });
  const study = await readStudy(source);
  if ('faults' in study) return study;
  const dataHash = contentHash(study.files);
  const seen = earlier.filter((one) => one.dataHash === dataHash);
  const evaluation = await runEvaluation(
    {
      program: { name: 'Waymark', version: programVersion() },
      plan: plan.value,
      data: study.files,
      command: commandFor(source, 'evaluator'),
      audience: 'evaluator',
      earlier: seen.map(({ planHash }) => ({ planHash, data: study.files })),
      cohort: study.cohort,
    },
    { onProgress: (progress) => say({ progress }) },
  );
  say({ progress: { doing: 'Writing the report', share: 0.99 } });
  const forBoard = { ...evaluation, command: commandFor(source, 'board') };
  return {
    found: {
      dataHash,
      results: resultsJson(reportModel(evaluation, 'evaluator')),
      resultsForBoard: resultsJson(reportModel(forBoard, 'board')),
    },
  };
}

type Study = { readonly cohort: StudyCohort; readonly files: readonly DataFile[] };

async function readStudy(source: StudySource): Promise<Study | { readonly faults: DataFaults }> {
  const texts = source.kind === 'generated' ? generated(source) : await uploaded(source.folder);
  if ('faults' in texts) return texts;
  const cohort = parseCohort(texts);
  if (cohort.ok) return { cohort: cohort.value, files: texts.files };
  return { faults: { first: cohort.refusal.slice(0, SHOWN_FAULTS), count: cohort.refusal.length } };
}

type Texts = CohortTexts & { readonly files: readonly DataFile[] };

async function uploaded(folder: string): Promise<Texts | { readonly faults: DataFaults }> {
  const read = await readStudyFiles(folder);
  if (read.ok) return read.value;
  const { file, problem, remedy } = read.refusal;
  return { faults: { first: [{ file: basename(file), row: null, column: '', problem, remedy }], count: 1 } };
}

function generated({ people, seed }: Extract<StudySource, { kind: 'generated' }>): Texts {
  const written = demonstrationFiles({ people, seed });
  const text = (name: string): string => written[name] ?? '';
  const file = (name: string): DataFile => ({ name, sha256: createHash('sha256').update(text(name)).digest('hex') });
  return {
    cohort: text('cohort.csv'),
    reoffences: text('reoffences.csv'),
    files: [file('cohort.csv'), file('reoffences.csv')],
  };
}

/** What makes the same again on the command line, with the plan and the data beside it. */
function commandFor(source: StudySource, audience: 'evaluator' | 'board'): string {
  const evaluateIt = `waymark evaluate plan.yaml --data data --out result --audience ${audience}`;
  if (source.kind === 'uploaded') return evaluateIt;
  return `waymark demonstration cohort --people ${source.people} --seed ${source.seed} --out data\n${evaluateIt}`;
}

function programVersion(): string {
  const file = new URL('../../../../package.json', import.meta.url);
  return String((JSON.parse(readFileSync(file, 'utf8')) as { readonly version: unknown }).version);
}

// Where this is a thread, and not where a module of it is imported.
if (parentPort !== null) say({ answer: await answerTo(workerData as ThreadTask) });
