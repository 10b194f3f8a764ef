const UNITS: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^P(\d+)Y/, 'year'],
  [/^P(?:\d+Y)?(\d+)M/, 'month'],
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
  [/T(\d+)H/, 'hour'],
  [/T(?:\d+H)?(\d+)M/, 'minute'],
];

/** An ISO 8601 length of time in words: P4M is 4 months, PT1H30M is 1 hour 30 minutes. */
export function durationWords(duration: string): string {
  return UNITS.flatMap(([pattern, unit]) => {
    const count = pattern.exec(duration)?.[1];
    return count === undefined ? [] : [`${count} ${unit}${count === '1' ? '' : 's'}`];
  }).join(' ');
}
