/**
 * The walls of the house. Each says what it keeps apart and why; `tests/architecture/walls.test.ts` shows, for each,
 * a small tree that breaks it, so that no wall can silently stop holding.
 *
 * A room is a folder of src/. Of a room, others see `index.ts` only; the web has two, `web/markup` and `web/server`.
 * Outside every room are `compose.ts`, which joins adapters (`store/`) to use-cases, what serves and starts it, and the
 * command line, which reads its own files.
 */
const TEST = '\\.test(-support)?\\.ts$';
const PURE = '^src/(shared|documents|eligibility|statistics|evaluation/(measures|designs)|[^/]+/domain)/';
const INDEX = '^src/([^/]+|web/(markup|server))/index\\.ts$';
/**
 * What a triage writes down, how a right is asked for, and the reasons that a provider has for itself, for the pure core of
 * other rooms: the rooms' own indexes bring their pages or their rows along.
 */
const PURE_INDEX = '^src/(access|providers|schemes|triage)/domain/index\\.ts$';
const JOINERS = '^src/((main|program|compose|serve-rooms)\\.ts$|cli/)';
const ANY_NPM_PACKAGE = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const pureCore = [
  {
    name: 'pure-core-does-no-io',
    comment:
      'The pure core runs on the server, in the browser and in bulk, and is replayed years later: it reads no file, socket, clock or environment. Of packages it may use only those that compute: papaparse splits a text that it is handed.',
    severity: 'error',
    from: { path: PURE, pathNot: TEST },
    to: {
      dependencyTypes: ['core', ...ANY_NPM_PACKAGE],
      pathNot: '(^|/)node_modules/(@noble/hashes|papaparse|yaml|zod)/',
    },
  },
  {
    name: 'pure-core-does-not-look-outward',
    comment:
      'A domain folder uses shared, its own room, the engine, the reference lists and the mathematics; from the index.ts of another room it may take types, never code.',
    severity: 'error',
    from: { path: '^src/([^/]+)/domain/', pathNot: TEST },
    to: {
      path: '^(src|tests|bench|scripts|bin)/',
      pathNot: [
        '^src/shared/',
        '^src/$1/domain/',
        PURE_INDEX,
        '^src/(documents|eligibility|statistics|reference|schemes)/index\\.ts$',
        '^src/[^/]+/index\\.ts$',
      ],
    },
  },
  {
    name: 'pure-core-takes-only-types-from-other-rooms',
    comment:
      'Code from another room would bring its database and its pages along. The engine, the reference lists, the scheme documents and the mathematics are pure themselves.',
    severity: 'error',
    from: { path: '^src/([^/]+)/domain/', pathNot: TEST },
    to: {
      path: '^src/[^/]+/index\\.ts$',
      pathNot: ['^src/$1/', '^src/(documents|eligibility|statistics|reference|schemes)/index\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'eligibility-knows-no-scheme',
    comment: 'Schemes are data. An engine that names one has a special case in it.',
    severity: 'error',
    from: { path: '^src/eligibility/', pathNot: TEST },
    to: { path: '^(src/schemes|schemes)/' },
  },
  {
    name: 'eligibility-stands-alone',
    comment: 'The engine uses shared values and nothing else of this program.',
    severity: 'error',
    from: { path: '^src/eligibility/', pathNot: TEST },
    to: { path: '^src/', pathNot: '^src/(eligibility|shared|schemes)/' },
  },
  {
    name: 'statistics-knows-no-policing',
    comment: 'The mathematics is checked against published answers, and stays free of the field it is used in.',
    severity: 'error',
    from: { path: '^src/statistics/', pathNot: TEST },
    to: { path: '^(src|schemes|reference)/', pathNot: '^src/(statistics|shared)/' },
  },
  {
    name: 'documents-stand-alone',
    comment:
      'Reading a document with the place of every part is the same for schemes and plans; what either means is not.',
    severity: 'error',
    from: { path: '^src/documents/', pathNot: TEST },
    to: { path: '^src/', pathNot: '^src/(documents|shared)/' },
  },
  {
    name: 'evaluation-works-out-in-pure-code',
    comment:
      'Measures and designs are functions of a plan and a cohort: the same in a command, in a worker and years later.',
    severity: 'error',
    from: { path: '^src/evaluation/(measures|designs)/', pathNot: TEST },
    to: {
      path: '^(src|tests|bench|scripts|bin)/',
      pathNot: [
        '^src/(shared|evaluation/(domain|measures|designs))/',
        '^src/(documents|eligibility|statistics)/index\\.ts$',
      ],
    },
  },
  {
    name: 'shared-knows-nobody',
    comment: 'Everyone stands on shared; it stands on nothing.',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { path: '^src/', pathNot: '^src/shared/' },
  },
];

const rooms = [
  {
    name: 'rooms-meet-at-index',
    comment:
      "Of another room only index.ts may be imported, so that a room's inside can change freely. compose.ts, the command line and tests may also take its adapters (store/), and an adapter may read the files of reference/ by the reference room's.",
    severity: 'error',
    from: { path: '^src/([^/]+)/', pathNot: [JOINERS, TEST] },
    to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/shared/', INDEX, PURE_INDEX, '^src/reference/store/'] },
  },
  {
    name: 'joiners-take-adapters-or-index',
    comment:
      'compose.ts and the command line join rooms: from each they take its index.ts and its adapters, nothing deeper.',
    severity: 'error',
    from: { path: JOINERS, pathNot: TEST },
    to: { path: '^src/[^/]+/', pathNot: ['^src/(cli|shared)/', INDEX, '^src/[^/]+/store/'] },
  },
  {
    name: 'tests-take-adapters-or-index',
    comment:
      "A test may join rooms as compose.ts does. What it knows of another room's inside breaks when that changes.",
    severity: 'error',
    from: { path: '^src/([^/]+)/.*' + TEST },
    to: {
      path: '^src/[^/]+/',
      pathNot: [PURE_INDEX, '^src/$1/', '^src/shared/', INDEX, '^src/[^/]+/store/', '\\.test-support\\.ts$'],
    },
  },
  {
    name: 'the-command-line-opens-no-database',
    comment:
      'A command that works with the database takes its work from compose.ts, which opens it in one way, under one set of rights, and closes it again.',
    severity: 'error',
    from: { path: '^src/cli/', pathNot: TEST },
    to: { path: '^src/db/' },
  },
  {
    name: 'nobody-imports-the-joiners',
    comment: 'What compose.ts and the command line join cannot depend on them.',
    severity: 'error',
    from: { path: '^src/', pathNot: [JOINERS, TEST] },
    to: { path: JOINERS },
  },
];

const insideARoom = [
  {
    name: 'markup-imports-no-server',
    comment:
      'Markup is drawn on the server and, where there is no connection, in a browser: it uses shared values and itself.',
    severity: 'error',
    from: { path: '^src/web/markup/', pathNot: TEST },
    to: { path: '^(src|tests|bench|scripts|bin)/', pathNot: '^src/(web/markup|shared)/' },
  },
  {
    name: 'markup-runs-in-a-browser',
    comment: 'A browser has no Node, and takes no package that was not weighed for it.',
    severity: 'error',
    from: { path: '^src/web/markup/', pathNot: TEST },
    to: { dependencyTypes: ['core', ...ANY_NPM_PACKAGE] },
  },
  {
    name: 'pages-and-forms-know-no-server',
    comment:
      'A page.ts draws what it is given and a form.ts reads what was posted; what is sent, and where to, is for route.ts.',
    severity: 'error',
    from: { path: '^src/[^/]+/pages/.*/(page|form)\\.ts$' },
    to: { path: '^src/web/server/' },
  },
  {
    name: 'pages-go-through-use-cases',
    comment:
      'A page that reads a store or opens a transaction by itself skips the authorisation and the audit entry that the use-case makes.',
    severity: 'error',
    from: { path: '^src/[^/]+/pages/', pathNot: TEST },
    to: { path: '^src/([^/]+/store|db)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'use-cases-see-the-stores-type',
    comment: "A use-case is given its store. It may `import type` the store's type from store/, never the adapter.",
    severity: 'error',
    from: { path: '^src/[^/]+/use-cases/', pathNot: TEST },
    to: { path: '^src/[^/]+/store/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'adapters-are-joined-in-compose',
    comment:
      'Only compose.ts, the command line, the adapters themselves and tests import an adapter; others are given one.',
    severity: 'error',
    from: { path: '^src/', pathNot: [JOINERS, '^src/[^/]+/(store|pages|use-cases|domain)/', TEST] },
    to: { path: '^src/[^/]+/store/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'below-the-pages-nobody-knows-the-web',
    comment:
      'Domain, use-cases and stores serve the command line and jobs as well: they answer with results, not with HTTP.',
    severity: 'error',
    from: { path: '^src/[^/]+/(domain|use-cases|store)/', pathNot: TEST },
    to: { path: ['^src/web/', '^src/[^/]+/pages/', '(^|/)node_modules/(@fastify|fastify|nunjucks|govuk-frontend)/'] },
  },
  {
    name: 'only-db-knows-the-driver',
    comment: 'Row-level security holds because every connection is opened, and every actor set, in one place.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/db/' },
    to: { path: '(^|/)node_modules/(@types/)?pg(-pool|-cursor|-copy-streams)?/' },
  },
];

const wholeTree = [
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or need a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is left over.',
    severity: 'error',
    from: { orphan: true, path: '^src/.*\\.ts$', pathNot: ['^src/main\\.ts$', '^src/cli/', TEST, '\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'production-never-imports-tests',
    comment: 'What runs in a police force does not depend on tests, benches or scripts.',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: { path: ['^(tests|bench|scripts)/', TEST] },
  },
  {
    name: 'production-uses-no-development-package',
    comment: 'A package that production imports belongs under "dependencies"; types are erased and may stay.',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: '(^|/)node_modules/@types/',
    },
  },
  {
    name: 'every-package-is-declared',
    comment: 'A package that only another package brings may be gone tomorrow.',
    severity: 'error',
    from: { path: '^(src|tests|bench|scripts)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'every-import-resolves',
    comment: 'An import that cannot be found is also one that no wall was checked against.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** A case is one log and one state machine, in parts that meet at an index of their own (docs/decisions/0020). */
const PARTS_OF_A_CASE = [
  'domain/offer',
  'domain/engagement',
  'domain/outcome',
  'domain/facts',
  'pages/offer',
  'pages/engagement',
  'pages/outcome',
  'pages/file',
];
const partsOfACase = PARTS_OF_A_CASE.map((part) => ({
  name: `cases-${part.replace('/', '-')}-is-entered-by-its-index`,
  comment:
    'What another part of a case needs of this one goes through its index.ts: what is inside can change, and can become a room.',
  severity: 'error',
  from: { path: '^src/cases/', pathNot: [`^src/cases/${part}/`, TEST] },
  to: { path: `^src/cases/${part}/`, pathNot: [`^src/cases/${part}/index\\.ts$`] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...pureCore, ...rooms, ...insideARoom, ...partsOfACase, ...wholeTree],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(data|coverage|reports)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Type imports count too: a wall that a type may climb is no wall. Where one may, the rule says so.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
