/** A page shows minutes: at the one it names, a wait is over. */
export function wholeMinuteAfter(until: Date): Date {
  return new Date(Math.ceil(until.getTime() / 60_000) * 60_000);
}
