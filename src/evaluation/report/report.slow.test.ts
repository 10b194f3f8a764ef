import { beforeAll, describe, expect, test } from 'vitest';
import { demonstrationCohort } from '../demonstration/demonstration-cohort.ts';
import { examplePlan } from '../designs/example-plan.test-support.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { runEvaluation, type EvaluationTask } from '../use-cases/run-evaluation.ts';
import type { Block, FigureBlock } from './blocks/block.ts';
import type { FoundEvaluation } from './evaluation.ts';
import { renderReportHtml } from './render-report-html.ts';
import { renderReportPdf } from './render-report-pdf.ts';
import { reportOf, reportModel, type ReportModel } from './report-model.ts';
import { evaluationIn, resultsJson } from './results-json.ts';

const plan = examplePlan({
  title: 'A trial & <b>its</b> "report"',
  comparison: '{ design: randomised, received: started }',
  outcomes: '{ primary: { measure: reoffended, months: 12 }, secondary: [{ measure: appeared-in-court }] }',
  covariates: '[age, sex, prior_offences]',
  subgroups: '[sex, age_band, ethnicity]',
  sensitivity: '[complier-effect, adjusted-for-covariates]',
});

async function evaluationOf(plan: Plan, more: Partial<EvaluationTask> = {}): Promise<FoundEvaluation> {
  const { cohort } = demonstrationCohort({ people: 2000, seed: 5 });
  return runEvaluation({
    program: { name: 'Waymark', version: '0.0.0' },
    plan,
    data: [{ name: 'cohort.csv', sha256: 'ab'.repeat(32) }],
    command: 'waymark evaluate plan.yaml --data <data> --out out',
    audience: 'evaluator',
    earlier: [],
    cohort,
    ...more,
  });
}

let evaluation: FoundEvaluation;
let model: ReportModel;
let page: string;

beforeAll(async () => {
  evaluation = await evaluationOf(plan);
  model = reportModel(evaluation);
  page = renderReportHtml(model);
});

function blocksOf({ sections }: ReportModel): readonly Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

function figuresOf(model: ReportModel): readonly FigureBlock[] {
  return blocksOf(model).filter((block) => block.kind === 'figure');
}

