import type { APIResponse, Page } from 'playwright-core';
import { expect } from 'vitest';
import { londonDayOf } from '../../src/shared/calendar-day.ts';
import { choose, follow, look, noticeOn, press } from './browsing.ts';

/** The steps of a case that several journeys take, each on the page of the person who takes it. */

/** The answers about a person whom Checkpoint takes; every question that is not here is answered no. */
const ANSWERS: Readonly<Record<string, string>> = {
  'home-force': 'durham',
  'offence-group': 'possession',
  substances: 'cannabis',
  'caution-given': 'true',
  admission: 'admits',
  'domestic-abuse': 'none',
  'evidence-to-charge': 'true',
  consents: 'true',
  'understands-obligations': 'true',
};

interface Triage {
  readonly name: string;
  readonly answers?: Readonly<Record<string, string>>;
  /** The year of birth, where it is not that of an adult. */
  readonly bornIn?: number;
}

const MORE_THAN_EVERY_QUESTION = 40;
const BORN_ON = '1 2';

/** The question that an address asks; null where it asks none. */
function factAskedAt(address: string): string | null {
  return /\/questions\/([^/?]+)/.exec(address)?.[1] ?? null;
}

/** Walks from the list of cases to the decision, page by page. Gives the address of the case. */
export async function triage(officer: Page, { name, answers }: Triage): Promise<string> {
  await officer.goto('/cases');
  await look(officer);
  await press(officer, 'Start a triage');
  await officer.fill('#name', name);
  await officer.fill('#born-on', `${BORN_ON} 1999`);
  await officer.locator('summary', { hasText: 'The offence was today' }).click();
  await choose(officer, 'Yesterday');
  await press(officer, 'Another offence');
  for (let asked = 0; ; asked += 1) {
    expect(asked).toBeLessThan(MORE_THAN_EVERY_QUESTION);
    if (officer.url().endsWith('/ticks')) {
      await tick(officer, { ...ANSWERS, ...answers });
      continue;
    }
    if (officer.url().endsWith('/offer')) {
      await press(officer, 'Ask one by one, and decide before the offer');
      continue;
    }
    const fact = factAskedAt(officer.url());
    if (fact === null) break;
    const answer = { ...ANSWERS, ...answers }[fact] ?? 'false';
    if (answer === 'not-known') await press(officer, 'I don’t know');
    else {
      await answerBy(officer, answer);
    }
  }
  await press(officer, 'Finish and see the decision');
  return caseOf(officer.url());
}

/** Answers by the button of an answer where there is one, else by what is chosen. */
async function answerBy(officer: Page, answer: string): Promise<void> {
  const button = officer.locator(`button[name=answer][value="${answer}"]`);
  if ((await button.count()) > 0) return follow(officer, button);
  await officer.check(`input[name=answer][value="${answer}"]`);
  await press(officer, 'Continue');
}

/** Ticks on the screen of ticks what is not answered as it usually is; the domestic abuse that is none is usual. */
async function tick(officer: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  const offered = ticksOn(await officer.content());
  const applies = offered.filter((fact) => appliesTo(answers, fact));
  const unknown = offered.filter((fact) => answers[fact] === 'not-known');
  if (unknown.length > 0) await officer.locator('summary', { hasText: 'I don’t know about some of these' }).click();
  for (const fact of unknown) await officer.check(`input[name=unknown][value="${fact}"]`);
  for (const fact of applies) await officer.check(`input[name=applies][value="${fact}"]`);
  await press(officer, applies.length > 0 ? 'Continue with what is ticked' : 'None of these');
}

/** The questions of a screen of ticks, from its markup; none on another page. */
function ticksOn(markup: string): readonly string[] {
  return [...markup.matchAll(/name="asked" value="([^"]+)"/g)].map(([, fact = '']) => fact);
}

function appliesTo(answers: Readonly<Record<string, string>>, fact: string): boolean {
  return !['false', 'none', 'personal-use', 'not-known', undefined].includes(answers[fact]);
}

/**
 * The same triage for a journey that begins with its decision: every form is sent as its page would, and only the
 * decision is drawn. The pages between are those that the whole path walks.
 */
