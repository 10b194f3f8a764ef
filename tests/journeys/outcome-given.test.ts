import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, noticeOn, openBrowser, press, signInAs } from './browsing.ts';
import { offerAndAccept, timelineOn, triaged } from './case-steps.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

const LONG_MS = 240_000;

/** The answers about an adult whom DIVERT takes, and whose resolution counts from when it is agreed. */
const answers = {
  sex: 'male',
  amount: 'personal-use',
  'offence-local-authority': 'E08000025',
  'prior-diversions': '0',
  'diversions-by-scheme': 'west-midlands-divert=0',
};

let program: WaymarkProgram;
let browser: Browser;
let officer: Page;
let coordinator: Page;

const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();

async function fillResolution(page: Page): Promise<void> {
  for (const name of ['responsibility', 'evidence']) {
    const field = page.locator(`input[name=${name}][value=yes]`);
    if ((await field.count()) > 0) await field.check();
  }
  await page.check('input[name=victim][value=no-victim]');
  await page.check('input[name=serious][value=no]');
  await page.check('input[name=history][value=no]');
  await page.fill('#rationale', 'A small amount, admitted at once.');
}

beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
  officer = await signInAs({ program, browser, who: 'officer@west-midlands' });
  coordinator = await signInAs({ program, browser, who: 'coordinator@west-midlands' });
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test(
  'A community resolution is recorded on the day it is given, corrected, and the case closes without asking again',
  async () => {
    const address = await triaged(officer, { name: 'Sam Resolved', answers });
    await offerAndAccept(officer, 'DIVERT');
    await press(officer, 'Record outcome 8 as given');
    expect(await mainOf(officer)).toContain('It counts from today, and the activity goes on.');
    await fillResolution(officer);
    await press(officer, 'Record as given');
    expect(await noticeOn(officer)).toBe('Outcome recorded as given');
    expect(await mainOf(officer)).toContain('Outcome 8, community resolution, given on');

    const listed = coordinator.locator('.waymark-entry', { hasText: 'Sam Resolved' });
    await coordinator.goto('/cases?list=all');
    await look(coordinator);
    expect(await listed.innerText()).toContain('Outcome 8, community resolution: given, and the case goes on');
    await coordinator.goto(address);
    await look(coordinator);
    await press(coordinator, 'Correct the outcome');
    await press(coordinator, 'take it back');
    await coordinator.fill('#reason', 'Recorded on the wrong case.');
    await press(coordinator, 'Take the outcome back');
    expect(await noticeOn(coordinator)).toBe('Outcome corrected');
    await coordinator.goto('/cases?list=all');
    expect(await listed.innerText()).not.toContain('Outcome 8');
    await coordinator.goto(address);
    await press(coordinator, 'Record outcome 8 as given');
    await fillResolution(coordinator);
    await press(coordinator, 'Record as given');

    await coordinator.locator('summary', { hasText: 'More that you can do' }).click();
    await press(coordinator, 'Close the case');
    expect(await mainOf(coordinator)).toContain('It is not asked for again.');
    await press(coordinator, 'Close the case');
    expect(await noticeOn(coordinator)).toBe('Case closed');
    expect((await timelineOn(coordinator)).slice(0, 4)).toEqual([
      'Case closed with the outcome that was given',
      'Outcome recorded as given',
      'Outcome taken back',
      'Outcome recorded as given',
    ]);
  },
  LONG_MS,
);

test(
  'A child’s case says that the youth justice service was not told, until somebody records that it was',
  async () => {
    const address = await triaged(officer, { name: 'Kim Young', answers, bornIn: new Date().getFullYear() - 15 });
    await officer.goto(`${address}/tell-youth-justice`);
    await look(officer);
    await officer.fill('#team', '');
    await press(officer, 'Record');
    expect(await mainOf(officer)).toContain('Enter which service was told');
    await officer.fill('#team', 'Youth justice service (made up)');
    await press(officer, 'Record');
    expect(await noticeOn(officer)).toBe('Recorded that the youth justice service was told');
    expect(await mainOf(officer)).toContain('Youth justice service (made up), told on');
  },
  LONG_MS,
);
