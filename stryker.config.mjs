/** How `npm run mutation` plants faults; bin/mutation.mjs says where, and which tests are tried. */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner', './bin/mutation-sample.mjs'],
  testRunner: 'vitest',
  // The scope says which tests are tried; to ask for each file anew which concern it takes longer than trying them.
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  concurrency: 1,
  // Tests that are quick elsewhere are not on a machine with other work.
  dryRunTimeoutMinutes: 30,
  timeoutMS: 20_000,
  // Types are looked at by `npm test`, and nothing here is written for another checker.
  disableTypeChecks: false,
  ignorePatterns: ['/data', '/reports', '/.cache', '/coverage'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: '.cache/stryker',
  // What runs once when a file is loaded cannot be told apart by test, and takes every test each time.
  ignoreStatic: false,
};
