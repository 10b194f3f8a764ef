/** Whether a document says what the law of another country asks: to be compared with, and never offered to anybody. */
export function isComparator({ kind }: { readonly kind: string }): boolean {
  return kind === 'comparator';
}
