import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORM, startDemonstrationServer, tokenIn, type DemonstrationServer } from './demonstration-server.ts';

let started: DemonstrationServer;
beforeAll(async () => {
  started = await startDemonstrationServer({ trustedProxies: ['10.0.0.0/8', 'fd00::/64'] });
});
afterAll(() => started.close());

interface Try {
  readonly from: string;
  readonly forwardedFor: string;
}

/** Five wrong passwords, each said to come from another address, and what becomes of a sixth attempt. */
async function fails(email: string, tries: (at: number) => Try): Promise<number> {
  const { server } = started;
  const page = await server.inject('/sign-in');
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const payload = new URLSearchParams({ _csrf: tokenIn(page.body), email, password: 'wrong' }).toString();
  let status = 0;
  for (let at = 1; at <= 6; at += 1) {
    const { from, forwardedFor } = tries(at);
    const headers = { ...FORM, 'x-forwarded-for': forwardedFor };
    const sent = await server.inject({
      method: 'POST',
      url: '/sign-in',
      remoteAddress: from,
      headers,
      cookies,
      payload,
    });
    status = sent.statusCode;
  }
  return status;
}

async function addressesRecordedOf(email: string): Promise<readonly string[]> {
  return started.database.asOwner(async (owner) => {
    for (const table of ['audit_entries', 'accounts'])
      await owner.query(`alter table ${table} no force row level security`);
    const { rows } = await owner.query<{ address: string }>(
      `select distinct details ->> 'address' as address from audit_entries
         where subject = (select 'account:' || id from accounts where email = $1) order by 1`,
      [email],
    );
    for (const table of ['audit_entries', 'accounts'])
      await owner.query(`alter table ${table} force row level security`);
    return rows.map(({ address }) => address);
  });
}

describe('A forged X-Forwarded-For', () => {
  test('of somebody who is no proxy changes neither what is counted nor what is recorded', async () => {
    const email = 'officer@durham.example';
    expect(await fails(email, (at) => ({ from: '203.0.113.9', forwardedFor: `192.0.2.${at}, 10.0.0.1` }))).toBe(429);
    expect(await addressesRecordedOf(email)).toEqual(['203.0.113.9']);
  });

  test('that a trusted proxy was sent counts for nothing beside what it saw', async () => {
    const email = 'supervisor@durham.example';
    const seen = (at: number) => ({ from: '10.0.0.1', forwardedFor: `192.0.2.${at}, 203.0.113.10, 10.0.0.2` });
    expect(await fails(email, seen)).toBe(429);
    expect(await addressesRecordedOf(email)).toEqual(['203.0.113.10']);
  });

  test('is not needed to have many addresses of IPv6, which are counted as the one network that they are', async () => {
    const email = 'coordinator@durham.example';
    expect(await fails(email, (at) => ({ from: 'fd00::1', forwardedFor: `2001:db8:1:2::${at}` }))).toBe(429);
    expect(await addressesRecordedOf(email)).toHaveLength(6);
  });

  test('is none where the trusted proxy saw different people: each is counted alone', async () => {
    const email = 'worker@provider.durham.example';
    expect(await fails(email, (at) => ({ from: '10.0.0.1', forwardedFor: `192.0.2.${at}` }))).toBe(403);
    expect(await addressesRecordedOf(email)).toHaveLength(6);
  });
});
