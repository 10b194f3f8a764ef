import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choose, follow, look, noticeOn, openBrowser, press, signInAs } from './browsing.ts';
import { agreeAndRefer, bookForNow, offerAndAccept, recordKept, timelineOn, triaged } from './case-steps.ts';
import { startWaymark, type WaymarkProgram } from './waymark-program.ts';

/** Time for several pages by several people, each of which is checked. */
const LONG_MS = 240_000;

let program: WaymarkProgram;
let browser: Browser;
let officer: Page;
let supervisor: Page;
let coordinator: Page;
let worker: Page;

const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await look(page);
}

/** A case that its provider has accepted. Gives its address. */
async function engagingCase(name: string): Promise<string> {
  const address = await triaged(officer, { name });
  await offerAndAccept(officer, 'Checkpoint');
  await agreeAndRefer(officer);
  await open(worker, address);
  await press(worker, 'Accept the referral');
  await press(worker, 'Accept the referral');
  return address;
}

beforeAll(async () => {
  [program, browser] = await Promise.all([startWaymark(), openBrowser()]);
  const as = (who: string): Promise<Page> => signInAs({ program, browser, who });
  officer = await as('officer@durham');
  supervisor = await as('supervisor@durham');
  coordinator = await as('coordinator@durham');
  worker = await as('worker@provider.durham');
}, LONG_MS);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe('With a provider', () => {
  test(
    'attempts, moves, late and missed appointments are recorded, with whose doing it was',
    async () => {
      const address = await engagingCase('Robin Eventful');
      await press(worker, 'Record an attempt to make contact');
      await choose(worker, 'No');
      await choose(worker, 'Text message');
      await worker.fill('#words', 'No answer yet.');
      await press(worker, 'Record attempt');
      for (const attendance of ['Yes, late', 'No']) {
        await bookForNow(worker, 'Navigator sessions');
        await press(worker, 'Record attendance');
        await choose(worker, attendance);
        await worker.getByLabel('The person’s, for a good reason').locator('visible=true').check();
        await press(worker, 'Record attendance');
      }
      await bookForNow(worker, 'Needs assessment');
      await press(worker, 'Move');
      await worker.fill('#on-day', '3');
      await worker.fill('#on-month', '3');
      const nextYear = new Date().getFullYear() + 1;
      await worker.fill('#on-year', '2206');
      await worker.fill('#at', '14:30');
      await choose(worker, 'Nobody’s: transport, rooms, our side');
      await press(worker, 'Move appointment');
      expect(await mainOf(worker)).toContain('The appointment must be within the next two years');
      await worker.fill('#on-year', String(nextYear));
      await press(worker, 'Move appointment');
      expect(await mainOf(worker)).toContain(`3 March ${nextYear} at 2:30pm`);
      expect(await mainOf(worker)).toContain('No answer yet.');

      await open(officer, address);
      expect((await timelineOn(officer)).slice(0, 7)).toEqual([
        'Appointment moved',
        'Appointment booked',
        'Appointment missed',
        'Appointment booked',
        'Appointment kept, late',
        'Appointment booked',
        'Contact attempted',
      ]);
      const shown = await mainOf(officer);
      expect(shown).not.toContain('No answer yet.');
      expect(shown).toContain('The person was not reached.');
      // Both where what happened is told and where the appointments are listed, of those that were late and missed alone.
      for (const part of ['.moj-timeline', '.waymark-entries']) {
        const told = await officer.locator(part).innerText();
        expect([part, told.match(/Whose doing: the person’s, for a good reason\./g)?.length]).toEqual([part, 2]);
        expect([part, told.match(/Whose doing: nobody’s: transport, rooms, our side\./g)?.length]).toEqual([part, 1]);
      }

      await press(worker, 'Cancel');
      await choose(worker, 'Nobody’s: transport, rooms, our side');
      await worker.fill('#reason', 'The room is not free.');
      await press(worker, 'Cancel appointment');
      expect(await noticeOn(worker)).toBe('Appointment cancelled');
      await press(worker, 'Correct attendance');
      await choose(worker, 'Yes, in time');
      await worker.fill('#reason', 'The wrong line was filled in.');
      await press(worker, 'Correct attendance');
      expect(await noticeOn(worker)).toBe('Attendance corrected');
      await open(officer, address);
      expect((await timelineOn(officer)).slice(0, 2)).toEqual(['Attendance corrected', 'Appointment cancelled']);
    },
    LONG_MS,
  );

  test(
    'a condition is varied when a supervisor approves what a coordinator asks for, and a breach takes the next step',
    async () => {
      const address = await engagingCase('Robin Varied');
      for (const decision of ['Decline', 'Approve']) {
        await open(coordinator, address);
        await press(coordinator, 'Ask to vary condition 2');
        await coordinator.getByLabel('New words').fill('I will see the navigator every second week.');
        await coordinator.getByLabel('Reason').fill('Works shifts.');
        await press(coordinator, 'Send to a supervisor');
        await open(supervisor, address);
        await press(supervisor, 'Approve or decline');
        await press(supervisor, decision);
      }
      expect(await noticeOn(supervisor)).toBe('Change of the condition approved');
      await open(coordinator, `${address}/record-breach`);
      expect(await mainOf(coordinator)).toContain('What follows now: ');
      await coordinator.fill('#reason', 'Did not come for two weeks.');
      await press(coordinator, 'Record breach');
      expect((await timelineOn(coordinator)).slice(0, 2)).toEqual(['Breach recorded', 'Condition varied']);
    },
    LONG_MS,
  );
});

