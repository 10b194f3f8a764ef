import { execFile, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once, type EventEmitter } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_IS_SLOWER_MS } from '../slow-machines.ts';
import { removeFolder, startProgram, type Program } from './program.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/waymark.ts', import.meta.url));

describe('A backup of a program that is in use', { timeout: BROWSER_IS_SLOWER_MS }, () => {
  let program: Program;
  let folder = '';
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-backups-'));
    await chmod(folder, 0o711);
    program = await startProgram();
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    await writeFile(path('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    await writeFile(path('private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  });
  afterAll(async () => {
    await program.stop();
    await removeFolder(path('another-machine'));
    await removeFolder(folder);
  });

  const elsewhere = async (...words: readonly string[]): Promise<string> => {
    const env = { ...process.env, DATABASE_URL: '', WAYMARK_DATA: path('another-machine') };
    return (await promisify(execFile)(process.execPath, [COMMAND, ...words], { env })).stdout;
  };

  test('is restored on a fresh machine, with the same digest of all chains', async () => {
    const made: unknown = JSON.parse(
      await program.command('backup', '--to', path('made'), '--to-public-key', path('public.pem'), '--json'),
    );
    const restored = await elsewhere('restore', '--from', path('made'), '--private-key', path('private.pem'), '--json');
    const { digest } = JSON.parse(restored) as { digest: string };
    expect(made).toMatchObject({ digest });
    const verified: unknown = JSON.parse(await elsewhere('audit', 'verify', '--json'));
    expect(verified).toMatchObject({ whole: true, digest, breaks: [] });
    const checked: unknown = JSON.parse(await elsewhere('database', 'check', '--json'));
    expect(checked).toMatchObject({ sound: true });
    await expect(
      elsewhere('restore', '--from', path('made'), '--private-key', path('private.pem')),
    ).rejects.toMatchObject({
      code: 2,
    });
  });

  test('is in the audit record, with the number that tells it from others', async () => {
    const made = JSON.parse(await program.command('backup', '--to', path('recorded'), '--json')) as { sha256: string };
    const { sha256 } = made;
    const entry = await program.ask(
      `select action, account_id, details from audit_entries where action like 'backup-%' order by recorded_at desc, sequence desc limit 1`,
    );
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const details = { by: 'the command line', encrypted: false, sha256 };
    expect(entry).toEqual({ action: 'backup-made', account_id: null, details });
  });

  test('that is killed in the middle leaves a folder that restore refuses', async () => {
    await mkdir(path('killed'));
    const changes = watch(path('killed'));
    const running = spawn(process.execPath, [COMMAND, 'backup', '--to', path('killed')], { env: program.environment });
    const isCopying = new Promise<void>((resolve) => {
      changes.on('change', (_, name) => {
        if (String(name).endsWith('.copy.gz')) resolve();
      });
    });
    await Promise.race([isCopying, once(running as EventEmitter, 'exit')]);
    running.kill('SIGKILL');
    if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
    changes.close();
    expect(running.signalCode).toBe('SIGKILL');
    expect(existsSync(path('killed/manifest.json'))).toBe(false);
    const begun = `select action from audit_entries where action like 'backup-%' order by sequence desc limit 1`;
    expect(await program.ask(begun)).toEqual({ action: 'backup-begun' });
    await expect(elsewhere('restore', '--from', path('killed'))).rejects.toMatchObject({
      stderr: expect.stringContaining('no backup was finished there') as string,
    });
    await expect(program.command('backup', '--to', path('killed'))).rejects.toMatchObject({ code: 2 });
  });
});
