import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openTelephone } from './browsing.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/**
 * What it takes an officer, from the sign-in to the referral, in a plain case: an adult with a little cannabis, who admits
 * it, takes part and was never diverted before. The table of docs/taps.md is what it took when it was last looked at;
 * whoever makes it more writes the table again (-u) and answers for it.
 */
const FORCES = ['thames-valley', 'west-midlands', 'avon-and-somerset', 'durham', 'scotland'] as const;
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

/** What is counted begins with the telephone open and signed in. */
async function signIn({ page }: Counted, force: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#email', `officer@${force}.example`);
  await page.fill('#password', program.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/cases');
}

async function triage(on: Counted, force: string): Promise<void> {
  const { page } = on;
  await on.press('Start a triage');
  await on.type('#name', 'Robin Counted');
  await on.type('#born-on', '01021999');
  await on.press('Possession of cannabis, and no other drug');
  for (let asked = 0; !page.url().endsWith('/check'); asked += 1) {
    expect([page.url(), asked < MORE_THAN_EVERY_PAGE]).toEqual([page.url(), true]);
    await answer(on, force);
  }
  await on.press('Finish and see the decision');
}

async function answer(on: Counted, force: string): Promise<void> {
  const { page } = on;
  if (page.url().endsWith('/ticks')) {
    return on.press('None of these');
  }
  const none = page.locator('button[name=from-records]');
  if ((await none.count()) > 0) return on.go(none);
  const fact = /\/questions\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const value = fact === 'home-force' ? force : (ANSWERS[fact] ?? 'false');
  const answers = page.locator('button[name=answer]');
  const own = page.locator(`button[name=answer][value="${value}"]`);
  await on.go((await own.count()) > 0 ? own : answers.first());
}

/** The scheme that is offered, where several wait for a judgement. */
const OFFERED: Readonly<Record<string, string>> = { scotland: 'scotland-recorded-police-warning' };

/** Where a rule of the scheme leaves something to an officer, the officer judges it before the offer. */
async function judge(on: Counted, force: string): Promise<void> {
  const { page } = on;
  await on.go(page.locator(`a[href*="/override-decision/${OFFERED[force] ?? ''}"]`).first());
  await on.tap(page.getByLabel('Eligible', { exact: true }));
  await on.type('#reason', 'Suits him');
  await on.press('Record judgement');
  await on.press('See the decision and offer a scheme');
}

async function offer(on: Counted, force: string): Promise<void> {
  const { page } = on;
  const offered = page.locator('main').getByRole('button', { name: 'Offer this scheme' });
  if ((await offered.count()) === 0) await judge(on, force);
  await on.press('Offer this scheme');
  await on.tap(page.locator('input[name=otherwise]').first());
  await on.press('Record the offer');
  await on.press('The person accepts');
  for (const name of ['take-part', 'share']) await on.tap(page.locator(`input[name^="${name}"]`).first());
  await on.press('Record acceptance');
}

/** The referral with the first place of those shown, which is booked with it. */
async function refer(on: Counted): Promise<void> {
  const { page } = on;
  const agreement = page.locator('main').getByRole('button', { name: 'Record the agreement' });
  if ((await agreement.count()) > 0) {
    await on.press('Record the agreement');
    await on.press('Record agreement');
  }
  await on.press('Refer to a provider');
  await on.press('Refer and book');
  expect(await page.locator('.govuk-notification-banner__heading').innerText()).toContain('Referred to the provider');
}

/** Scotland's warning has no activity: it is given there and then, and nobody is referred. */
async function warn(on: Counted): Promise<void> {
  await on.press('Record recorded police warning as given');
  await on.type('#rationale', 'Small amount');
  await on.press('Record as given');
  expect(await on.page.locator('.govuk-notification-banner__heading').innerText()).toContain('given');
}

interface Walked {
  readonly decided: readonly [taps: number, pages: number];
  readonly ended: readonly [taps: number, pages: number];
}

async function walk(on: Counted, force: string): Promise<Walked> {
  await signIn(on, force);
  await triage(on, force);
  const decided = [on.taps, on.pages] as const;
  await offer(on, force);
  await (force === 'scotland' ? warn(on) : refer(on));
  return { decided, ended: [on.taps, on.pages] };
}

test(
  'A plain case takes no more taps, pages and characters than the table says (run with -u after a change, and read the difference)',
  async () => {
    const rows: string[] = [];
    for (const force of FORCES) {
      const on = new Counted(await openTelephone({ program, browser }));
      const { decided, ended } = await walk(on, force);
      rows.push(`| ${[force, ...decided, ...ended, on.characters].join(' | ')} |`);
      await on.page.context().close();
    }
    await expect(`${HEAD}${rows.join('\n')}\n`).toMatchFileSnapshot('../../docs/taps.md');
  },
  WALK_MS,
);

const HEAD = `# What a plain case takes

An adult with a little cannabis, who admits it, agrees and was never diverted before: from a telephone that is open and signed in, to the referral; in Scotland, where a warning has nothing to be referred for, to the warning given. A tap is a press on a field, a choice, a link or a button; a page is one that is loaded; characters are those typed. Written by \`tests/journeys/taps.test.ts\`.

| force | taps to the decision | pages to it | taps to the referral | pages to it | characters |
| --- | --- | --- | --- | --- | --- |
`;
