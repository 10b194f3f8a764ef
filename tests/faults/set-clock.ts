import { readFileSync } from 'node:fs';

/**
 * Loaded before a program (`--import`), so that its clock can be set while it runs: at SIGUSR2 it reads, from the file
 * that FAULTS_CLOCK names, by how many milliseconds `Date` is wrong from then on. Nothing else of the process is changed.
 */
const RealDate = globalThis.Date;
let offsetMs = 0;
const now = (): number => RealDate.now() + offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct(target, given: unknown[], newTarget): object {
    return Object(Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget)) as object;
  },
  get(target, key): unknown {
    return key === 'now' ? now : Reflect.get(target, key);
  },
});

process.on('SIGUSR2', () => {
  offsetMs = Number(readFileSync(process.env.FAULTS_CLOCK ?? '', 'utf8'));
});
