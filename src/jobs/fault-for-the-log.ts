/**
 * A fault as it may stand in the log: what kind it is and where in the code it arose, without its message, in which
 * there may be what somebody typed.
 */
export function faultForTheLog(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = 'code' in fault ? ` ${String(fault.code)}` : '';
  const places = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [`${fault.name}${code}`, ...places].join('\n');
}
