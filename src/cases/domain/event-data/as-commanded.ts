/** The event holds what the command holds, with nothing looked up or worked out. */
export function asCommanded<Data>({ data }: { readonly data: Data }): Data {
  return data;
}
