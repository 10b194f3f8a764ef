/**
 * The path to go to after signing in, where `asked` is one of this program's own; otherwise the beginning. A path that
 * a browser could read as another site's address ("//elsewhere", "/\elsewhere") is none.
 */
export function localPath(asked: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) ? asked : '/';
}
