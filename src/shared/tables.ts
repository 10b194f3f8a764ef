/** The keys of a table of the program's own, in their order. Never for what was stored or sent: that may hold others. */
export function keysIn<Key extends string>(table: Readonly<Partial<Record<Key, unknown>>>): readonly Key[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys by its type, which Object.keys forgets
  return Object.keys(table) as Key[];
}

/** Whether a word, from wherever it comes, is a key of a table. */
export function isKeyIn<Key extends string>(table: Readonly<Record<Key, unknown>>, word: string): word is Key {
  return Object.hasOwn(table, word);
}

/** A table with one value for each key, in their order. */
export function tableFrom<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry a key, which Object.fromEntries forgets
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
