import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, follow, look, noticeOn, openBrowser, openTelephone, press, signInAs, signInOn } from './browsing.ts';
import { agreeAndRefer, offerAndAccept, timelineOn, triage, triaged } from './case-steps.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/** Time for several pages by several people, each of which is checked. */
const LONG_MS = 180_000;

let program: WaymarkProgram;
let browser: Browser;
let officer: Page;

const as = (who: string): Promise<Page> => signInAs({ program, browser, who });
const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** The status of a page asked for by its address. */
async function statusAt(page: Page, address: string): Promise<number | undefined> {
  const response = await page.goto(address);
  await look(page);
  return response?.status();
}

beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
  officer = await as('officer@durham');
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe('A page that somebody else has overtaken', () => {
  test(
    'is refused: it says what changed and who did it, and keeps what was typed',
    async () => {
      const address = await triaged(officer, { name: 'Robin Overtaken' });
      await press(officer, 'Offer this scheme');
      await choose(officer, 'Prosecution');
      await press(officer, 'Record the offer');
      const supervisor = await as('supervisor@durham');
      await supervisor.goto(`${address}/decline-offer`);
      await supervisor.fill('#reason', 'Said on the telephone that they do not want it.');
      await press(officer, 'The person accepts');
      await choose(officer, 'Yes. In writing', 0);
      await choose(officer, 'No', 1);
      await press(officer, 'Record acceptance');

      await press(supervisor, 'Record that the offer was declined');
      const page = await mainOf(supervisor);
      expect(page).toContain('This case has changed since you opened the page');
      expect(page).toMatch(/Offer accepted, by PC Merle Ashdown/);
      expect(page).toContain('Said on the telephone that they do not want it.');
      await press(supervisor, 'See the case as it is now');
      expect((await timelineOn(supervisor))[0]).toBe('Offer accepted');
      expect(await mainOf(supervisor)).toContain('Consent to take part: yes, in writing.');
      expect(await mainOf(supervisor)).toContain('Consent to share details with the provider: no.');
    },
    LONG_MS,
  );
});

describe('A form', () => {
  test(
    'that lacks something says so, and keeps what was typed',
    async () => {
      const address = await triaged(officer, { name: 'Robin Formal' });
      await officer.goto(`${address}/override-decision/durham-checkpoint`);
      await officer.fill('#reason', 'Known to the team.');
      await press(officer, 'Override');
      expect(await officer.title()).toMatch(/^Error: /);
      expect(await officer.locator('.govuk-error-summary a').allInnerTexts()).toEqual(['Select what you decide']);
      expect(await officer.inputValue('#reason')).toBe('Known to the team.');
    },
    LONG_MS,
  );

  test(
    'whose command the case refuses shows the refusal beside what was typed',
    async () => {
      const address = await triaged(officer, { name: 'Robin Refused' });
      await officer.goto(`${address}/override-decision/durham-checkpoint`);
      await choose(officer, 'Eligible');
      await officer.fill('#reason', 'It is that already.');
      await press(officer, 'Override');
      expect(await mainOf(officer)).toContain('The decision is that already. Leave it as it stands.');
      expect(await officer.inputValue('#reason')).toBe('It is that already.');
    },
    LONG_MS,
  );
});

describe('A decision', () => {
  test(
    'DUR-13 against a person can be overridden by a supervisor with a reason, and both stay to be seen',
    async () => {
      const answers = { 'offence-group': 'not-known', 'co-accused': 'true' };
      const address = await triage(officer, { name: 'Robin Overridden', answers });
      expect(await mainOf(officer)).toMatch(/Not met DUR-13/);
      expect(await officer.getByRole('button', { name: 'Offer this scheme' }).count()).toBe(0);
      await press(officer, 'Override');
      await press(officer, 'where the offence may be tried');
      await choose(officer, 'In a magistrates’ court or the Crown Court');
      await officer.fill('#reason', 'Possession of cannabis.');
      await press(officer, 'Amend');
      const supervisor = await as('supervisor@durham');
      await supervisor.goto(`${address}/override-decision/durham-checkpoint`);
      await choose(supervisor, 'Eligible');
      await supervisor.fill('#reason', 'The other person was released without charge.');
      await press(supervisor, 'Override');
      expect(await noticeOn(supervisor)).toBe('Decision overridden');
      await supervisor.goto('/overrides');
      await look(supervisor);
      expect(await mainOf(supervisor)).toMatch(/Robin Overridden[\s\S]*The other person was released without charge/);
      await officer.goto(`${address}/decision`);
      await look(officer);
      expect(await mainOf(officer)).toMatch(/Eligible \(overridden; decided: not eligible\)/);
      await offerAndAccept(officer, 'Checkpoint');
    },
    LONG_MS,
  );

  test(
    'names what must still be known where nobody knew, and is taken again once somebody finds it out',
    async () => {
      await triage(officer, { name: 'Robin Unknown', answers: { 'subject-to-court-order': 'not-known' } });
      const page = await mainOf(officer);
      expect(page).toContain('More must be known');
      expect(page).toMatch(/Still to be known:\s+Is the person subject to a court order\?/);
      expect(await officer.getByRole('button', { name: 'Override' }).count()).toBe(0);
      await officer.locator('a[href$="/decide-again/subject-to-court-order"]').first().click();
      await look(officer);
      await officer.check('input[name=answer][value=false]');
      await officer.fill('#reason', 'Asked the court.');
      await press(officer, 'Take the decisions again');
      expect(await noticeOn(officer)).toBe('Decided again');
      expect((await timelineOn(officer))[0]).toBe('Decided again');
    },
    LONG_MS,
  );
});

