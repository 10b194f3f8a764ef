#!/usr/bin/env node
// The waymark command, for whatever Node.js is on the machine: it runs under Waymark's own.
import { exitWith, runWith } from './set-up.mjs';

// npm runs a script in the package's folder; the files named on the command line are where the person is.
const { npm_lifecycle_event: script, INIT_CWD: startedIn } = process.env;
const options = script === 'waymark' && startedIn ? { cwd: startedIn } : {};
await exitWith(() => runWith('src/cli/waymark.ts', process.argv.slice(2), options));
