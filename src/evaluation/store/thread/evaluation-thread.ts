import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { programVersion } from '../../../process/index.ts';
import { contentHash } from '../../../shared/canonical-json.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { ok } from '../../../shared/result.ts';
import { demonstrationFiles } from '../../demonstration/demonstration-files.ts';
import { parseCohort, type CohortTexts } from '../../domain/cohort/parse-cohort.ts';
import { sizeFault } from '../../domain/cohort/size-of-table.ts';
import type { StudyCohort } from '../../domain/cohort/study-row.ts';
import type { DataFaults } from '../../domain/lifecycle/evaluation-refusal.ts';
import { parsePlan, planDocumentIn } from '../../domain/plan/parse-plan.ts';
import { planHistory, type PlanRun } from '../../domain/register/plan-history.ts';
import type { DataFile } from '../../report/evaluation.ts';
import { renderReportPdf } from '../../report/render-report-pdf.ts';
import { reportOf, reportModel } from '../../report/report-model.ts';
import { evaluationIn, resultsJson } from '../../report/results-json.ts';
import { runEvaluation, studiedForces, studiedPeople } from '../../use-cases/run-evaluation.ts';
import { studyFilesIn } from '../study-files.ts';
import type { EarlierRun } from '../evaluations-store.ts';
import type { UploadedFiles } from '../study-uploads.ts';
import type { CheckAnswer, EvaluateAnswer, EvaluateTask, StudyData, ThreadMessage, ThreadTask } from './thread-task.ts';

/** A thread of its own for whatever takes long: reading a study, carrying a plan out, printing a report. One task. */

const say = (message: ThreadMessage): void => parentPort?.postMessage(message, []);

const SHOWN_FAULTS = 20;

async function answerTo(task: ThreadTask): Promise<Extract<ThreadMessage, { answer: unknown }>['answer']> {
  switch (task.kind) {
    case 'check':
      return check(task);
    case 'evaluate':
      return evaluate(task);
    case 'pdf':
      return { pdf: await renderReportPdf(reportOf(evaluationIn(task.results)), task.madeAt) };
  }
}

function check({ planText, data }: Extract<ThreadTask, { kind: 'check' }>): CheckAnswer {
  const plan = parsePlan(planText, 'plan');
  const study = data === null ? null : readStudy(data);
  return {
    plan: plan.ok ? ok({ title: plan.value.title, hash: plan.value.hash }) : plan,
    faults: study !== null && 'faults' in study ? study.faults : null,
  };
}

async function evaluate({ planText, data, begunAt, earlier }: EvaluateTask): Promise<EvaluateAnswer> {
  // The plan and its hash stand before the data are opened.
  const plan = parsePlan(planText, 'plan.yaml');
  if (!plan.ok) throw new Error('A plan that had been read before can no longer be read');
  say({ progress: { doing: 'Reading the data', share: 0 } });
  const study = readStudy(data);
  if ('faults' in study) return study;
  const dataHash = contentHash(study.files);
  const seen = earlier.filter((one) => one.dataHash === dataHash);
  const { rows, reoffences } = study.cohort;
  const counted = { hash: dataHash, rows: rows.length, reoffences: reoffences.length };
  const { hash: planHash, ...document } = plan.value;
  const now = { planHash, plan: document, seenOn: londonDayOf(begunAt), data: counted };
  const evaluation = await runEvaluation(
    {
      program: { name: 'Waymark', version: programVersion() },
      plan: plan.value,
      data: study.files,
      command: commandFor(data, 'evaluator'),
      audience: 'evaluator',
      earlier: seen.map(({ planHash }) => ({ planHash, data: study.files })),
      cohort: study.cohort,
      history: planHistory(now, earlier.flatMap(planRun)),
    },
    { onProgress: (progress) => say({ progress }) },
  );
  say({ progress: { doing: 'Writing the report', share: 0.99 } });
  const forBoard = { ...evaluation, command: commandFor(data, 'board') };
  return {
    found: {
      dataHash,
      results: resultsJson(reportModel(evaluation, 'evaluator')),
      resultsForBoard: resultsJson(reportModel(forBoard, 'board')),
      resultsForBoardRounded: resultsJson(
        reportModel({ ...forBoard, command: `${forBoard.command} --counts rounded`, counts: 'rounded' }, 'board'),
      ),
      people: studiedPeople(plan.value, study.cohort),
      forces: studiedForces(plan.value, study.cohort),
      rows: rows.length,
      reoffences: reoffences.length,
    },
  };
}

/** One that was begun before; none where its plan can't be read any more. */
function planRun({ planText, planHash, begunAt, dataHash, rows, reoffences }: EarlierRun): PlanRun[] {
  const plan = planDocumentIn(planText);
  if (plan === null) return [];
  const data = dataHash === null ? null : { hash: dataHash, rows, reoffences };
  return [{ planHash, plan, seenOn: londonDayOf(begunAt), data }];
}

type Study = { readonly cohort: StudyCohort; readonly files: readonly DataFile[] };

function readStudy(data: StudyData): Study | { readonly faults: DataFaults } {
  const texts = data.kind === 'generated' ? generated(data) : uploaded(data);
  if ('faults' in texts) return texts;
  const cohort = parseCohort(texts);
  if (cohort.ok) return { cohort: cohort.value, files: texts.files };
  return { faults: { first: cohort.refusal.slice(0, SHOWN_FAULTS), count: cohort.refusal.length } };
}

type Texts = CohortTexts & { readonly files: readonly DataFile[] };

function uploaded(files: UploadedFiles): Texts | { readonly faults: DataFaults } {
  const read = studyFilesIn(files);
  if (read.ok) {
    const tooLarge =
      sizeFault('cohort.csv', read.value.cohort) ?? sizeFault('reoffences.csv', read.value.reoffences ?? '');
    return tooLarge === null ? read.value : { faults: { first: [tooLarge], count: 1 } };
  }
  const { file, problem, remedy } = read.refusal;
  return { faults: { first: [{ file, row: null, column: '', problem, remedy }], count: 1 } };
}

function generated({ people, seed }: Extract<StudyData, { kind: 'generated' }>): Texts {
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
function commandFor(data: StudyData, audience: 'evaluator' | 'board'): string {
  const evaluateIt = `waymark evaluate plan.yaml --data data --out result --audience ${audience}`;
  if (data.kind === 'uploaded') return evaluateIt;
  return `waymark demonstration cohort --people ${data.people} --seed ${data.seed} --out data\n${evaluateIt}`;
}

// Where this is a thread, and not where a module of it is imported.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed where the thread is started
if (parentPort !== null) say({ answer: await answerTo(workerData as ThreadTask) });
