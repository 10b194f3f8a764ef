import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, look, noticeOn, press } from './browsing.ts';

/** The steps of a case that several journeys take, each by the hands of whoever takes it. */

/** Of a person whom Checkpoint takes; every question that is not named is answered no. */
const ANSWERS: Readonly<Record<string, string>> = {
  'home-force': 'durham',
  'offence-group': 'possession',
  admission: 'admits',
  'domestic-abuse': 'none',
  'evidence-to-charge': 'true',
  consents: 'true',
};

/** Answers every question that is asked, and gives the facts in the order they were asked for. */
async function answerEveryQuestion(officer: Page, different: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const asked: string[] = [];
  while (officer.url().includes('/questions/')) {
    const fact = new URL(officer.url()).pathname.split('/').at(-1) ?? '';
    asked.push(fact);
    const answer = { ...ANSWERS, ...different }[fact] ?? 'false';
    if (answer === 'not-known') await press(officer, 'I don’t know');
    else {
      await officer.check(`input[name=answer][value="${answer}"]`);
      await press(officer, 'Continue');
    }
    expect(asked.length).toBeLessThan(40);
  }
  return asked;
}

/** From the list of cases to the decision. Gives the address of the case. */
export async function triage(
  officer: Page,
  { name, answers }: { readonly name: string; readonly answers?: Readonly<Record<string, string>> },
): Promise<string> {
  await officer.goto('/cases');
  await look(officer);
  await press(officer, 'Start a triage');
  await choose(officer, 'Yesterday');
  await officer.fill('#name', name);
  await officer.fill('#born-on-day', '1');
  await officer.fill('#born-on-month', '2');
  await officer.fill('#born-on-year', '1999');
  await press(officer, 'Continue');
  await answerEveryQuestion(officer, answers);
  await press(officer, 'Finish and see the decision');
  return new URL(officer.url()).pathname.replace(/\/decision$/, '');
}

/** From the decision to the acceptance. */
export async function offerAndAccept(officer: Page, scheme: string): Promise<void> {
  await press(officer, 'Offer this scheme');
  expect(await officer.locator('h1').innerText()).toBe(`Offer ${scheme}`);
  await choose(officer, 'Prosecution');
  await press(officer, 'Record the offer');
  await press(officer, 'The person accepts');
  await choose(officer, 'Yes. Spoken, recorded on body-worn video or audio', 0);
  await choose(officer, 'Yes. In writing', 1);
  await press(officer, 'Record acceptance');
  expect(await noticeOn(officer)).toBe('Acceptance recorded');
  const kept = await officer.locator('main').innerText();
  expect(kept).toContain('Without the offer: prosecution.');
  expect(kept).toContain('Consent to take part: yes, spoken, recorded on body-worn video or audio.');
  expect(kept).toContain('Consent to share details with the provider: yes, in writing.');
}

/** From the acceptance to the referral. */
export async function agreeAndRefer(officer: Page): Promise<void> {
  await press(officer, 'Record the agreement');
  await officer.getByLabel('Another condition 1 (optional)').fill('I will see the navigator every week.');
  await press(officer, 'Record agreement');
  expect(await officer.locator('main').innerText()).toContain('I will see the navigator every week.');
  await press(officer, 'Refer to a provider');
  await officer.locator('input[name=service]').first().check();
  await press(officer, 'Refer');
  expect(await noticeOn(officer)).toBe('Referred to the provider');
}

/** Books an appointment for yesterday, so that its attendance can be recorded. */
export async function bookForYesterday(worker: Page, step: string): Promise<void> {
  await press(worker, 'Book an appointment');
  await choose(worker, step);
  const [year = '', month = '', day = ''] = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-');
  await worker.fill('#on-day', day);
  await worker.fill('#on-month', month);
  await worker.fill('#on-year', year);
  await worker.fill('#at', '9:30am');
  await press(worker, 'Book appointment');
}

/** Records that the first appointment whose attendance is due was kept. */
export async function recordKept(worker: Page): Promise<void> {
  await press(worker, 'Record attendance');
  await choose(worker, 'Yes, in time');
  await press(worker, 'Record attendance');
  expect(await noticeOn(worker)).toBe('Attendance recorded');
}

/** What the timeline says happened, the newest first. */
export async function timelineOn(page: Page): Promise<string[]> {
  return page.locator('.moj-timeline__title').allInnerTexts();
}
