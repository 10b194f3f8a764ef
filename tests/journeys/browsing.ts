import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumThere } from '../../bin/find-chromium.mjs';
import { MACHINE_IS_SLOW_MS } from '../slow-machines.ts';
import type { WaymarkProgram } from './waymark-program.ts';

/** A small telephone: what fits there fits everywhere. */
const TELEPHONE = { width: 360, height: 740 };
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * GOV.UK Frontend marks a radio that opens further fields with aria-expanded, which ARIA has no place for. It is known
 * to them and helps more than it harms (alphagov/govuk-frontend issue 979).
 */
const KNOWN = { rule: 'aria-allowed-attr', on: '.govuk-radios__input[aria-expanded]' };

/** Chromium as the test command found it, or where Debian has it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumThere() ?? '/usr/bin/chromium', args: QUIET });
}

interface SignIn {
  readonly program: WaymarkProgram;
  readonly browser: Browser;
  /** The part of the demonstration account's address before `.example`. */
  readonly who: string;
  readonly javaScriptEnabled?: boolean;
  /** Where they begin: by their role. */
  readonly at?: '/cases' | '/evaluations' | '/audit';
}

/** A telephone of its own on which somebody has signed in; it fails the test where the page's own scripts fail. */
export async function signInAs({
  program,
  browser,
  who,
  javaScriptEnabled = true,
  at = '/cases',
}: SignIn): Promise<Page> {
  const page = await openTelephone({ program, browser, javaScriptEnabled });
  await page.goto('/sign-in');
  await signInOn(page, { program, who });
  await page.waitForURL(`**${at}`);
  return page;
}

/** Signs in on the page that asks for it. */
export async function signInOn(page: Page, { program, who }: Pick<SignIn, 'program' | 'who'>): Promise<void> {
  await look(page);
  await page.fill('#email', `${who}.example`);
  await page.fill('#password', program.password);
  await press(page, 'Sign in');
}

/** A telephone on which nobody has signed in. */
export async function openTelephone({
  program,
  browser,
  javaScriptEnabled = true,
}: Omit<SignIn, 'who'>): Promise<Page> {
  const context = await browser.newContext({ viewport: TELEPHONE, baseURL: program.url, javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(MACHINE_IS_SLOW_MS);
  page.on('pageerror', (fault) => expect.unreachable(`A script of the page failed: ${fault.message}`));
  return page;
}

/** The kinds of page that axe has seen: a page made of the same parts as one before has nothing new to find. */
const seenByAxe = new Set<string>();

/** All that is asked of a page at once: each question to the browser costs as much as its answer. */
const SEEN = `({
  tooWide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  mainHeadings: document.querySelectorAll('h1').length,
  title: document.title,
  // Where scripts are off axe cannot run either; it has seen the same page with them.
  hasScripts: document.body.classList.contains('js-enabled'),
  parts: [...new Set([...document.querySelectorAll('[class]')].map((each) => each.className))].sort().join(),
})`;
interface Seen {
  readonly tooWide: number;
  readonly mainHeadings: number;
  readonly title: string;
  readonly hasScripts: boolean;
  readonly parts: string;
}

/** Looks a page over: nothing for axe to find, nothing wider than the screen, one main heading, a title that says where. */
export async function look(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  const { tooWide, mainHeadings, title, hasScripts, parts } = await page.evaluate<Seen>(SEEN);
  expect(`${where} is ${tooWide} pixels too wide`).toBe(`${where} is 0 pixels too wide`);
  expect(`${where} has ${mainHeadings} h1`).toBe(`${where} has 1 h1`);
  expect(title).toMatch(/ – Waymark$/);
  if (!hasScripts) return;
  const kind = `${where.replace(/[0-9a-f-]{36}/g, ':id')} ${parts}`;
  if (seenByAxe.has(kind)) return;
  seenByAxe.add(kind);
  expect({ where, found: await axeFindings(page) }).toEqual({ where, found: [] });
}

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`${axe}\naxe.run({ resultTypes: ["violations"] })`);
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const target of nodes.map((node) => node.target.join(' '))) {
      const isKnown = id === KNOWN.rule && (await page.locator(target).and(page.locator(KNOWN.on)).count()) > 0;
      if (!isKnown) found.push(`${id}: ${target}`);
    }
  }
  return found;
}

/** Presses a button or follows a link of the page's main part by its words, and looks at the page it leads to. */
export async function press(page: Page, words: string): Promise<void> {
  const target = page
    .locator('main')
    .getByRole('button', { name: words })
    .or(page.locator('main').getByRole('link', { name: words }));
  await follow(page, target.first());
}

/** Clicks what leads to another page, waits until that page is there, and looks at it. */
export async function follow(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), target.click()]);
  await look(page);
}

/** Chooses by the words beside the radio or box. */
export async function choose(page: Page, words: string, nth = 0): Promise<void> {
  await page.getByLabel(words, { exact: true }).nth(nth).check();
}

/** What the notice says after a form has done its work. */
export async function noticeOn(page: Page): Promise<string> {
  return (await page.locator('.govuk-notification-banner__heading').innerText()).trim();
}
