import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruise, projectRoot } from './cruise.ts';

/** The parts of a case, each with an index of its own. */
const partsOfACase = [
  'domain/offer',
  'domain/engagement',
  'domain/outcome',
  'domain/facts',
  'pages/offer',
  'pages/engagement',
  'pages/outcome',
  'pages/file',
];

/** A small house in which nothing is wrong: what the breaches below reach for. */
const soundHouse = {
  ...Object.fromEntries(
    partsOfACase.flatMap((part) => [
      [`src/cases/${part}/index.ts`, "import './inside.ts';"],
      [`src/cases/${part}/inside.ts`, 'export const inside = 1;'],
    ]),
  ),
  'src/compose.ts': "import './board/index.ts'; import './board/store/postgres-papers.ts'; import './access/index.ts';",
  'src/cli/main-command.ts': "import '../board/index.ts'; import '../board/store/postgres-papers.ts';",
  'src/shared/day.ts': "import '@noble/hashes'; export type Day = string;",
  'src/eligibility/index.ts': "export { rule } from './rule.ts';",
  'src/eligibility/rule.ts': "import '../shared/day.ts'; export const rule = 1;",
  'src/statistics/index.ts': "export { mean } from './mean.ts';",
  'src/statistics/mean.ts': "import '../shared/day.ts'; export const mean = 1;",
  'src/reference/index.ts': "export { force } from './domain/force.ts';",
  'src/reference/domain/force.ts': 'export const force = 1;',
  'src/reference/store/forces.ts': "import 'node:fs';",
  'src/schemes/index.ts': "export { scheme } from './domain/scheme.ts';",
  'src/schemes/domain/scheme.ts':
    "import 'yaml'; import 'zod'; import '../../eligibility/index.ts'; export const scheme = 1;",
  'src/access/index.ts': "export { actor, type Actor } from './actor.ts';",
  'src/access/actor.ts': "import '../shared/day.ts'; export const actor = 1; export type Actor = string;",
  'src/db/index.ts': "export { open } from './open.ts';",
  'src/db/open.ts': "import 'pg'; import 'node:fs'; export const open = 1;",
  'src/web/server/index.ts': "import 'fastify'; import '../markup/index.ts';",
  'src/web/markup/index.ts': "import '../../shared/day.ts';",
  'src/board/index.ts':
    "import './pages/papers/page.ts'; import './use-cases/publish-paper.ts'; import type { Papers } from './store/papers.ts'; export type { Papers };",
  'src/board/domain/paper.ts':
    "import type { Actor } from '../../access/index.ts'; import '../../eligibility/index.ts'; import '../../reference/index.ts'; import '../../statistics/index.ts'; export type Paper = Actor;",
  'src/board/domain/paper.test.ts':
    "import 'node:fs'; import 'vitest'; import './paper.ts'; import '../store/postgres-papers.ts';",
  'src/board/use-cases/publish-paper.ts':
    "import type { Papers } from '../store/papers.ts'; import '../domain/paper.ts'; import '../../access/index.ts'; export type P = Papers;",
  'src/board/pages/papers/page.ts':
    "import '../../use-cases/publish-paper.ts'; import '../../../web/markup/index.ts'; import type { open } from '../../../db/index.ts'; export type O = typeof open;",
  'src/board/store/papers.ts': "import type { Paper } from '../domain/paper.ts'; export type Papers = Paper[];",
  'src/web/markup/layout.ts': "import './index.ts';",
  'src/board/store/postgres-papers.ts':
    "import './papers.ts'; import '../../db/index.ts'; import '../../reference/store/forces.ts';",
  'src/access/v-with-u.ts': "import './u.ts';",
  'tests/database/start.ts': 'export {};',
  'bench/people.ts': 'export {};',
};

