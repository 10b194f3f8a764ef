/** The code of an error of Node's or of PostgreSQL's (`ENOENT`, `42501`); null of whatever else was thrown. */
export function errorCode(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
}
