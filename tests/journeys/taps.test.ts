import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openTelephone } from './browsing.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/**
 * What it takes an officer, from the sign-in to the referral, in a plain case: an adult with a little cannabis, who admits
 * it, takes part and was never diverted before. The table of docs/taps.md is what it took when it was last looked at;
 * whoever makes it more writes the table again (-u) and answers for it.
 */
const FORCES = ['thames-valley', 'west-midlands', 'durham', 'scotland'] as const;
const WALK_MS = 120_000;
const MORE_THAN_EVERY_PAGE = 40;

const ANSWERS: Readonly<Record<string, string>> = {
  'offence-group': 'possession',
  substances: 'cannabis',
  'caution-given': 'true',
  admission: 'admits',
  'evidence-to-charge': 'true',
  consents: 'true',
  'understands-obligations': 'true',
  'agrees-to-disposal': 'true',
  sex: 'male',
  otherwise: 'prosecution',
};

let program: WaymarkProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A telephone on which every tap, page and character is counted. */
class Counted {
  taps = 0;
  pages = 0;
  characters = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.click();
  }

  /** A tap into the field, and then its characters. */
  async type(selector: string, text: string): Promise<void> {
    await this.tap(this.page.locator(selector));
    this.characters += text.length;
    await this.page.fill(selector, text);
  }

  /** A tap that leads to another page. */
  async go(target: Locator): Promise<void> {
    this.pages += 1;
    await Promise.all([this.page.waitForEvent('load'), this.tap(target)]);
  }

  /** The button or link of the page's main part with these words. */
  async press(words: string): Promise<void> {
    const main = this.page.locator('main');
    await this.go(
      main
        .getByRole('button', { name: words })
        .or(main.getByRole('link', { name: words }))
        .first(),
    );
  }
}

async function signIn(on: Counted, force: string): Promise<void> {
  await on.page.goto('/sign-in');
  on.pages += 1;
  await on.type('#email', `officer@${force}.example`);
  await on.type('#password', program.password);
  await on.press('Sign in');
}

async function triage(on: Counted, force: string): Promise<void> {
  const { page } = on;
  await on.press('Start a triage');
  await on.tap(page.getByLabel('Today', { exact: true }));
  const typed = { name: `Robin Counted ${force}`, 'born-on-day': '1', 'born-on-month': '2', 'born-on-year': '1999' };
  for (const [field, text] of Object.entries(typed)) await on.type(`#${field}`, text);
  await on.press('Continue');
  for (let asked = 0; !page.url().endsWith('/check'); asked += 1) {
    expect([page.url(), asked < MORE_THAN_EVERY_PAGE]).toEqual([page.url(), true]);
    await answer(on, force);
  }
  await on.press('Finish and see the decision');
}

async function answer(on: Counted, force: string): Promise<void> {
  const { page } = on;
  if (page.url().endsWith('/ticks')) {
    await on.tap(page.locator('input[name=applies][value=none]'));
    return on.press('Continue');
  }
  const none = page.locator('button[name=from-records]');
  if ((await none.count()) > 0) return on.go(none);
  const fact = /\/questions\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const choices = page.locator('input[name=answer]');
  const value = fact === 'home-force' ? force : (ANSWERS[fact] ?? 'false');
  const chosen = page.locator(`input[name=answer][value="${value}"]`);
  await on.tap((await chosen.count()) > 0 ? chosen : choices.first());
  return on.press('Continue');
}

async function offerAndRefer(on: Counted): Promise<void> {
  const { page } = on;
  await on.press('Offer this scheme');
  await on.tap(page.locator('input[name=otherwise]').first());
  await on.press('Record the offer');
  await on.press('The person accepts');
  for (const name of ['take-part', 'share']) await on.tap(page.locator(`input[name^="${name}"]`).first());
  await on.press('Record acceptance');
  const agreement = page.locator('main').getByRole('button', { name: 'Record the agreement' });
  if ((await agreement.count()) > 0) {
    await on.press('Record the agreement');
    await on.press('Record agreement');
  }
  await on.press('Refer to a provider');
  await on.tap(page.locator('input[name=service]').first());
  await on.press('Refer');
  expect(await page.locator('.govuk-notification-banner__heading').innerText()).toContain('Referred to the provider');
}

test(
  'A plain case takes no more taps, pages and characters than the table says (run with -u after a change, and read the difference)',
  async () => {
    const rows: string[] = [];
    for (const force of FORCES) {
      const on = new Counted(await openTelephone({ program, browser }));
      await signIn(on, force);
      await triage(on, force);
      const decided = { taps: on.taps, pages: on.pages };
      // Scotland's schemes wait for a judgement of the officer or the fiscal: no offer follows by itself.
      const isReferred = force !== 'scotland';
      if (isReferred) await offerAndRefer(on);
      const referred = isReferred ? [on.taps, on.pages] : ['not offered', 'not offered'];
      rows.push(`| ${[force, decided.taps, decided.pages, ...referred, on.characters].join(' | ')} |`);
      await on.page.context().close();
    }
    await expect(`${HEAD}${rows.join('\n')}\n`).toMatchFileSnapshot('../../docs/taps.md');
  },
  WALK_MS,
);

const HEAD = `# What a plain case takes

An adult with a little cannabis, who admits it, agrees and was never diverted before: from the sign-in to the referral, on a telephone. In Scotland to the decision alone: both schemes wait for a judgement. A tap is a press on a field, a choice, a link or a button; a page is one that is loaded; characters are those typed, the address, the password and the name among them. Written by \`tests/journeys/taps.test.ts\`.

| force | taps to the decision | pages to it | taps to the referral | pages to it | characters |
| --- | --- | --- | --- | --- | --- |
`;