describe('A referral', () => {
  test(
    'that its provider rejects comes back to the coordinator with the reason, and leaves no name behind',
    async () => {
      const name = 'Robin Rejected';
      const address = await triaged(officer, { name });
      await offerAndAccept(officer, 'Checkpoint');
      await agreeAndRefer(officer);
      const worker = await as('worker@provider.durham');
      await press(worker, name);
      await press(worker, 'Reject the referral');
      await choose(worker, 'No capacity at present');
      await press(worker, 'Reject the referral');
      expect(await mainOf(worker)).not.toContain(name);

      const coordinator = await as('coordinator@durham');
      await press(coordinator, name);
      expect(await mainOf(coordinator)).toMatch(/Referral rejected[\s\S]*No capacity at present/);
      expect(await mainOf(coordinator)).not.toContain('Another reason');
      expect(await mainOf(coordinator)).toContain('Waiting for first contact');
      await press(coordinator, 'Refer to a provider');
      await press(coordinator, 'Refer without booking a place');
      await coordinator.locator('input[name=service]').first().check();
      await press(coordinator, 'Refer');
      expect(await noticeOn(coordinator)).toBe('Referred to the provider');
      expect(await statusAt(coordinator, `${address}/record-outcome/22`)).toBe(403);
    },
    LONG_MS,
  );
});

describe('A case', () => {
  test(
    'is shown to its force and its provider, each their own side, and to nobody else',
    async () => {
      const address = await triaged(officer, { name: 'Robin Private' });
      const [worker, elsewhere] = await Promise.all([as('worker@provider.durham'), as('officer@thames-valley')]);
      expect(await statusAt(worker, address)).toBe(404);
      expect(await statusAt(elsewhere, address)).toBe(404);
      await officer.goto(`${address}/decision`);
      await offerAndAccept(officer, 'Checkpoint');
      await agreeAndRefer(officer);
      expect(await statusAt(worker, address)).toBe(200);
      expect(await statusAt(worker, `${address}/decision`)).toBe(403);
      expect(await statusAt(worker, `${address}/facts`)).toBe(403);
      expect(await statusAt(worker, '/triages/new')).toBe(403);
      expect(await statusAt(elsewhere, address)).toBe(404);
    },
    LONG_MS,
  );
});

describe('Whoever has not signed in', () => {
  test(
    'is asked to, and still sees the rules',
    async () => {
      const stranger = await openTelephone({ program, browser });
      await stranger.goto('/cases');
      await look(stranger);
      expect(stranger.url()).toContain('/sign-in');
      for (const address of [
        '/schemes',
        '/schemes/durham-checkpoint',
        '/about',
        '/about/rules',
        '/about/rules/LON-1',
        '/about/rules/LAW-44',
        '/about/law',
        '/about/law/charge',
      ]) {
        expect([address, await statusAt(stranger, address)]).toEqual([address, 200]);
      }
      expect(await statusAt(stranger, '/about/rules/NONE-1')).toBe(404);

      await stranger.goto('/schemes');
      await look(stranger);
      await stranger.getByLabel('Look for a force').fill('surrey');
      await stranger.getByRole('button', { name: 'Search' }).click();
      await look(stranger);
      await stranger.getByRole('link', { name: 'Checkpoint Plus (Surrey)' }).click();
      await look(stranger);
      await stranger.goto('/about');
      await look(stranger);
      expect(await stranger.getByText('not evidence of absence').count()).toBe(1);
    },
    LONG_MS,
  );
});

