/** What names one row of a cohort: two texts can't be joined by a character that a cell may hold, so by one it may not. */
export function eventKey({ person, indexEvent }: { readonly person: string; readonly indexEvent: string }): string {
  return `${person}\u0000${indexEvent}`;
}
