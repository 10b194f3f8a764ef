/** The words of what was thrown: those of an error, or the thing itself. */
export function errorMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
