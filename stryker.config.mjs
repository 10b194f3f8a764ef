/** How `npm run mutation` plants faults; bin/mutation.mjs says where, and which tests are tried. */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  concurrency: 1,
  // Types are looked at by `npm test`, and nothing here is written for another checker.
  disableTypeChecks: false,
  ignorePatterns: ['/data', '/reports', '/.cache', '/coverage'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.cache/stryker',
  // What runs once when a file is loaded cannot be told apart by test, and takes every test each time.
  ignoreStatic: false,
};
