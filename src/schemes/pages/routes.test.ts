import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { buildServer } from '../../web/server/index.ts';
import type { Law } from '../domain/law/law-document.ts';
import type { Scheme } from '../domain/scheme-document.ts';
import { shippedCatalogue } from '../store/shipped-catalogue.test-support.ts';
import { shippedLaw } from '../store/shipped-law.test-support.ts';
import { loadSchemesNotFound } from '../store/schemes-not-found.ts';
import { loadReferenceWords } from '../../reference/store/reference-words.ts';
import { schemesRoom } from '../schemes-room.ts';

let server: FastifyInstance;
let schemes: readonly Scheme[];
let laws: readonly Law[];
const notFound = await loadSchemesNotFound();
const words = await loadReferenceWords();

beforeAll(async () => {
  schemes = shippedCatalogue;
  laws = shippedLaw;
  server = await buildServer({
    health: () => Promise.resolve({ ok: true }),
    visitorOf: () => null,
    navigationFor: () => [],
    cookieSecret: 'a secret for tests that is long enough',
    requestsPerMinute: 10_000,
  });
  await server.register(
    schemesRoom({ schemes, laws, notFound, words, today: () => calendarDayOf('2026-11-22') }).routes,
  );
});
afterAll(() => server.close());

const pageAt = async (url: string): Promise<string> => {
  const response = await server.inject({ url, headers: { accept: 'text/html' } });
  expect([url, response.statusCode]).toEqual([url, 200]);
  return response.body;
};
const schemesOn = (page: string): string[] => {
  const list = page.slice(page.indexOf('role="status"'));
  return [...new Set([...list.matchAll(/href="\/schemes\/([^"]+)"/g)].map((match) => match[1] ?? ''))].sort();
};
const ruleIdsOn = (page: string): string[] =>
  [...page.matchAll(/waymark-rule-id" href="\/about\/rules\/([^"]+)"/g)].map((match) => match[1] ?? '');

describe('The catalogue', () => {
  test('lists every scheme, and each has its page with every rule', async () => {
    const list = await pageAt('/schemes');
    for (const scheme of schemes) {
      expect(list).toContain(`href="/schemes/${scheme.id}"`);
      expect(ruleIdsOn(await pageAt(`/schemes/${scheme.id}`)).sort()).toEqual(
        scheme.eligibility.map(({ id }) => id).sort(),
      );
    }
  });

  test('is looked through by force, by scheme and by kind', async () => {
    const surrey = schemesOn(await pageAt('/schemes?words=SURREY'));
    expect(surrey).toEqual(
      schemes
        .filter(({ forces }) => forces.includes('surrey'))
        .map(({ id }) => id)
        .sort(),
    );
    expect(schemesOn(await pageAt('/schemes?words=checkpoint+durham'))).toEqual(['durham-checkpoint']);
    const courses = schemes.filter(({ kind, forces }) => kind === 'education-course' && forces.includes('kent'));
    expect(schemesOn(await pageAt('/schemes?words=kent+education+course'))).toEqual(courses.map(({ id }) => id));
    const none = await pageAt('/schemes?words=%3Cb%3Ezzz');
    expect(schemesOn(none)).toEqual([]);
    expect(none).toContain('0 schemes found');
  });

  test('names the forces for which nothing was found, and says what that does not show', async () => {
    const about = await pageAt('/about');
    for (const { force } of notFound) expect(about).toContain(words.forces.get(force));
    expect(about).toContain('not evidence of absence');
  });

  test('a scheme that is not there is a 404 page', async () => {
    expect((await server.inject('/schemes/nowhere')).statusCode).toBe(404);
    expect((await server.inject('/about/rules/XXX-1')).statusCode).toBe(404);
    expect((await server.inject('/about/nothing')).statusCode).toBe(404);
    expect((await server.inject('/about/law/nothing')).statusCode).toBe(404);
  });
});

describe('The rules', () => {
  test('each has a page with its file, in any case of letters', async () => {
    for (const { scheme, clause } of schemes.flatMap((one) =>
      one.eligibility.map((clause) => ({ scheme: one, clause })),
    )) {
      expect(await pageAt(`/about/rules/${clause.id}`)).toContain(scheme.file);
    }
    expect(await pageAt('/about/rules/dur-1')).toContain('Aged 18 or over on the day of the offence');
  });

  test('the rule that keeps a 17-year-old out of the London pilot is found by asking for it', async () => {
    expect(ruleIdsOn(await pageAt('/about/rules?words=London+age'))).toEqual(['LON-1']);
    const rule = await pageAt('/about/rules/LON-1');
    expect(rule).toContain('How old was the person on the day of the offence? 18 to 24');
    expect(rule).toContain('Sources disagree');
    expect(rule).toContain('schemes/london-18-24-cannabis/scheme.yaml');
  });

  test('all are shown when nothing is looked for, none when nothing fits', async () => {
    const every = [...laws.flatMap(({ clauses }) => clauses), ...schemes.flatMap(({ eligibility }) => eligibility)];
    expect(ruleIdsOn(await pageAt('/about/rules'))).toEqual(every.map(({ id }) => id));
    expect(await pageAt('/about/rules?words=%3Cb%3Ezzz')).toContain('0 rules found');
  });
});

describe('The law', () => {
  test('says what follows, what is uncertain and who is told, where a case ends by it', async () => {
    expect(await pageAt('/about/law/adult-caution')).toContain('The decision is taken again.');
    expect(await pageAt('/about/law/youth-caution')).toContain('The youth justice service is told');
    const deferred = await pageAt('/about/law/deferred-prosecution-of-a-child');
    expect(deferred).toContain('For outcomes from 12 February 2026 to 30 April 2026');
    expect(await pageAt('/about/law/charge-northern-ireland')).toContain('Limits to be confirmed');
    expect(await pageAt('/about/law/charge-northern-ireland')).not.toContain('No limit.');
  });

  test('each document is listed and has a page with every clause and limit, its days, source and mark', async () => {
    const list = await pageAt('/about/law');
    for (const law of laws) {
      expect(list).toContain(`href="/about/law/${law.id}"`);
      const page = await pageAt(`/about/law/${law.id}`);
      expect(ruleIdsOn(page).sort()).toEqual(law.clauses.map(({ id }) => id).sort());
      for (const { id } of law.limits ?? []) expect(page).toContain(`id="${id}"`);
      for (const { note } of law.clauses) if (note !== undefined) expect(page).toContain(escaped(note));
      for (const { title } of Object.values(law.sources)) expect(page).toContain(escaped(title));
      expect(page).toContain(law.file);
    }
  });

  test('each clause has a page under its id, as a decision links to it', async () => {
    for (const { law, clause } of laws.flatMap((one) => one.clauses.map((clause) => ({ law: one, clause })))) {
      const page = await pageAt(`/about/rules/${clause.id}`);
      expect(page).toContain(law.file);
      expect(page).toContain(`href="/about/law/${law.id}"`);
    }
    const rule = await pageAt('/about/rules/law-44');
    expect(rule).toContain('For a hate crime, an inspector or a prosecutor gave leave');
    expect(rule).toContain('Must be settled before the outcome');
  });

  test('is found by its nation, and by what it is about', async () => {
    expect(ruleIdsOn(await pageAt('/about/rules?words=law+scotland+aged'))).toContain('LAW-12');
  });

  test('a scheme links to each document that it rests on, and each document back to the scheme', async () => {
    for (const scheme of schemes) {
      const page = await pageAt(`/schemes/${scheme.id}`);
      const linked = [...page.matchAll(/href="\/about\/law\/([^"]+)"/g)].map((match) => match[1]);
      expect(linked).toEqual((scheme.laws ?? []).map(({ id }) => id));
      for (const id of linked) expect(await pageAt(`/about/law/${id}`)).toContain(`href="/schemes/${scheme.id}"`);
    }
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}
