/** HTML attributes; an optional one with the value true stands alone, with false is left out. */
export type HtmlAttributes = Readonly<
  Record<string, string | number | boolean | { readonly value: unknown; readonly optional?: boolean }>
>;