describe('A case can end otherwise', () => {
  test(
    'with a community resolution, and what it rests on is kept as it was answered',
    async () => {
      const address = await engagingCase('Robin Resolved');
      for (const step of ['Needs assessment', 'Navigator sessions']) {
        await bookForNow(worker, step);
        await recordKept(worker);
      }
      await press(worker, 'The activity is completed');
      await press(worker, 'Record completion');
      await open(coordinator, `${address}/record-outcome/8`);
      const answer = (field: string, value: string): Promise<void> =>
        coordinator.check(`input[name="${field}"][value="${value}"]`);
      await answer('responsibility', 'yes');
      await answer('victim', 'consulted');
      await coordinator.fill('#victim-view', 'Wants an apology.');
      await answer('serious', 'yes');
      await answer('history', 'yes');
      await coordinator.fill('#departure', 'The victim was promised one.');
      await coordinator.fill('#rationale', 'The activity is done.');
      await press(coordinator, 'Record and close');
      expect(await coordinator.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
        'Enter which inspector, or above, authorised it',
      ]);
      await coordinator.fill('#inspector', 'Inspector Made-up');
      await press(coordinator, 'Record and close');
      const shown = await mainOf(coordinator);
      for (const line of [
        'Responsibility accepted: yes.',
        'Evidence sufficient: yes.',
        'The victim says: Wants an apology.',
        'Serious case: yes.',
        'Leave was given by an inspector: Inspector Made-up.',
        'Why not the outcome in the scheme’s document: The victim was promised one.',
        'Reasons: The activity is done.',
      ]) {
        expect(shown).toContain(line);
      }
    },
    LONG_MS,
  );

  test(
    'only after consent to share, which the signature may bring',
    async () => {
      await triaged(officer, { name: 'Robin Unshared' });
      await press(officer, 'Offer this scheme');
      await choose(officer, 'Prosecution');
      await press(officer, 'Record the offer');
      await press(officer, 'The person accepts');
      await choose(officer, 'No', 0);
      await choose(officer, 'No', 1);
      await press(officer, 'Record acceptance');
      expect(await mainOf(officer)).toContain('The person does not agree to take part.');
      await choose(officer, 'Yes. On screen', 0);
      await press(officer, 'Record acceptance');
      expect(await mainOf(officer)).toContain('Consent to take part: yes, on screen.');
      expect(await mainOf(officer)).toContain('Consent to share details with the provider: no.');
      await press(officer, 'Record the agreement');
      await choose(officer, 'Yes. Spoken, not recorded');
      await press(officer, 'Record agreement');
      expect(await mainOf(officer)).toContain('Consent to share: yes, spoken, not recorded.');
    },
    LONG_MS,
  );

  test(
    'not completed, it is returned for prosecution, and a supervisor can reopen it',
    async () => {
      const address = await engagingCase('Robin Returned');
      await open(worker, `${address}/end-activity`);
      await choose(worker, 'Did not engage');
      await press(worker, 'End the activity');
      await open(coordinator, address);
      await press(coordinator, 'Return the case');
      await choose(coordinator, 'No: the decision is still to be taken');
      await coordinator.fill('#reason', 'Did not engage.');
      await press(coordinator, 'Return and close');
      expect(await noticeOn(coordinator)).toBe('Case returned and closed');
      expect(await mainOf(coordinator)).toContain('Did not engage.');
      expect(await mainOf(coordinator)).toContain('What follows: prosecution.');
      expect(await mainOf(coordinator)).not.toContain('Outcome 1, charged or summonsed.');
      await open(supervisor, `${address}/reopen-case`);
      await supervisor.fill('#reason', 'The person has come back.');
      await press(supervisor, 'Reopen');
      expect((await timelineOn(supervisor))[0]).toBe('Case reopened');
    },
    LONG_MS,
  );

  test(
    'declined, it goes back to what would have happened',
    async () => {
      const address = await triaged(officer, { name: 'Robin Declined' });
      await press(officer, 'Offer this scheme');
      await choose(officer, 'No further action');
      await press(officer, 'Record the offer');
      await press(officer, 'The person declines');
      await officer.fill('#reason', 'Does not want to.');
      await press(officer, 'Record that the offer was declined');
      await open(coordinator, address);
      await press(coordinator, 'Close without further consequence');
      await coordinator.fill('#reason', 'Nothing would have followed.');
      await press(coordinator, 'Close the case');
      expect(await noticeOn(coordinator)).toBe('Case closed without further consequence');
      expect(await mainOf(coordinator)).toContain('Reason: Does not want to.');
      expect(await mainOf(coordinator)).toContain('Without the offer: no further action.');
    },
    LONG_MS,
  );

  test(
    'a duplicate is withdrawn, naming the other by its reference',
    async () => {
      await triaged(officer, { name: 'Robin Twice' });
      const reference = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(await mainOf(officer))?.[0] ?? '';
      const address = await triaged(officer, { name: 'Robin Twice' });
      await open(coordinator, `${address}/withdraw-case`);
      await choose(coordinator, 'A duplicate of another case');
      await press(coordinator, 'Withdraw and close');
      expect(await mainOf(coordinator)).toContain('Enter the reference of the other case');
      await coordinator.fill('#of-case', reference);
      await press(coordinator, 'Withdraw and close');
      expect(await noticeOn(coordinator)).toBe('Case withdrawn and closed');
      expect(await mainOf(coordinator)).toContain('A duplicate of another case.');
    },
    LONG_MS,
  );
});

