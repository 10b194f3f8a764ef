import { defineConfig } from 'vitest/config';

/** Globs, one a line. */
const listed = (variable: string): string[] => (process.env[variable] ?? '').split('\n');

/** The tests that bin/mutation.mjs names. */
export default defineConfig({
  test: {
    include: listed('WAYMARK_MUTATION_TESTS'),
    exclude: listed('WAYMARK_MUTATION_NOT_TRIED'),
    setupFiles: ['tests/property-tests.setup.ts'],
    testTimeout: 120_000,
  },
});
