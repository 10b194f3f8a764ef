import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { compose, type Waymark } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { makeTestDatabase, type TestDatabase } from '../database/test-database.ts';
import { PASSWORD } from './program.ts';
import { Visitor } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-uploads-'));
let database: TestDatabase;
let waymark: Waymark;
let evaluator: Visitor;

beforeAll(async () => {
  const [template] = inject('testTemplates');
  if (template === undefined) throw new Error('There is no database to test with');
  database = await makeTestDatabase(template);
  const config = readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION_PASSWORD: PASSWORD, LOG_LEVEL: 'silent' });
  waymark = compose(config, { database: database.db });
  await waymark.demonstration();
  const url = await (await waymark.server()).listen({ port: 0, host: '127.0.0.1' });
  evaluator = new Visitor(url);
  await evaluator.signIn('evaluator@evaluation.example');
});
afterAll(async () => {
  await waymark.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const TYPE = { 'content-type': 'multipart/form-data; boundary=x' };
const field = (name: string, value: string): string =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (content: string): string =>
  `--x\r\ncontent-disposition: form-data; name="cohort"; filename="cohort.csv"\r\n\r\n${content}`;
const MUCH = 'x'.repeat(600_000);

async function chunksKept(): Promise<number> {
  const { rows } = await database.asMaker((maker) =>
    maker.query<{ kept: number }>('select count(*)::int as kept from study_uploads'),
  );
  return rows[0]?.kept ?? -1;
}

/** Sends as much as it is given and then hangs up; resolves when something of it has come as far as the database. */
async function cutOff(body: string): Promise<number> {
  const sent = request(`${evaluator.url}/evaluations/new`, {
    method: 'POST',
    agent: false,
    headers: { ...TYPE, cookie: evaluator.cookie(), 'content-length': body.length + 1_000_000 },
  });
  sent.on('error', () => undefined);
  sent.write(body);
  let mostKept = 0;
  for (const deadline = Date.now() + 5_000; mostKept === 0 && Date.now() < deadline; await pause(20))
    mostKept = Math.max(mostKept, await chunksKept());
  sent.destroy();
  return mostKept;
}

test('An upload that is cut off leaves nothing in the database', async () => {
  const token = await evaluator.tokenOn('/evaluations/new');
  expect(await cutOff(field('_csrf', token) + file(MUCH))).toBeGreaterThan(0);
  await expect.poll(chunksKept, { timeout: 10_000 }).toBe(0);
});

test('A file that comes before the token of a page, or after a wrong one, is refused before any of it is kept', async () => {
  const token = await evaluator.tokenOn('/evaluations/new');
  for (const body of [file(`${MUCH}\r\n`) + field('_csrf', token), field('_csrf', 'wrong') + file(`${MUCH}\r\n`)]) {
    const answer = await evaluator.send('/evaluations/new', { method: 'POST', raw: `${body}--x--\r\n`, headers: TYPE });
    expect(answer.status).toBe(403);
    expect(await chunksKept()).toBe(0);
  }
});

test('A whole form whose plan is not one is shown again, and its files are gone', async () => {
  const token = await evaluator.tokenOn('/evaluations/new');
  const body = field('_csrf', token) + field('plan', '- no plan') + field('data', 'files') + file('a,b\r\n1,2\r\n');
  const answer = await evaluator.send('/evaluations/new', { method: 'POST', raw: `${body}--x--\r\n`, headers: TYPE });
  expect(answer.status).toBe(422);
  await expect.poll(chunksKept, { timeout: 10_000 }).toBe(0);
});

test('A form that ends before it is whole, wherever, is sent again by whoever sent it, and is no fault of the program', async () => {
  const token = await evaluator.tokenOn('/evaluations/new');
  const whole = `${field('_csrf', token)}${field('plan', 'x')}${file('a,b\r\n1,2\r\n')}--x--\r\n`;
  for (let at = 0; at < whole.length; at += 13) {
    const answer = await evaluator.send('/evaluations/new', { method: 'POST', raw: whole.slice(0, at), headers: TYPE });
    expect([at, answer.status]).toEqual([at, expect.toBeOneOf([400, 403, 422])]);
  }
  await expect.poll(chunksKept, { timeout: 10_000 }).toBe(0);
});