export async function triaged(officer: Page, { name, answers, bornIn = 1999 }: Triage): Promise<string> {
  let page = await pageOf(await officer.request.get('/triages/new'));
  const send = async (address: string, fields: readonly (readonly [string, string])[]): Promise<void> => {
    const form = new URLSearchParams({ _csrf: page.token });
    for (const [name, value] of fields) form.append(name, value);
    page = await pageOf(
      await officer.request.post(address, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        data: form.toString(),
      }),
    );
  };
  await send('/triages/new', Object.entries({ when: 'yesterday', name, 'born-on': `${BORN_ON} ${bornIn}` }));
  for (let asked = 0; ; asked += 1) {
    expect(asked).toBeLessThan(MORE_THAN_EVERY_QUESTION);
    if (page.address.endsWith('/ticks')) {
      const typed = { ...ANSWERS, ...answers };
      const applies = page.ticks.filter((fact) => appliesTo(typed, fact));
      const unknown = page.ticks.filter((fact) => typed[fact] === 'not-known');
      const ticked = applies.length > 0 ? applies : ['none'];
      await send(page.address, [
        ...page.ticks.map((fact) => ['asked', fact] as const),
        ...ticked.map((fact) => ['applies', fact] as const),
        ...unknown.map((fact) => ['unknown', fact] as const),
      ]);
      continue;
    }
    if (page.address.endsWith('/offer')) {
      page = await pageOf(await officer.request.get(page.address.replace(/offer$/, 'questions/consents')));
      continue;
    }
    const fact = factAskedAt(page.address);
    if (fact === null) break;
    await send(page.address, [answerSent({ ...ANSWERS, ...answers }[fact] ?? 'false')]);
  }
  await send(page.address.replace(/\/check$/, '/finish'), []);
  await officer.goto(page.address);
  await look(officer);
  return caseOf(page.address);
}

interface Sent {
  readonly address: string;
  readonly token: string;
  /** The questions of the screen of ticks, where it is one. */
  readonly ticks: readonly string[];
}

/** The field of an answer: of a count by scheme, `<scheme>=<times>`, that of the scheme. */
function answerSent(answer: string): readonly [string, string] {
  const [scheme = '', times] = answer.split('=');
  return times === undefined ? ['answer', answer] : [`answer-${scheme}`, times];
}

/** What a form led to, with the token that the next one is sent with. */
async function pageOf(response: APIResponse): Promise<Sent> {
  expect([response.url(), response.status()]).toEqual([response.url(), 200]);
  const text = await response.text();
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
  const ticks = ticksOn(text);
  return { address: new URL(response.url()).pathname, token, ticks };
}

function caseOf(decision: string): string {
  const address = /\/cases\/[0-9a-f-]{36}(?=\/decision$)/.exec(decision)?.[0];
  if (address === undefined) throw new Error(`${decision} is not the decision of a case`);
  return address;
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
  const shown = await officer.locator('main').innerText();
  expect(shown).toContain('Without the offer: prosecution.');
  expect(shown).toContain('Consent to take part: yes, spoken, recorded on body-worn video or audio.');
  expect(shown).toContain('Consent to share details with the provider: yes, in writing.');
}

/** From the acceptance to the referral. */
export async function agreeAndRefer(officer: Page): Promise<void> {
  await press(officer, 'Record the agreement');
  await officer.getByLabel('Another condition 1 (optional)').fill('I will see the navigator every week.');
  await press(officer, 'Record agreement');
  expect(await officer.locator('main').innerText()).toContain('I will see the navigator every week.');
  await press(officer, 'Refer to a provider');
  await press(officer, 'Refer without booking a place');
  await officer.locator('input[name=service]').first().check();
  await press(officer, 'Refer');
  expect(await noticeOn(officer)).toBe('Referred to the provider');
}

/** Books an appointment for this minute, so that its attendance can be recorded: none is before the referral. */
export async function bookForNow(worker: Page, step: string): Promise<void> {
  await press(worker, 'Book an appointment');
  await choose(worker, step);
  const now = new Date();
  const [year = '', month = '', day = ''] = londonDayOf(now).split('-');
  await worker.fill('#on-day', day);
  await worker.fill('#on-month', month);
  await worker.fill('#on-year', year);
  await worker.fill(
    '#at',
    now.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }),
  );
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
