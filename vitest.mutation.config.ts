import { defineConfig } from 'vitest/config';

/** The quick tests that bin/mutation.mjs names: those that are slow, or need a database or a browser, would take days. */
export default defineConfig({
  test: {
    include: (process.env.WAYMARK_MUTATION_TESTS ?? 'src/**/*.test.ts').split(','),
    exclude: ['**/*.{slow,store}.test.ts', 'tests/architecture/**', 'tests/journeys/**', 'tests/launchers/**'],
    setupFiles: ['tests/property-tests.setup.ts'],
    testTimeout: 120_000,
  },
});
