// `npm run faults`: kills and stops the program and its database under a stream of writes, under Waymark's own Node.js.
import { exitWith, runWith } from './set-up.mjs';

await exitWith(() => runWith('tests/faults/main.ts', process.argv.slice(2)));