describe('a report', () => {
  test('says first what was found, in plain sentences', () => {
    const [first] = model.sections;
    expect(first?.heading).toBe('What was found');
    const leads = first?.blocks.flatMap((block) => (block.kind === 'lead' ? [block.text] : [])) ?? [];
    expect(leads[0]).toMatch(/^Of every 100 people allocated to diversion, \d+ reoffended within 12 months\./);
    expect(leads).toHaveLength(3);
  });

  test('has its pictures, each with a sentence, a table of more than nothing, and words for who can’t see it', () => {
    const figures = figuresOf(model);
    expect(figures.map(({ id }) => id)).toEqual(['flow', 'curves', 'groups-forest', 'sensitivity-forest', 'funnel']);
    for (const { sentence, table, draw } of figures) {
      expect(sentence.length).toBeGreaterThan(40);
      expect(table.rows.length).toBeGreaterThan(1);
      for (const width of [320, 780]) {
        const { title, description, marks } = draw(width);
        expect(title.length * description.length).toBeGreaterThan(100);
        expect(JSON.stringify(marks)).not.toMatch(/NaN|null/);
      }
    }
  });

  test('keeps every mark of a picture inside it', () => {
    for (const { draw } of figuresOf(model)) {
      for (const width of [320, 780]) {
        const { height, marks } = draw(width);
        for (const mark of marks) {
          if (mark.kind === 'path') continue;
          expect(mark.y).toBeLessThanOrEqual(height);
          expect(mark.x).toBeGreaterThanOrEqual(-1);
          expect(mark.x).toBeLessThanOrEqual(width + 1);
        }
      }
    }
  });

  test('gives every table as many cells as headings in each row', () => {
    const tables = blocksOf(model).flatMap((block) =>
      block.kind === 'table' ? [block] : block.kind === 'figure' ? [block.table] : [],
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { head, rows } of tables) {
      for (const { cells, isHeading } of rows) if (isHeading !== true) expect(cells).toHaveLength(head.length);
    }
  });

  test('says what the design can’t show, the plan’s hash, the data’s, the seed and the command', () => {
    expect(page).toContain('What this study can’t show');
    for (const part of [plan.hash, 'ab'.repeat(32), 'Seed', 'waymark evaluate plan.yaml']) expect(page).toContain(part);
  });

  test('lets no text through as markup, and holds no script, link or style from elsewhere', () => {
    expect(page).toContain('A trial &amp; &lt;b&gt;its&lt;/b&gt; &quot;report&quot;');
    expect(page).toContain('--data &lt;data&gt;');
    expect(page).not.toMatch(/<script|<link|<iframe|url\(|src=|<b>/);
  });

  test('has one first heading, and headings that skip no level', () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1);
  });

  test('has no id twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('marks generated data on the page and in the PDF', async () => {
    expect(page).toContain('The data are generated');
    const pdf = Buffer.from(await renderReportPdf(model, new Date('2026-01-01T00:00:00Z')));
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    for (const tag of ['/StructTreeRoot', '/Marked true', '/Lang (en-GB)', '/S /Figure', '/S /TH', '/Alt ']) {
      expect(pdf.includes(tag), tag).toBe(true);
    }
  });

  test('names a plan that was changed after the data had been seen', async () => {
    const earlier = [{ planHash: 'f'.repeat(64), data: [] }];
    const changed = renderReportHtml(reportModel({ ...evaluation, earlier }));
    expect(changed).toContain('The plan was changed after the data had been seen');
    expect(page).not.toContain('The plan was changed');
  });

  test('holds every number in results.json, where the same plan and data give the same text', async () => {
    const again = resultsJson(reportModel(await evaluationOf(plan)));
    expect(again).toBe(resultsJson(model));
    expect(JSON.parse(again)).toMatchObject({ planHash: plan.hash, plan: { title: plan.title } });
    expect(renderReportHtml(reportOf(evaluationIn(again)))).toBe(page);
  });
});

describe('a report for boards', () => {
  test('holds no count from 1 to 4 in any table or picture', () => {
    const board = reportModel(evaluation, 'board');
    const told = blocksOf(board).flatMap((block) =>
      block.kind === 'table' ? [block] : block.kind === 'figure' ? [block.table] : [],
    );
    const cells = told.flatMap(({ caption, rows }) =>
      caption === 'The plan' || caption === 'What it was made from' || caption.startsWith('Share who')
        ? []
        : rows.flatMap((row) => row.cells),
    );
    const small = cells.filter((cell) => /^[1-4]( of |$| \()|\(n [1-4]\)/.test(cell));
    expect(small).toEqual([]);
    for (const { draw } of figuresOf(board)) {
      const words = draw(780).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      expect(words.filter((word) => /^[1-4] [a-z]|: [1-4]$/.test(word))).toEqual([]);
    }
    expect(cells.some((cell) => cell.includes('hidden'))).toBe(true);
  });

  test('leaves no events of a subgroup to be worked out from the others and the whole', () => {
    const { findings } = reportModel(evaluation, 'board').evaluation.result;
    for (const subgroup of ['sex', 'age_band', 'ethnicity']) {
      const own = findings.filter(({ id }) => id.startsWith(`subgroup:${subgroup}:`));
      const hidden = own.filter(({ groups }) => groups.some(({ events }) => events === null));
      expect(hidden.length).not.toBe(1);
    }
  });

  test('says that they are hidden, and gives no numbers of people in its notes', () => {
    const board = reportModel(evaluation, 'board');
    expect(renderReportHtml(board)).toContain('Counts of 1 to 4 people are hidden');
    for (const { method } of board.evaluation.result.findings) expect(method).not.toMatch(/\d clusters/);
    for (const warning of board.evaluation.result.warnings) expect(warning).not.toMatch(/\b[1-4] (people|of)\b/);
  });
});