/** One breach a file, and every wall that must name it. */
const breaches: readonly { file: string; code: string; walls: readonly string[]; why: string }[] = [
  {
    why: 'the engine reads a file',
    file: 'src/eligibility/a.ts',
    code: "import 'node:fs';",
    walls: ['pure-core-does-no-io'],
  },
  {
    why: 'shared opens a connection',
    file: 'src/shared/b.ts',
    code: "import 'fastify';",
    walls: ['pure-core-does-no-io'],
  },
  {
    why: 'a domain folder waits for a timer',
    file: 'src/board/domain/c.ts',
    code: "import 'node:timers/promises';",
    walls: ['pure-core-does-no-io'],
  },
  {
    why: 'a domain folder imports a use-case',
    file: 'src/board/domain/d.ts',
    code: "import '../use-cases/publish-paper.ts';",
    walls: ['pure-core-does-not-look-outward'],
  },
  {
    why: 'a domain folder runs code of another room',
    file: 'src/board/domain/e.ts',
    code: "import { actor } from '../../access/index.ts'; export const a = actor;",
    walls: ['pure-core-takes-only-types-from-other-rooms'],
  },
  {
    why: 'the engine knows schemes',
    file: 'src/eligibility/f.ts',
    code: "import '../schemes/index.ts';",
    walls: ['eligibility-knows-no-scheme'],
  },
  {
    why: 'the engine knows who is signed in',
    file: 'src/eligibility/g.ts',
    code: "import type { Actor } from '../access/index.ts'; export type A = Actor;",
    walls: ['eligibility-stands-alone'],
  },
  {
    why: 'the mathematics knows eligibility',
    file: 'src/statistics/h.ts',
    code: "import '../eligibility/index.ts';",
    walls: ['statistics-knows-no-policing'],
  },
  {
    why: 'the reading of documents knows what is in them',
    file: 'src/documents/w.ts',
    code: "import '../eligibility/index.ts';",
    walls: ['documents-stand-alone'],
  },
  {
    why: 'a measure reads a store',
    file: 'src/evaluation/measures/x.ts',
    code: "import '../../access/index.ts';",
    walls: ['evaluation-works-out-in-pure-code'],
  },
  {
    why: 'shared knows a room',
    file: 'src/shared/i.ts',
    code: "import type { Actor } from '../access/index.ts'; export type A = Actor;",
    walls: ['shared-knows-nobody'],
  },
  {
    why: 'a command opens the database by itself',
    file: 'src/cli/opens.ts',
    code: "import '../db/index.ts';",
    walls: ['the-command-line-opens-no-database'],
  },
  {
    why: 'a room reaches inside another',
    file: 'src/web/j.ts',
    code: "import '../access/actor.ts';",
    walls: ['rooms-meet-at-index'],
  },
  {
    why: 'a room reaches inside another for a type',
    file: 'src/web/k.ts',
    code: "import type { Actor } from '../access/actor.ts'; export type A = Actor;",
    walls: ['rooms-meet-at-index'],
  },
  {
    why: 'the command line reaches inside a room',
    file: 'src/cli/l.ts',
    code: "import '../access/actor.ts';",
    walls: ['joiners-take-adapters-or-index'],
  },
  {
    why: 'a test reaches inside another room',
    file: 'src/board/la.test.ts',
    code: "import '../access/actor.ts';",
    walls: ['tests-take-adapters-or-index'],
  },
  {
    why: 'a room imports the command line',
    file: 'src/access/m.ts',
    code: "import '../cli/main-command.ts';",
    walls: ['nobody-imports-the-joiners', 'rooms-meet-at-index'],
  },
  {
    why: 'a room reaches inside markup',
    file: 'src/access/na.ts',
    code: "import '../web/markup/layout.ts';",
    walls: ['rooms-meet-at-index'],
  },
  {
    why: 'markup needs the server',
    file: 'src/web/markup/nb.ts',
    code: "import '../server/index.ts';",
    walls: ['markup-imports-no-server'],
  },
  {
    why: 'markup knows a room',
    file: 'src/web/markup/nc.ts',
    code: "import type { Actor } from '../../access/index.ts'; export type A = Actor;",
    walls: ['markup-imports-no-server'],
  },
  {
    why: 'markup needs Node',
    file: 'src/web/markup/nd.ts',
    code: "import 'node:path';",
    walls: ['markup-runs-in-a-browser'],
  },
  {
    why: 'markup needs a package',
    file: 'src/web/markup/ne.ts',
    code: "import 'zod';",
    walls: ['markup-runs-in-a-browser'],
  },
  {
    why: 'a page sends itself',
    file: 'src/board/pages/minutes/page.ts',
    code: "import '../../../web/server/index.ts';",
    walls: ['pages-and-forms-know-no-server'],
  },
  {
    why: 'a use-case reads a file of reference/',
    file: 'src/board/use-cases/ma.ts',
    code: "import '../../reference/store/forces.ts';",
    walls: ['use-cases-see-the-stores-type'],
  },
  {
    why: 'a domain folder reads a file of reference/',
    file: 'src/board/domain/mb.ts',
    code: "import '../../reference/store/forces.ts';",
    walls: ['pure-core-does-not-look-outward'],
  },
  {
    why: 'a page reads the store',
    file: 'src/board/pages/papers/n.ts',
    code: "import '../../store/postgres-papers.ts';",
    walls: ['pages-go-through-use-cases'],
  },
  {
    why: 'a page opens a transaction',
    file: 'src/board/pages/papers/o.ts',
    code: "import { open } from '../../../db/index.ts'; export const o = open;",
    walls: ['pages-go-through-use-cases'],
  },
  {
    why: 'a use-case imports an adapter',
    file: 'src/board/use-cases/p.ts',
    code: "import '../store/postgres-papers.ts';",
    walls: ['use-cases-see-the-stores-type'],
  },
  {
    why: 'an index hands out an adapter',
    file: 'src/board/q.ts',
    code: "import './store/postgres-papers.ts';",
    walls: ['adapters-are-joined-in-compose'],
  },
  {
    why: 'a store answers with HTTP',
    file: 'src/board/store/r.ts',
    code: "import 'fastify';",
    walls: ['below-the-pages-nobody-knows-the-web'],
  },
  {
    why: 'a use-case renders a page',
    file: 'src/board/use-cases/s.ts',
    code: "import '../../web/markup/index.ts';",
    walls: ['below-the-pages-nobody-knows-the-web'],
  },
  {
    why: 'a store opens its own connection',
    file: 'src/board/store/t.ts',
    code: "import 'pg';",
    walls: ['only-db-knows-the-driver'],
  },
  {
    why: 'two files need each other',
    file: 'src/access/u.ts',
    code: "import './v-with-u.ts'; export const u = 1;",
    walls: ['no-circular'],
  },
  { why: 'nothing needs the file', file: 'src/access/w.ts', code: 'export const w = 1;', walls: ['no-orphans'] },
  {
    why: 'production imports a test',
    file: 'src/access/x.ts',
    code: "import '../../tests/database/start.ts';",
    walls: ['production-never-imports-tests'],
  },
  {
    why: 'production imports a bench',
    file: 'src/access/y.ts',
    code: "import '../../bench/people.ts';",
    walls: ['production-never-imports-tests'],
  },
  {
    why: 'production needs a development package',
    file: 'src/access/z.ts',
    code: "import 'vitest';",
    walls: ['production-uses-no-development-package'],
  },
  {
    why: 'a package nobody declared',
    file: 'src/access/za.ts',
    code: "import 'undeclared';",
    walls: ['every-package-is-declared'],
  },
  {
    why: 'an import of nothing',
    file: 'src/access/zb.ts',
    code: "import './gone.ts';",
    walls: ['every-import-resolves'],
  },
  ...partsOfACase.map((part) => ({
    why: `another part of a case looks into ${part}`,
    file: `src/cases/pages/into-${part.replace('/', '-')}.ts`,
    code: `import '../${part}/inside.ts';`,
    walls: [`cases-${part.replace('/', '-')}-is-entered-by-its-index`],
  })),
];

