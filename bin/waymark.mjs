#!/usr/bin/env node
// The waymark command, for whatever Node.js is on the machine: it runs under Waymark's own.
import { compileCache } from './compile-cache.mjs';
import { exitWith, runWith } from './set-up.mjs';

// npm runs a script in the package's folder; the files named on the command line are where the person is.
const { npm_lifecycle_event: script, INIT_CWD: startedIn, NODE_OPTIONS: nodeOptions = '' } = process.env;
const folder = script === 'waymark' && startedIn ? { cwd: startedIn } : {};
// Room for young objects that does not grow while a long file is read: less memory, and faster, as it stays in cache.
const nodeSettings = { ...compileCache(), NODE_OPTIONS: `--max-semi-space-size=4 ${nodeOptions}`.trim() };
const options = { ...folder, env: { ...process.env, ...nodeSettings } };
await exitWith(() => runWith('src/cli/waymark.ts', process.argv.slice(2), options));
