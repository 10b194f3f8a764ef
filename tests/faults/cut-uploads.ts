import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.ts';
import { Visitor } from './visitor.ts';

const UPLOADS = 4;
const REMOVED_WITHIN_MS = 15_000;
const TYPE = { 'content-type': 'multipart/form-data; boundary=x' };

/** Hangs up in the middle of several uploads at once. Throws where anything of them is left. */
export async function cutUploads(program: Program, random: () => number): Promise<void> {
  const before = await kept(program);
  const evaluator = new Visitor(program.url);
  await evaluator.signIn('evaluator@evaluation.example');
  const token = await evaluator.tokenOn('/evaluations/new');
  await Promise.all(
    Array.from({ length: UPLOADS }, () =>
      cutOff(evaluator, { token, bytes: 100_000 + random() * 900_000, afterMs: random() * 500 }),
    ),
  );
  for (const deadline = performance.now() + REMOVED_WITHIN_MS; (await kept(program)) > before; await pause(200))
    if (performance.now() > deadline) throw new Error('Parts of an upload that was cut off are still there');
}

interface Cut {
  readonly token: string;
  readonly bytes: number;
  readonly afterMs: number;
}

async function cutOff(evaluator: Visitor, { token, bytes, afterMs }: Cut): Promise<void> {
  const field = `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n`;
  const file = '--x\r\ncontent-disposition: form-data; name="cohort"; filename="cohort.csv"\r\n\r\n';
  const body = `${field}${file}${'x'.repeat(bytes)}`;
  const sent = request(`${evaluator.url}/evaluations/new`, {
    method: 'POST',
    agent: false,
    headers: { ...TYPE, cookie: evaluator.cookie(), 'content-length': body.length + 1_000_000 },
  });
  sent.on('error', () => undefined);
  sent.write(body);
  await pause(200 + afterMs);
  sent.destroy();
}

async function kept(program: Program): Promise<number> {
  return (await program.ask<{ kept: number }>('select count(*)::int as kept from study_uploads'))?.kept ?? 0;
}
