import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeOn, openBrowser, openTelephone } from './browsing.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/** Each form is sent twice, with a sign-in between. */
const LONG_MS = 240_000;
const MORE_THAN_EVERY_PAGE = 40;

/** What the person answers where it is not no. */
const ANSWERS: Readonly<Record<string, string>> = {
  'caution-given': 'true',
  admission: 'admits',
  'evidence-to-charge': 'true',
  sex: 'male',
};

let program: WaymarkProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function signIn(page: Page, force: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#email', `officer@${force}.example`);
  await page.fill('#password', program.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/cases');
}

/** Sends a form whose session has ended; signs in beside it, and reloads the answer, which sends the form again. */
async function sendLate(page: Page, force: string, button: Locator): Promise<string> {
  const form = new URL(page.url()).pathname;
  await page.context().clearCookies({ name: /session/ });
  await Promise.all([page.waitForEvent('load'), button.first().click()]);
  expect([form, await page.locator('h1').innerText()]).toEqual([form, 'You have been signed out']);
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click(),
  ]);
  await signIn(beside, force);
  await beside.close();
  await page.reload();
  expect([form, await page.locator('h1').innerText()]).not.toEqual([form, 'You have been signed out']);
  expect([form, await page.locator('.govuk-error-summary').count()]).toEqual([form, 0]);
  return form.replace(/[0-9a-f-]{36}/, 'id');
}

/** The button that answers the page of a triage. */
async function answerOn(page: Page, force: string): Promise<Locator> {
  if (page.url().endsWith('/ticks')) return page.getByRole('button', { name: 'None of these' });
  const oneTap = page.locator('button[name=from-records], button[name=together]');
  if ((await oneTap.count()) > 0) return oneTap;
  const fact = /\/questions\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const value = fact === 'home-force' ? force : (ANSWERS[fact] ?? 'false');
  const own = page.locator(`button[name=answer][value="${value}"]`);
  return (await own.count()) > 0 ? own : page.locator('button[name=answer]');
}

test.each([
  ['west-midlands', ['/triages/new', '/triages/id/ticks', '/triages/id/offer', '/cases/id/refer-person']],
  ['avon-and-somerset', ['/triages/new', '/triages/id/offer', '/cases/id/refer-person']],
  ['durham', ['/triages/new', '/triages/id/offer', '/cases/id/sign-agreement']],
] as const)(
  'Every form from the first page of a triage to the referral keeps what was entered where the session has ended: %s',
  async (force, among) => {
    const page = await openTelephone({ program, browser });
    const sent: string[] = [];
    const late = async (button: Locator): Promise<void> => {
      sent.push(await sendLate(page, force, button));
    };
    await signIn(page, force);
    await page.goto('/triages/new');
    await page.fill('#name', 'Robin Late');
    await page.fill('#born-on', '01021999');
    await late(page.getByRole('button', { name: 'Possession of cannabis, and no other drug' }));
    for (let asked = 0; !page.url().endsWith('/offer'); asked += 1) {
      expect([page.url(), asked < MORE_THAN_EVERY_PAGE]).toEqual([page.url(), true]);
      await late(await answerOn(page, force));
    }
    await page.locator('input[name=otherwise]').first().click();
    for (const yes of await page.locator('input[type=radio][value=yes]').all()) await yes.click();
    await page.locator('input[name=take-part]').first().click();
    await page.fill('#telephone', '07700900123');
    await late(page.locator('button[name=share]'));
    if (page.url().endsWith('/sign-agreement')) {
      await late(page.getByRole('button', { name: 'Record agreement' }));
      await page.getByRole('button', { name: 'Refer to a provider' }).click();
      await page.waitForURL('**/refer-person');
    }
    if (page.url().endsWith('/refer-person')) {
      const place = page.locator('button[name=place]');
      await late((await place.count()) > 0 ? place : page.locator('main').getByRole('button', { name: 'Refer' }));
    }
    expect((await noticeOn(page)).split('.')[0]).toBe('Referred to the provider');
    const main = page.locator('main');
    expect(await main.innerText()).toContain('Robin Late');
    expect(await main.innerText()).toContain('07700900123');
    expect(sent).toEqual(expect.arrayContaining([...among]));
    await page.context().close();
  },
  LONG_MS,
);
