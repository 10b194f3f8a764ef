const LONGEST = 200;
const NOT_ON_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** A name as pages show it, with no spaces around it; null where it is empty, too long or has more than one line. */
export function shownName(given: string): string | null {
  const name = given.trim();
  return name !== '' && name.length <= LONGEST && !NOT_ON_ONE_LINE.test(name) ? name : null;
}
