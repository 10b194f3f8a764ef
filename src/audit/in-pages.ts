/** Reads rows page by page: `read` gives those that follow the last one (null at the beginning), at most `size`. */
export async function* inPages<Row>(
  size: number,
  read: (after: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after: Row | null = null;
  for (;;) {
    const page: readonly Row[] = await read(after);
    yield* page;
    if (page.length < size) return;
    after = page.at(-1) ?? null;
  }
}
