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
type Force = (typeof FORCES)[number];
const WALK_MS = 240_000;
/** What nobody may need more than, whatever the table says, a place booked with the referral where any is published. */
const MOST_TAPS: Readonly<Record<Force, number>> = {
  'thames-valley': 12,
  'west-midlands': 14,
  'avon-and-somerset': 12,
  durham: 20,
  scotland: 20,
};
const MOST_CHARACTERS = 40;
/** A warning in Scotland is given there and then, with its reasons in words. */
const WITH_REASONS = 60;
const MORE_THAN_EVERY_PAGE = 40;

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

async function triage(on: Counted, force: string, name: string): Promise<void> {
  const { page } = on;
  await on.press('Start a triage');
  await on.type('#name', name);
  await on.type('#born-on', '01021999');
  await on.press('Possession of cannabis, and no other drug');
  for (let asked = 0; !page.url().endsWith('/offer'); asked += 1) {
    expect([page.url(), asked < MORE_THAN_EVERY_PAGE]).toEqual([page.url(), true]);
    await answer(on, force);
  }
}

async function answer(on: Counted, force: string): Promise<void> {
  const { page } = on;
  if (page.url().endsWith('/ticks')) {
    return on.press('None of these');
  }
  const none = page.locator('button[name=from-records]');
  if ((await none.count()) > 0) return on.go(none);
  const together = page.locator('button[name=together]');
  if ((await together.count()) > 0) return on.go(together.first());
  const fact = /\/questions\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const value = fact === 'home-force' ? force : (ANSWERS[fact] ?? 'false');
  const answers = page.locator('button[name=answer]');
  const own = page.locator(`button[name=answer][value="${value}"]`);
  await on.go((await own.count()) > 0 ? own : answers.first());
}

/** The offer, all of it on one page: what is to be judged, the yes to each question, and how to reach the person. */
async function offer(on: Counted): Promise<void> {
  const { page } = on;
  await on.tap(page.locator('input[name=otherwise]').first());
  for (const yes of await page.locator('input[type=radio][value=yes]').all()) await on.tap(yes);
  const takesPart = page.locator('input[name=take-part]');
  if ((await takesPart.count()) > 0) await on.tap(takesPart.first());
  await on.type('#telephone', '07700900123');
  // The last answer is consent to share; where there is no provider, it is whether the person accepts.
  await on.go(page.locator('button[name=share], button[name=take-part]').first());
}

/** An agreement is signed first, and then somebody is referred. */
async function agree(on: Counted): Promise<void> {
  await on.press('Record agreement');
  await on.press('Refer to a provider');
}

/** A place is booked with the referral, where the service publishes places. */
async function book(on: Counted): Promise<void> {
  const place = on.page.locator('button[name=place]');
  await ((await place.count()) > 0 ? on.go(place.first()) : on.press('Refer'));
}

const noticeOn = ({ page }: Counted): Promise<string> =>
  page.locator('.govuk-notification-banner__heading').innerText();

/** Scotland's warning has no activity: it is given there and then, and nobody is referred. */
async function warn(on: Counted): Promise<void> {
  const { page } = on;
  await on.press('Record recorded police warning as given');
  // The law of a warning asks for what the scheme does not, and the triage has not asked for.
  for (;;) {
    const open = page.locator('main a[href*="/amend-fact/"]');
    if ((await open.count()) === 0) break;
    await on.go(open.first());
    await on.tap(page.locator('input[name=answer][value=none], input[name=answer][value=false]').first());
    await on.type('#reason', 'Asked');
    await on.press('Amend');
    await on.press('Record recorded police warning as given');
  }
  await on.type('#rationale', 'Small amount');
  await on.press('Record as given');
}

interface Walked {
  readonly asked: readonly [taps: number, pages: number];
  readonly ended: readonly [taps: number, pages: number];
}

async function walk(on: Counted, force: string, name: string): Promise<Walked> {
  await signIn(on, force);
  await triage(on, force, name);
  const asked = [on.taps, on.pages] as const;
  await offer(on);
  if (on.page.url().endsWith('/sign-agreement')) await agree(on);
  if (on.page.url().endsWith('/refer-person')) await book(on);
  if (force === 'scotland') await warn(on);
  const notice = force === 'scotland' ? 'Outcome recorded as given' : 'Referred to the provider';
  expect([force, (await noticeOn(on)).trim().split('.')[0]]).toEqual([force, notice]);
  return { asked, ended: [on.taps, on.pages] };
}

test(
  'A plain case takes no more taps, pages and characters than the table says (run with -u after a change, and read the difference)',
  async () => {
    const rows: string[] = [];
    for (const force of FORCES) {
      const walked = async (name: string, javaScriptEnabled: boolean) => {
        const on = new Counted(await openTelephone({ program, browser, javaScriptEnabled }));
        const { asked, ended } = await walk(on, force, name);
        await on.page.context().close();
        return { asked, ended, characters: on.characters };
      };
      const { asked, ended, characters } = await walked('Robin Counted', true);
      expect([force, ended[0] <= MOST_TAPS[force]]).toEqual([force, true]);
      expect([force, characters <= (force === 'scotland' ? WITH_REASONS : MOST_CHARACTERS)]).toEqual([force, true]);
      const plain = await walked('Robin Unscripted', false);
      expect([force, 'without scripts', plain.asked, plain.ended]).toEqual([force, 'without scripts', asked, ended]);
      rows.push(`| ${[force, ...asked, ...ended, characters].join(' | ')} |`);
    }
    await expect(`${HEAD}${rows.join('\n')}\n`).toMatchFileSnapshot('../../docs/taps.md');
  },
  WALK_MS,
);

const HEAD = `# What a plain case takes

An adult with a little cannabis, who admits it, agrees and was never diverted before: from a telephone that is open and signed in, to the referral; in Scotland, where a warning has nothing to be referred for, to the warning given. A tap is a press on a field, a choice, a link or a button; a page is one that is loaded; characters are those typed. It is the same without scripts. Written by \`tests/journeys/taps.test.ts\`.

| force | taps to the offer | pages to it | taps to the referral | pages to it | characters |
| --- | --- | --- | --- | --- | --- |
`;
