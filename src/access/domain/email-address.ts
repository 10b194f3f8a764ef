const LONGEST = 254;
const ADDRESS = /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/;

/** An email address as accounts keep it, in lower case without spaces around it; null where it cannot be one. */
export function emailAddress(given: string): string | null {
  const address = given.trim().toLowerCase();
  return ADDRESS.test(address) && address.length <= LONGEST ? address : null;
}
