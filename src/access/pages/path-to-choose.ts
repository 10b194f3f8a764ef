/** Where somebody says for which organisation they act, and then goes on to `next`. */
export function pathToChoose(next: string): string {
  return next === '/' ? '/membership' : `/membership?next=${encodeURIComponent(next)}`;
}
