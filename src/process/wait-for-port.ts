import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from './start-fault.ts';

const FREE_WITHIN_MS = 5_000;
const LOOK_AGAIN_AFTER_MS = 200;

/** Resolves when the port can be listened on: a Waymark that was killed a moment ago may still be letting go of it. */
export async function waitForPort({ port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  for (const deadline = performance.now() + FREE_WITHIN_MS; ; await pause(LOOK_AGAIN_AFTER_MS)) {
    const fault = await tryPort(port, host);
    if (fault === null) return;
    if (fault.code === 'EADDRINUSE' && performance.now() < deadline) continue;
    throw new StartFault(wordsOf(fault, port, host));
  }
}

function wordsOf({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program, perhaps another Waymark. Stop that, or choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} needs an administrator's rights. Choose one above 1023: PORT=3000 npm start`;
  return `No port can be opened on ${host}:${port} (${message}). Check HOST and PORT.`;
}

function tryPort(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
