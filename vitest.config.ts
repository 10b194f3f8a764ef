import { defineConfig } from 'vitest/config';
import { BROWSER_IS_SLOWER_MS, MACHINE_IS_SLOW_MS } from './tests/slow-machines.ts';

/**
 * Five projects, told apart by what they need: `unit` nothing, so that it is quick; `slow` (*.slow.test.ts) threads,
 * spawned programs, built servers or many repetitions; `walls` the source tree; `store` (*.store.test.ts) a PostgreSQL;
 * `journeys` the running program and Chromium. Coverage is of the pure core alone: what talks to the outside is held by
 * the store tests and the journeys.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: MACHINE_IS_SLOW_MS,
    hookTimeout: BROWSER_IS_SLOWER_MS,
    coverage: {
      provider: 'v8',
      include: ['src/shared/**/*.ts', 'src/eligibility/**/*.ts', 'src/statistics/**/*.ts', 'src/*/domain/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-support.ts', '**/*.generated.ts'],
      reporter: ['text-summary', ['text', { file: 'coverage.txt' }]],
      reportsDirectory: 'reports/coverage',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // One module registry for all files of a worker: half of the time went into reading the same modules again.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.{slow,store}.test.ts', 'tests/architecture/**', 'tests/journeys/**'],
          setupFiles: ['tests/property-tests.setup.ts'],
          // A test that asserts nothing passes whatever the code does.
          expect: { requireAssertions: true },
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          expect: { requireAssertions: true },
          include: ['src/**/*.slow.test.ts', 'tests/**/*.slow.test.ts'],
          setupFiles: ['tests/property-tests.setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'walls', expect: { requireAssertions: true }, include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'store',
          expect: { requireAssertions: true },
          include: ['src/**/*.store.test.ts', 'tests/**/*.store.test.ts'],
          exclude: ['tests/journeys/**'],
          globalSetup: ['tests/database/global-setup.ts'],
          setupFiles: ['tests/property-tests.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: BROWSER_IS_SLOWER_MS,
        },
      },
    ],
  },
});
