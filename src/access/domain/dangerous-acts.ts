/**
 * What is not done on the strength of a browser that was left open: whoever sends these proves again who they are, where
 * the last proof is older than `PROVED_FOR_MINUTES`. Each is the address of a form, without what stands for one record.
 *
 * Accounts, organisations and the rights that come with a role are managed from the command line alone, by whoever may log
 * in to the server; no page does. Changing one's own password asks for the present one every time.
 */
export const dangerousActs: Readonly<Record<string, string>> = {
  '/cases/:caseId/reopen-case': 'open a closed case',
  '/cases/:caseId/withdraw-case': 'withdraw a case',
  '/cases/:caseId/return-for-prosecution': 'return a case for prosecution',
  '/cases/:caseId/close-without-consequence': 'close a case without a consequence',
  '/evaluations/:id/share': 'share a report with boards',
  '/account/sessions/:sessionId/end': 'end a session',
  '/account/sessions/end-others': 'end your other sessions',
};

/** OWASP ASVS 5, 7.5.1 and 7.5.3 ask for it before sensitive changes, and leave the time open: ten minutes are assumed. */
export const PROVED_FOR_MINUTES = 10;

/** What somebody is about to do, in words, where it is dangerous; the route may name what it is about at its end. */
export function dangerousAct(method: string, route: string): string | null {
  if (method !== 'POST') return null;
  const address = route.replace(/\/:target$/, '');
  return Object.entries(dangerousActs).find(([each]) => each === address)?.[1] ?? null;
}

/** Whether a password has to be asked for again at `now`. A proof dated in the future is none: the clock was wrong. */
export function isProofStale(provedAt: Date, now: Date): boolean {
  const age = now.getTime() - provedAt.getTime();
  return age > PROVED_FOR_MINUTES * 60_000 || age < -60_000;
}
