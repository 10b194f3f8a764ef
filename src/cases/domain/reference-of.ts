/** A short reference that people can read to each other over the telephone: `3F2A-91BC`. */
export function referenceOf(caseId: string): string {
  const digits = caseId.replaceAll('-', '').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
