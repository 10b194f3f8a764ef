import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, noticeOn, openBrowser, press, signInAs } from './browsing.ts';
import { offerAndAccept, timelineOn, triaged } from './case-steps.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/** Time for several pages by several people, each of which is checked. */
const LONG_MS = 240_000;
const SERVICE = 'Course and support (demonstration)';

let program: WaymarkProgram;
let browser: Browser;
let officer: Page;
let worker: Page;

const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();

beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
  officer = await signInAs({ program, browser, who: 'officer@durham' });
  worker = await signInAs({ program, browser, who: 'worker@provider.durham' });
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function typeDay(page: Page, day: string): Promise<void> {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  await page.fill('#on-day', dayOfMonth);
  await page.fill('#on-month', month);
  await page.fill('#on-year', year);
}

const nextYear = new Date().getFullYear() + 1;

describe('A provider', () => {
  test(
    'publishes what a service is and its times, closes a day and opens it again',
    async () => {
      await worker.goto('/services');
      await press(worker, SERVICE);
      expect(await mainOf(worker)).toContain('12 places free');

      await press(worker, 'Change what officers are told');
      await worker.fill('#where', '2 Made-up Street, Durham');
      await worker.fill('#youngest', '21');
      await worker.fill('#oldest', '20');
      await press(worker, 'Publish');
      expect(await mainOf(worker)).toContain('The oldest age must not be lower than the youngest');
      await worker.fill('#youngest', '18');
      await worker.fill('#oldest', '');
      await press(worker, 'Publish');
      expect(await noticeOn(worker)).toBe('Published. Officers see it now');
      expect(await mainOf(worker)).toContain('In person: 2 Made-up Street, Durham');

      await press(worker, 'Publish times');
      await press(worker, 'Publish times');
      expect(await mainOf(worker)).toContain('Enter how many people each takes');
      await typeDay(worker, `${nextYear}-06-01`);
      await worker.fill('#from-time', '5:30pm');
      await worker.fill('#to-time', '7pm');
      await worker.fill('#weeks', '3');
      await worker.fill('#takes', '2');
      await press(worker, 'Publish times');
      expect(await noticeOn(worker)).toBe('3 times published');
      expect(await mainOf(worker)).toContain(`1 June ${nextYear} at 5:30pm to 7pm`);

      await press(worker, 'Close a day');
      await typeDay(worker, `${nextYear}-06-08`);
      await worker.fill('#reason', 'Staff training');
      await press(worker, 'Close the day');
      expect(await noticeOn(worker)).toBe(`Closed on 8 June ${nextYear}`);
      expect(await mainOf(worker)).toContain('Closed: Staff training.');
      await press(worker, `Open again on 8 June ${nextYear}`);
      expect(await noticeOn(worker)).toBe(`Open again on 8 June ${nextYear}`);
    },
    LONG_MS,
  );
});

describe('An officer', () => {
  test(
    'sees the next places before the offer, and books one with the referral in one tap',
    async () => {
      const address = await triaged(officer, { name: 'Robin Booked' });
      await officer.goto(`${address}/offer-scheme/durham-checkpoint`);
      expect(await mainOf(officer)).toContain('Next places');
      await officer.goto(`${address}/decision`);
      await offerAndAccept(officer, 'Checkpoint');
      await press(officer, 'Record the agreement');
      await press(officer, 'Record agreement');
      await press(officer, 'Refer to a provider');
      expect(await officer.locator('button[name=place]').count()).toBe(3);
      await press(officer, 'more places');
      expect(await officer.locator('button[name=place]').count()).toBeGreaterThan(3);
      await press(officer, 'Refer and book');
      expect(await noticeOn(officer)).toMatch(
        /^Referred to the provider\. Booked for Tuesday .* at 10am\. In person: 2 Made-up Street, Durham\./,
      );
      expect((await timelineOn(officer)).slice(0, 2)).toEqual(['Place booked', 'Referred to a provider']);
      expect(await mainOf(officer)).toContain('In person: 2 Made-up Street, Durham.');

      await worker.goto('/services');
      await press(worker, SERVICE);
      expect(await mainOf(worker)).toContain('2 of 12 places taken');
      const reference = /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await officer.title())?.[1] ?? '';
      await press(worker, reference);
      await press(worker, 'Accept the referral');
      await press(worker, 'Accept the referral');
      await press(worker, 'Cancel');
      await choose(worker, 'Nobody’s: transport, rooms, our side');
      await worker.fill('#reason', 'No room');
      await press(worker, 'Cancel appointment');
      await worker.goto('/services');
      await press(worker, SERVICE);
      expect(await mainOf(worker)).toContain('1 of 12 places taken');
    },
    LONG_MS,
  );
});
