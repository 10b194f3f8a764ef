// `npm run quick`: types, lint and the fast unit tests, side by side. For after every change; `npm test` is for before
// it is handed on. Plain JavaScript for Node 20.
import process from 'node:process';
import { exitWith, setUp } from './set-up.mjs';
import { lint, runTool, types } from './tools.mjs';

const parts = [
  { title: 'Types', tool: types },
  { title: 'Lint, with types', tool: lint },
  {
    title: 'Fast unit tests',
    tool: ['vitest', 'run', '--project', 'unit', '--reporter', 'dot', ...process.argv.slice(2)],
  },
];

await exitWith(async () => {
  const { node } = await setUp();
  const startedAt = performance.now();
  const statuses = await Promise.all(
    parts.map(async ({ title, tool }) => {
      const { status, output } = await runTool(node, tool, { quiet: true });
      if (status !== 0) console.log(output.trimEnd());
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${title}, ${seconds(startedAt)}`);
      return status;
    }),
  );
  const failed = statuses.filter((status) => status !== 0).length;
  console.log(failed === 0 ? `All is well, in ${seconds(startedAt)}` : `${failed} of ${parts.length} FAILED`);
  return failed === 0 ? 0 : 1;
});

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
