/** A warning as a board may read it: how many people it is about is left out, as small counts may be among them. */
export function warningFor(warning: string): string {
  return warning
    .replaceAll(/\b\d+ of \d+ answered/g, 'Some of those asked answered')
    .replaceAll(/\b\d+ of \d+ (rows|offered)/g, 'some of the $1')
    .replaceAll(/\bOf \d+ /g, 'Of some ')
    .replaceAll(/\b\d+ (?=people|rows|cases|index events|were)/g, 'some ')
    .replaceAll(/ \(\d+\)/g, '')
    .replace(/^some/, 'Some');
}