describe('What is known', () => {
  test(
    'can be amended: a verdict that would change is shown and not changed',
    async () => {
      const address = await triaged(officer, { name: 'Robin Amended' });
      await open(officer, `${address}/facts`);
      await open(officer, `${address}/amend-fact/co-accused`);
      await officer.check('input[name=answer][value=true]');
      await officer.fill('#reason', 'A second person was arrested.');
      await press(officer, 'Amend');
      expect(await mainOf(officer)).toMatch(/Checkpoint: eligible\b.* when decided, now it would be not eligible/);
      expect(await mainOf(officer)).toContain('Fact amended');
      for (const page of ['', '/decision', '/facts', '/person', '/amend-fact/age']) {
        await open(officer, `${address}${page}`);
        expect(await mainOf(officer), page).toContain('Nothing can be offered until');
      }
      await press(officer, 'Decide again');
      await officer.fill('#reason', 'A second person was arrested.');
      await press(officer, 'Take the decisions again');
      expect(await noticeOn(officer)).toBe('Decided again');
      expect(await mainOf(officer)).not.toContain('Nothing can be offered until');
    },
    LONG_MS,
  );

  test(
    'of the person can be corrected, and how to make contact safely is asked for',
    async () => {
      const address = await triaged(officer, { name: 'Robin Corrected' });
      await open(officer, `${address}/person`);
      await choose(officer, 'Only in a certain way');
      await press(officer, 'Save');
      expect(await mainOf(officer)).toContain('Enter how to make contact safely');
      await officer.fill('#how-safely', 'Text only');
      await officer.fill('#telephone', '07700 900123');
      await press(officer, 'Save');
      expect(await mainOf(officer)).toContain('Contact is safe only so: Text only.');
      await open(officer, `${address}/person`);
      await officer.fill('#born-on-year', '1899');
      await press(officer, 'Save');
      expect(await mainOf(officer)).toContain('The date of birth must not make the person older than 120');
      await officer.fill('#born-on-year', '1989');
      await officer.fill('#birthday-reason', 'Passport seen');
      await press(officer, 'Save');
      expect(await mainOf(officer)).toMatch(/\d+ on the day of the offence, \d+ today/);
      expect((await timelineOn(officer))[0]).toBe('Date of birth corrected');
    },
    LONG_MS,
  );

  test(
    'of equality monitoring are asked for after the decision, once, and each may be left unsaid',
    async () => {
      const address = await triaged(officer, { name: 'Robin Monitored' });
      await open(officer, address);
      expect(await mainOf(officer)).toContain('Language: not asked');
      await open(officer, `${address}/monitoring`);
      await press(officer, 'Save');
      expect(await mainOf(officer)).toContain('Select an ethnic group, or “Prefer not to say”');
      await officer.check('input[name=ethnicity][value=NS]');
      await officer.check('input[name=disability][value=prefer-not-to-say]');
      await officer.check('input[name=language][value=another]');
      await officer.fill('#another-language', 'Polish');
      if ((await officer.locator('input[name=sex]').count()) > 0) await officer.check('input[name=sex][value=female]');
      await press(officer, 'Save');
      expect(await noticeOn(officer)).toBe('Answers saved');
      const page = await mainOf(officer);
      expect(page).toMatch(/Equality monitoring\s+Asked/);
      expect(page).toContain('Polish');
      expect(page).not.toContain('Not asked yet');
    },
    LONG_MS,
  );
});