test('Whoever watches the program finds it well, with its jobs', async () => {
  const response = await fetch(`${program.url}/health`);
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { ok: true, status: 'ok', database: { state: 'up' }, jobs: { state: 'running', toDo: [] } },
  ]);
});

describe('Somebody who works in several places', () => {
  test(
    'says first where they are working, goes on to what they had asked for, and may say otherwise later',
    async () => {
      const [who, station] = ['ash@both', 'Durham Constabulary (demonstration)'];
      const elsewhere = 'Demonstration provider (Durham)';
      const email = ['--email', `${who}.example`];
      const atStation = ['--role', 'coordinator', '--organisation', station];
      await program.command('accounts', 'add', ...email, '--name', 'Ash Made-up', ...atStation);
      const atProvider = ['--role', 'provider', '--organisation', elsewhere];
      await program.command('accounts', 'add-membership', ...email, ...atProvider);
      let password = program.password;
      for (const javaScriptEnabled of [true, false]) {
        const page = await openTelephone({ program, browser, javaScriptEnabled });
        await page.goto('/cases?page=1');
        await signInOn(page, { program: { ...program, password }, who });
        if (javaScriptEnabled) password = await changesPasswordFirst(page);
        await page.waitForURL('**/membership?next=%2Fcases%3Fpage%3D1');
        await look(page);
        expect(await page.locator('h1').innerText()).toBe('Where are you working today?');
        await press(page, 'Continue');
        expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
          'Select where you are working today',
        ]);
        // Nothing is open to them before they have said it.
        await page.goto('/triages/new');
        expect(new URL(page.url()).pathname).toBe('/membership');
        await page.goto('/membership?next=%2Fcases%3Fpage%3D1');
        await choose(page, elsewhere);
        await press(page, 'Continue');
        expect(page.url()).toMatch(/\/cases\?page=1$/);
        expect(await page.locator('.waymark-account').innerText()).toContain(`provider at ${elsewhere}`);
        expect(await statusAt(page, '/triages/new')).toBe(403);
        await follow(page, page.locator('a[href="/membership"]'));
        await choose(page, station);
        await press(page, 'Continue');
        expect(await page.locator('.waymark-account').innerText()).toContain(`coordinator at ${station}`);
      }
    },
    LONG_MS,
  );
});

/** Whoever was given a password chooses one of their own before anything else. */
async function changesPasswordFirst(page: Page): Promise<string> {
  const chosen = 'fumo bekiri 73 lozata';
  await page.waitForURL('**/account/password?next=%2Fcases%3Fpage%3D1');
  await look(page);
  await page.goto('/cases');
  expect(new URL(page.url()).pathname).toBe('/account/password');
  await page.goto('/account/password?next=%2Fcases%3Fpage%3D1');
  await press(page, 'Change password');
  expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
    'Enter your present password',
    'Enter a new password',
  ]);
  await page.fill('#present', program.password);
  await page.fill('#wanted', chosen);
  await press(page, 'Change password');
  return chosen;
}

describe('Somebody’s own account', () => {
  test(
    'shows where they are signed in, and ends a session that they do not know',
    async () => {
      const [here, there] = await Promise.all(
        [true, false].map((javaScriptEnabled) =>
          signInAs({ program, browser, who: 'coordinator@durham', javaScriptEnabled }),
        ),
      );
      if (here === undefined || there === undefined) throw new Error('Nobody signed in');
      await follow(here, here.locator('.waymark-account a[href="/account"]'));
      expect(await mainOf(here)).toContain('This session');
      expect(await mainOf(here)).toContain('Chrome on');
      // Other stories may have left sessions of theirs.
      const ending = here.getByRole('button', { name: 'End this session' });
      for (let left = await ending.count(); left > 0; left -= 1) {
        expect(await ending.count()).toBe(left);
        await press(here, 'End this session');
        expect(await noticeOn(here)).toBe('The session has ended');
      }
      await there.goto('/account');
      expect(new URL(there.url()).pathname).toBe('/sign-in');
    },
    LONG_MS,
  );
});

describe('Who looked at what', () => {
  test(
    'is read by the information officer of the force, on a telephone too',
    async () => {
      const reader = await signInAs({ program, browser, who: 'information-officer@durham', at: '/audit' });
      await look(reader);
      expect(await mainOf(reader)).toContain('PC Merle Ashdown');
      await reader.fill('#who', 'Nobody of that name');
      await press(reader, 'Show');
      expect(await mainOf(reader)).toContain('There are no such entries');
      expect(await statusAt(reader, '/cases')).toBe(403);
      expect(await statusAt(reader, '/audit?day=2026-02-31')).toBe(400);
    },
    LONG_MS,
  );
});
