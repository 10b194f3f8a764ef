import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';
import { cruise, projectRoot } from './cruise.ts';

let found: ICruiseResult;

beforeAll(async () => {
  found = await cruise(projectRoot);
});

describe('this tree', () => {
  test('climbs no wall', () => {
    expect(found.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  // The tool reads nothing, and passes, when the TypeScript beside it is newer than it knows.
  test('was looked at whole: as many modules as src/ has TypeScript files', () => {
    const onDisk = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${file}`);
    const lookedAt = found.modules.map(({ source }) => source).filter((source) => /^src\/.*\.ts$/.test(source));
    expect(lookedAt.toSorted()).toEqual(onDisk.toSorted());
    expect(found.summary.totalDependenciesCruised).toBeGreaterThan(onDisk.length);
  });

  test('keeps the pure core pure however far its imports are followed', () => {
    const pure =
      /^src\/(shared|documents|eligibility|statistics|evaluation\/(measures|designs)|[^/]+\/domain)\/(?!.*\.test(-support)?\.ts$)/;
    // papaparse could download and start workers; handed a text, as here, it computes alone.
    const computesOnly = /(^|\/)node_modules\/(@noble\/hashes|papaparse|yaml|zod)\//;
    const dependenciesOf = new Map(found.modules.map((module) => [module.source, module.dependencies]));
    const reached = new Map<string, string>();
    const queue = [...dependenciesOf.keys()].filter((source) => pure.test(source));
    for (const source of queue) reached.set(source, source);
    for (const source of queue) {
      for (const { resolved, dependencyTypes } of dependenciesOf.get(source) ?? []) {
        if (dependencyTypes.includes('type-only')) continue;
        if (reached.has(resolved) || computesOnly.test(resolved)) continue;
        reached.set(resolved, `${reached.get(source)} → ${resolved}`);
        queue.push(resolved);
      }
    }
    const mayBeReached = (source: string): boolean => pure.test(source) || /^src\/[^/]+\/index\.ts$/.test(source);
    expect([...reached].filter(([source]) => !mayBeReached(source)).map(([, path]) => path)).toEqual([]);
  });
});
