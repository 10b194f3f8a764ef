import process from 'node:process';
import { compileCache } from './compile-cache.mjs';
import { watchNpm } from './watch-npm.mjs';
import { exitWith, runWith } from './set-up.mjs';

// The channel tells the program when this launcher is gone, however it ended: it stops then, and frees its port.
const options = {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, ...compileCache() },
  onStart: (child) => watchNpm(() => child.kill()),
};
await exitWith(() => runWith('src/main.ts', process.argv.slice(2), options));
