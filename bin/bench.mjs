// `npm run bench -- NAME`: the figures are measured under Waymark's own Node.js, whatever the machine has.
import { exitWith, runWith } from './set-up.mjs';

await exitWith(() => runWith('bench/run.ts', process.argv.slice(2)));
