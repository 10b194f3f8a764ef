import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressPart, queryText, sendNotFound, sendPage } from '../../web/server/index.ts';
import { aboutPage } from './about/page.ts';
import { findSchemes } from './catalogue/find-schemes.ts';
import { cataloguePage } from './catalogue/page.ts';
import { type CatalogueShown, findRule } from './catalogue-shown.ts';
import { lawListPage } from './law/list-page.ts';
import { lawPage } from './law/page.ts';
import { rulePage } from './rule/page.ts';
import { findRules } from './rules/find-rules.ts';
import { rulesPage } from './rules/page.ts';
import { schemePage } from './scheme/page.ts';

/** Which address shows which page. All are open to everybody: the rules are public. */
export function addSchemeRoutes(server: FastifyInstance, catalogue: () => CatalogueShown): void {
  server.get('/schemes', LOOKING, (request, reply) => {
    const words = wordsOf(request);
    return sendPage(reply, cataloguePage(catalogue(), { words, found: findSchemes(catalogue(), words) }));
  });

  server.get('/schemes/:id', { config: { address: { id: 'word' }, access: 'open' } }, (request, reply) => {
    const scheme = catalogue().schemes.find(({ id }) => id === addressPart(request, 'id'));
    return scheme ? sendPage(reply, schemePage(catalogue(), scheme)) : sendNotFound(request, reply);
  });

  server.get('/about', { config: { access: 'open' } }, (_request, reply) => sendPage(reply, aboutPage(catalogue())));

  server.get('/about/rules', LOOKING, (request, reply) => {
    const words = wordsOf(request);
    return sendPage(reply, rulesPage(catalogue(), { words, found: findRules(catalogue(), words) }));
  });

  server.get('/about/rules/:id', { config: { address: { id: 'clause' }, access: 'open' } }, (request, reply) => {
    const rule = findRule(catalogue(), addressPart(request, 'id'));
    return rule ? sendPage(reply, rulePage(catalogue(), rule)) : sendNotFound(request, reply);
  });

  server.get('/about/law', { config: { access: 'open' } }, (_request, reply) =>
    sendPage(reply, lawListPage(catalogue())),
  );

  server.get('/about/law/:id', { config: { address: { id: 'word' }, access: 'open' } }, (request, reply) => {
    const law = catalogue().laws.find(({ id }) => id === addressPart(request, 'id'));
    return law ? sendPage(reply, lawPage(catalogue(), law)) : sendNotFound(request, reply);
  });

  // What is not there is said to everybody too, and not only to those who are signed in.
  for (const below of ['/schemes/*', '/about/*']) {
    server.get(below, { config: { access: 'open' } }, (request, reply) => sendNotFound(request, reply));
  }
}

const LOOKING = { config: { query: { words: 'words' }, access: 'open' } } as const;

function wordsOf(request: FastifyRequest): string {
  return queryText(request, 'words').trim().slice(0, 200);
}
