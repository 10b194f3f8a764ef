// Runs the tools of node_modules/.bin under Waymark's own Node.js. Plain JavaScript for Node 20.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = join(root, 'node_modules', '.bin');

/** The type checker, which looks again only at what changed since it last ran. */
export const types = ['tsc', '--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'];

export const lint = ['oxlint', '--deny-warnings'];

/**
 * Runs one tool with its arguments. Answers `{ status, output }`; what it prints is shown at once, unless it is `quiet`: then
 * it is in `output`, for what runs beside others.
 */
export function runTool(node, [tool, ...words], { quiet = false, env = {} } = {}) {
  const child = spawn(node, [join(tools, tool), ...words], {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}` },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, output: `${tool} could not be started: ${error.message}\n` }));
    child.on('close', (code) => resolve({ status: code ?? 1, output }));
  });
}
