import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationFiles } from '../../src/evaluation/index.ts';
import { choose, follow, look, noticeOn, openBrowser, press, signInAs } from './browsing.ts';
import { MACHINE_IS_SLOW_MS } from '../slow-machines.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/** Time for several pages by several people, each of which is checked. */
const LONG_MS = 180_000;

let program: WaymarkProgram;
let browser: Browser;
let evaluator: Page;
let board: Page;

const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** Opens the page again until it says what it is waited for. */
async function until(page: Page, address: string, says: RegExp): Promise<void> {
  await expect
    .poll(async () => (await page.goto(address), mainOf(page)), { timeout: MACHINE_IS_SLOW_MS, interval: 500 })
    .toMatch(says);
  await look(page);
}

async function statusAt(page: Page, address: string): Promise<number | undefined> {
  const response = await page.goto(address);
  await look(page);
  return response?.status();
}

/** What a download gives. */
async function fetched(page: Page, address: string): Promise<{ status: number; type: string; text: string }> {
  const response = await page.request.get(new URL(address, page.url()).href);
  return { status: response.status(), type: response.headers()['content-type'] ?? '', text: await response.text() };
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const planText = await readFile(
  fileURLToPath(new URL('../../docs/evaluation/randomised.yaml', import.meta.url)),
  'utf8',
);
const study = demonstrationFiles({ people: 600, seed: 9 });

beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
  evaluator = await signInAs({ program, browser, who: 'evaluator@evaluation', at: '/evaluations' });
  board = await signInAs({ program, browser, who: 'board@board', at: '/evaluations' });
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe('The demonstration', () => {
  test(
    'has one finished evaluation, which a board reads without its small counts',
    async () => {
      await until(board, '/evaluations', /Trial of diversion/);
      await press(board, 'Trial of diversion');
      const report = await mainOf(board);
      expect(report).toContain('counts of 1 to 4 people are hidden');
      expect(report).toContain('The data are generated');
      expect(await board.locator('.waymark-report svg[role=img] >> visible=true').count()).toBeGreaterThan(2);
      expect(report).not.toContain('Share with boards');
      for (const address of ['share', 'withdraw', 'board-report']) {
        expect([address, await statusAt(board, `${new URL(board.url()).pathname}/${address}`)]).toEqual([address, 403]);
        await board.goBack();
      }
    },
    LONG_MS,
  );

  test(
    'gives a board its own files and never the evaluator’s',
    async () => {
      const address = new URL(board.url()).pathname;
      const json = JSON.parse((await fetched(board, `${address}/results.json`)).text) as { audience: string };
      expect(json.audience).toBe('board');
      expect(await fetched(board, `${address}/report.html`)).toMatchObject({
        status: 200,
        type: 'text/html; charset=utf-8',
      });
      expect(await fetched(board, `${address}/report.pdf`)).toMatchObject({ status: 200, type: 'application/pdf' });
      expect((await fetched(board, `${address}/plan.yaml`)).status).toBe(404);
    },
    LONG_MS,
  );
});

describe('An evaluator', () => {
  test(
    'is told what is wrong with a plan by its line and with the data by their rows',
    async () => {
      await evaluator.goto('/evaluations/new');
      await look(evaluator);
      await press(evaluator, 'Check and begin');
      expect(await evaluator.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
        'Choose the file of a plan, or paste a plan',
        'Select where the data come from',
      ]);
      await evaluator.setInputFiles('#plan-file', {
        name: 'plan.yaml',
        mimeType: 'application/yaml',
        buffer: Buffer.from(planText.replace('holm', 'hom')),
      });
      await choose(evaluator, 'Files of a study');
      await evaluator.setInputFiles(
        '#cohort',
        csv('mine.csv', (study['cohort.csv'] ?? '').replace(',male,', ',mael,')),
      );
      await press(evaluator, 'Check and begin');
      const faults = await evaluator.locator('.govuk-error-summary a').allInnerTexts();
      expect(faults[0]).toMatch(/^Plan, line \d+: "hom" is not one of the values here; did you mean "holm"/);
      expect(faults[1]).toMatch(/^cohort\.csv, row \d+, sex: /);
      expect(await evaluator.title()).toMatch(/^Error: /);
      expect(await evaluator.inputValue('#plan')).toContain('multiplicity: hom');
    },
    LONG_MS,
  );

  test('has no form taken without its token, or from somebody else', async () => {
    const multipart = { _csrf: 'made up', plan: planText, cohort: csv('cohort.csv', study['cohort.csv'] ?? '') };
    for (const page of [evaluator, board]) {
      const answer = await page.request.post(new URL('/evaluations/new', page.url()).href, { multipart });
      expect(answer.status()).toBe(403);
    }
  });

  test(
    'carries a plan out on the files of a study, and reads and keeps the report',
    async () => {
      await evaluator.fill('#plan', planText.replace('Trial of diversion', 'My own trial'));
      await evaluator.setInputFiles('#cohort', csv('cohort.csv', study['cohort.csv'] ?? ''));
      await evaluator.setInputFiles('#reoffences', csv('reoffences.csv', study['reoffences.csv'] ?? ''));
      await press(evaluator, 'Check and begin');
      expect(await noticeOn(evaluator)).toBe('The plan and the data were read without a fault');
      const address = new URL(evaluator.url()).pathname;
      await until(evaluator, address, /What was found/);
      expect(await mainOf(evaluator)).toContain('waymark evaluate plan.yaml --data data');
      const json = JSON.parse((await fetched(evaluator, `${address}/results.json`)).text) as { audience: string };
      expect(json.audience).toBe('evaluator');
      expect((await fetched(evaluator, `${address}/plan.yaml`)).text).toContain('My own trial');
      expect((await fetched(evaluator, `${address}/report.pdf`)).type).toBe('application/pdf');
      expect(await statusAt(board, address)).toBe(404);
    },
    LONG_MS,
  );

  test(
    'sees what a board would see, shares it, and takes it back',
    async () => {
      const address = new URL(evaluator.url()).pathname;
      await press(evaluator, 'See what a board sees');
      expect(await mainOf(evaluator)).toContain('as a board sees it');
      await evaluator.goto(address);
      await press(evaluator, 'Share with boards');
      expect(await mainOf(evaluator)).toContain('The boards that you choose');
      await press(evaluator, 'Share with boards');
      expect(await evaluator.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
        'Select the boards that may read it',
        'Select how counts are shown',
      ]);
      await evaluator.getByRole('checkbox').first().check();
      await choose(evaluator, 'In fives, and those of 1 to 4 hidden');
      await press(evaluator, 'Share with boards');
      expect(await noticeOn(evaluator)).toBe('Shared with boards');
      expect(await mainOf(evaluator)).toContain('Version 1, counts in fives.');
      expect(await statusAt(board, address)).toBe(200);
      expect(await mainOf(board)).toContain('Version 1, released on');
      expect(await mainOf(board)).toContain('Counts are rounded to the nearest 5');
      await press(evaluator, 'Change who may read it');
      expect(await mainOf(evaluator)).toContain('It was released with counts in fives, and stays so.');
      await evaluator.goto(address);
      await press(evaluator, 'Withdraw from boards');
      await press(evaluator, 'Withdraw from boards');
      expect(await noticeOn(evaluator)).toBe('Withdrawn from boards');
      expect(await statusAt(board, address)).toBe(404);
    },
    LONG_MS,
  );

  test(
    'begins from an example on the generated cohort, without scripts, and may cancel it',
    async () => {
      const plain = await signInAs({
        program,
        browser,
        who: 'evaluator@evaluation',
        at: '/evaluations',
        javaScriptEnabled: false,
      });
      await press(plain, 'Begin an evaluation');
      await press(plain, 'Example plans');
      await follow(plain, plain.locator('a[href$="plan=natural-experiment"]'));
      await choose(plain, 'The generated demonstration cohort');
      await press(plain, 'Check and begin');
      const cancel = plain.getByRole('button', { name: 'Cancel the evaluation' });
      // A quick machine may have ended it already.
      if ((await cancel.count()) > 0) await cancel.click().catch(() => undefined);
      await until(plain, new URL(plain.url()).pathname, /Cancelled|What was found/);
    },
    LONG_MS,
  );

  test(
    'sees no case, and officers no evaluation',
    async () => {
      for (const page of [evaluator, board]) {
        expect(await statusAt(page, '/cases')).toBe(403);
        expect(await statusAt(page, '/triages/new')).toBe(403);
        await page.goto('/');
        expect(new URL(page.url()).pathname).toBe('/evaluations');
        expect(await page.locator('.govuk-service-navigation__link').allInnerTexts()).not.toContain('Cases');
      }
      const officer = await signInAs({ program, browser, who: 'officer@durham' });
      expect(await statusAt(officer, '/evaluations')).toBe(403);
      const coordinator = await signInAs({ program, browser, who: 'coordinator@durham' });
      expect(await statusAt(coordinator, '/evaluations')).toBe(200);
      expect(await mainOf(coordinator)).toContain('Nothing has been shared with you yet');
      expect(await statusAt(officer, '/evaluations/new')).toBe(403);
      expect(await statusAt(board, '/evaluations/new')).toBe(403);
    },
    LONG_MS,
  );
});
