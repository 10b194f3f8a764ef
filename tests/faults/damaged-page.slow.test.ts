import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BROWSER_IS_SLOWER_MS } from '../slow-machines.ts';
import { startProgram, type Program } from './program.ts';
import { Visitor } from './visitor.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  const referrals = await program.ask<{ file: string }>(`select pg_relation_filepath('referrals') as file`);
  await program.signal('SIGTERM');
  // As a disk would that loses a sector: the head of the page stays, and no longer fits what follows it.
  const cluster = await open(join(program.folder, 'postgres/cluster', referrals?.file ?? ''), 'r+');
  await cluster.write(Buffer.alloc(512, 0xaa), 0, 512, 7_000);
  await cluster.close();
  await program.start();
}, BROWSER_IS_SLOWER_MS);
afterAll(() => program.stop());

test('A page of the database that a disk has damaged is said to be that, and the program lives', async () => {
  const worker = new Visitor(program.url);
  await worker.signIn('worker@provider.durham.example');
  const { status, body } = await worker.send('/cases');
  expect([status, body]).toEqual([503, expect.stringContaining('a disk has damaged it')]);
  expect(body).toContain('restore it from a backup');
  expect((await worker.send('/schemes')).status).toBe(200);
  expect(program.isAlive()).toBe(true);
});

test('A command that meets it names the page, and does not call it a fault of the program', async () => {
  const told = await program.command('database', 'check').catch((fault: { stderr: string }) => fault.stderr);
  expect(told).toMatch(/files of the database are damaged.*invalid page in block 0 .*restore a backup/);
  expect(told).not.toContain('fault of this program');
});
