import { describe, expect, test } from 'vitest';
import { healthOf } from './health.ts';

const well = { ok: true, status: 'ok', database: { state: 'up' } } as const;
const degraded = { ok: true, status: 'degraded', jobs: { state: 'not running' } } as const;
const down = { ok: false, status: 'down', database: { state: 'down' } } as const;

describe('The health of the program', () => {
  test.each([
    ['well where every part is', [well, { ok: true }], { ok: true, status: 'ok' }],
    ['degraded where one part is, whichever comes last', [degraded, well], { ok: true, status: 'degraded' }],
    ['down where one part is, whatever the others are', [down, degraded], { ok: false, status: 'down' }],
    ['down where a part that has no status is not well', [well, { ok: false }], { ok: false, status: 'down' }],
  ])('is %s', (_what, parts, expected) => {
    expect(healthOf(parts)).toMatchObject(expected);
  });

  test('has what each part says of itself', () => {
    expect(healthOf([well, degraded])).toMatchObject({ database: well.database, jobs: degraded.jobs });
  });
});
