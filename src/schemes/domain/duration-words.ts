const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(\d+)Y/, 'year'],
  [/P(?:\d+Y)?(\d+)M/, 'month'],
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
  [/T.*?(\d+)H/, 'hour'],
  [/T.*?(\d+)M/, 'minute'],
];

/** A length of time in ISO 8601 as people say it: `P4M` is "4 months", `PT1H30M` "1 hour 30 minutes". */
export function durationWords(duration: string): string {
  return UNITS.flatMap(([pattern, unit]) => {
    const count = pattern.exec(duration)?.[1];
    if (count === undefined) return [];
    return [`${count} ${unit}${count === '1' ? '' : 's'}`];
  }).join(' ');
}
