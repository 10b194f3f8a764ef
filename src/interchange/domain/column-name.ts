/** `Age.range`, `age_range` and `AGE RANGE` are all `age range`. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
