import type { Program } from './program.ts';
import { Visitor } from './visitor.ts';

/** Whom somebody tries to sign in as; nobody else does in the run. */
const VICTIM = 'board@board.example';
const FREE_TRIES = 5;

/** The program believes this machine, as it would a proxy: what that says last is who asks, and all before it is forged. */
export const BEHIND_A_PROXY = { TRUST_PROXY: '127.0.0.1', WAYMARK_PLAIN_HTTP: 'yes' } as const;

/**
 * Tries wrong passwords from one network, each with other addresses put before it. Throws where the sixth is not made to
 * wait.
 */
export async function forgeProxies(program: Program, random: () => number): Promise<void> {
  // Another network each time: it waits for minutes.
  const from = `203.0.113.${1 + Math.floor(random() * 254)}`;
  const visitor = new Visitor(program.url);
  const token = await visitor.tokenOn('/sign-in');
  let status = 0;
  for (let at = 0; at <= FREE_TRIES; at += 1) {
    const headers = { 'x-forwarded-for': `192.0.2.${Math.floor(random() * 255)}, 10.0.0.${at}, ${from}` };
    const fields = { _csrf: token, email: VICTIM, password: `wrong ${at}` };
    status = (await visitor.send('/sign-in', { method: 'POST', fields, headers })).status;
  }
  if (status !== 429) throw new Error(`After ${FREE_TRIES} wrong passwords another was answered ${status}`);
}
