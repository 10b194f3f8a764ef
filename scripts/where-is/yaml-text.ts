import { isMap } from 'yaml';

/** The text that a YAML mapping has under a key; empty where it has none. */
export function textAt(node: unknown, key: string): string {
  const value: unknown = isMap(node) ? node.get(key) : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
