import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, look, openBrowser, press, signInAs } from './browsing.ts';
import { agreeAndRefer, bookForNow, offerAndAccept, recordKept, timelineOn, triage } from './case-steps.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/** Time for some sixty pages, each of which is checked. */
const WHOLE_PATH_MS = 240_000;

let program: WaymarkProgram;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe.each([
  { how: 'with scripts', javaScriptEnabled: true, name: 'Robin Scripted' },
  { how: 'without scripts', javaScriptEnabled: false, name: 'Robin Unscripted' },
])('On a small telephone, $how', ({ javaScriptEnabled, name }) => {
  const as = (who: string) => signInAs({ program, browser, who, javaScriptEnabled });

  test(
    'a person goes from the stop to the closed outcome',
    async () => {
      const officer = await as('officer@durham');
      const address = await triage(officer, { name });
      expect(await officer.locator('main').innerText()).toContain('DUR-1');
      await offerAndAccept(officer, 'Checkpoint');
      await agreeAndRefer(officer);

      const worker = await as('worker@provider.durham');
      await press(worker, name);
      await press(worker, 'Accept the referral');
      await press(worker, 'Accept the referral');
      await bookForNow(worker, 'Needs assessment');
      await recordKept(worker);
      await bookForNow(worker, 'Navigator sessions');
      await recordKept(worker);
      await press(worker, 'The activity is completed');
      await press(worker, 'Record completion');

      const coordinator = await as('coordinator@durham');
      await press(coordinator, 'Completed: record the outcome');
      await press(coordinator, name);
      await press(coordinator, 'Record outcome 22 and close');
      await choose(coordinator, 'There is no victim');
      await coordinator.getByLabel('Reasons for this outcome').fill('The activity is done.');
      await press(coordinator, 'Record and close');
      expect(await timelineOn(coordinator)).toEqual([
        'Outcome recorded and case closed',
        'Activity completed',
        'Appointment kept',
        'Appointment booked',
        'Appointment kept',
        'Appointment booked',
        'Referral accepted',
        'Referred to a provider',
        'Agreement signed',
        'Offer accepted',
        'Scheme offered',
        'Triage finished and decided',
      ]);

      await officer.goto(`${address}/decision`);
      await look(officer);
      await press(officer, 'A copy for the person');
      expect(await officer.locator('main').innerText()).toContain('It is advice');
      await officer.goto(`${address}/facts`);
      await look(officer);
    },
    WHOLE_PATH_MS,
  );
});