describe('A triage', () => {
  test(
    'can be left, taken up again, changed before it is finished, and thrown away',
    async () => {
      await open(officer, '/cases');
      await press(officer, 'Start a triage');
      await officer.locator('summary', { hasText: 'The offence was today' }).click();
      await choose(officer, 'Another day');
      await press(officer, 'Another offence');
      expect(await mainOf(officer)).toContain('Enter the date of the offence');
      await choose(officer, 'I don’t know');
      await officer.fill('#name', 'Robin Later');
      await officer.press('#name', 'Enter');
      await officer.waitForURL('**/questions/age');
      const first = officer.url();
      expect(first).toContain('/questions/age');
      await officer.fill('#answer', '30');
      await press(officer, 'Continue');
      await open(officer, '/cases');
      await press(officer, 'Robin Later');
      await open(officer, officer.url().replace(/\/questions\/.*/, '/check'));
      await follow(officer, officer.locator('.govuk-summary-list__actions a').last());
      expect(officer.url()).toBe(first);
      await press(officer, 'I don’t know');
      await open(officer, officer.url().replace(/\/questions\/.*/, '/check'));
      expect(await mainOf(officer)).toContain('Not known');
      await press(officer, 'Discard this triage');
      expect(await mainOf(officer)).not.toContain('Robin Later');
    },
    LONG_MS,
  );
});
