// `npm run watch`: the unit tests of what changes, those that are slow too, again after every save. It begins with those
// of what is not committed; words after `--` choose files, and it begins with these. Plain JavaScript for Node 20.
import process from 'node:process';
import { exitWith, runWith } from './set-up.mjs';

const words = process.argv.slice(2);
const which = words.length > 0 ? words : ['--changed'];

await exitWith(() =>
  runWith('node_modules/vitest/vitest.mjs', ['watch', '--project', 'unit', '--project', 'slow', ...which]),
);
