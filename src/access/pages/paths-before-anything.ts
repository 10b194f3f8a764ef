/** Where somebody says for which organisation they act, and then goes on to `next`. */
export function pathToChoose(next: string): string {
  return next === '/' ? '/membership' : `/membership?next=${encodeURIComponent(next)}`;
}

/** Where somebody whose password was another's choice chooses one of their own, and then goes on to `next`. */
export function pathToChangePassword(next: string): string {
  return next === '/' ? '/account/password' : `/account/password?next=${encodeURIComponent(next)}`;
}
