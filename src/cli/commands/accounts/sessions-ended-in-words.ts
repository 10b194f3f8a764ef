/** What became of the sessions of an account, as a sentence. */
export function sessionsEndedInWords(ended: number): string {
  if (ended === 0) return 'It was signed in nowhere.';
  return `It was signed out of ${ended} ${ended === 1 ? 'session' : 'sessions'}.`;
}
