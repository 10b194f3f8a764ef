/** A force for which a scheme was looked for and not found, and what was found instead. No evidence that it has none. */
export interface SchemeNotFound {
  readonly force: string;
  readonly note?: string | undefined;
}