const packages = {
  dependencies: ['@noble/hashes', 'yaml', 'zod', 'pg', 'fastify'],
  devDependencies: ['vitest'],
  undeclared: ['undeclared'],
};

const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));

function buildTree(folder: string): void {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, code] of Object.entries(soundHouse)) write(file, code);
  for (const { file, code } of breaches) write(file, code);
  for (const name of Object.values(packages).flat()) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  const { dependencies, devDependencies } = packages;
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: versions(dependencies),
      devDependencies: versions(devDependencies),
    }),
  );
  cpSync(join(projectRoot, 'tsconfig.json'), join(folder, 'tsconfig.json'));
}

describe('every wall', () => {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  let named: Map<string, string[]>;

  beforeAll(async () => {
    buildTree(folder);
    named = wallsByFile(await cruise(folder));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(breaches)('stops it when $why ($file)', ({ file, walls }) => {
    expect(named.get(file)).toEqual([...walls].toSorted());
  });

  test('leaves a sound house alone', () => {
    expect(Object.keys(soundHouse).filter((file) => named.has(file))).toEqual([]);
  });

  test('is shown here to be able to fail', async () => {
    const rules = (await import(`${projectRoot}.dependency-cruiser.cjs`)) as {
      default: { forbidden: { name: string }[] };
    };
    const shown = new Set(breaches.flatMap(({ walls }) => walls));
    expect(rules.default.forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

function wallsByFile(result: ICruiseResult): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { from, rule } of result.summary.violations) {
    found.set(from, [...new Set([...(found.get(from) ?? []), rule.name])].toSorted());
  }
  return found;
}
