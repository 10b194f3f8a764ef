// `npm run watch`: the fast unit tests of what changes, again after every save. Words after `--` choose files.
// Plain JavaScript for Node 20.
import process from 'node:process';
import { exitWith, runWith } from './set-up.mjs';

await exitWith(() =>
  runWith('node_modules/vitest/vitest.mjs', ['watch', '--project', 'unit', ...process.argv.slice(2)]),
);
