// Loaded before a program (`--import`), so that its clock can be set while it runs: at SIGUSR2 it reads, from the file
// that FAULTS_CLOCK names, by how many milliseconds `Date` is wrong from then on. Nothing else of the process is changed.
import { readFileSync } from 'node:fs';

const RealDate = globalThis.Date;
let offsetMs = 0;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() + offsetMs;
  }
};

process.on('SIGUSR2', () => {
  offsetMs = Number(readFileSync(process.env.FAULTS_CLOCK ?? '', 'utf8'));
});
