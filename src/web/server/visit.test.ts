import fastify from 'fastify';
import { expect, test } from 'vitest';
import { addressPart, handlerOf, queryText } from './visit.ts';

async function answer(url: string): Promise<unknown> {
  const server = fastify();
  const site = { actorOf: () => 'Ann', words: 'the words of the room' };
  server.get(
    '/cases/:caseId',
    { config: { address: { caseId: 'word' }, query: { q: 'words' }, access: 'signed-in' } },
    handlerOf(site, async ({ site: { words }, actor, request, reply }) =>
      reply.send([
        words,
        actor,
        addressPart(request, 'caseId'),
        addressPart(request, 'other'),
        queryText(request, 'q'),
      ]),
    ),
  );
  return (await server.inject(url)).json();
}

test('A page is answered with what its room was given, who asks, and what the address says', async () => {
  expect(await answer('/cases/c1?q=ann')).toEqual(['the words of the room', 'Ann', 'c1', '', 'ann']);
});

test('What is not in the address, or in it twice, is empty', async () => {
  expect(await answer('/cases/c1')).toEqual(['the words of the room', 'Ann', 'c1', '', '']);
  expect(await answer('/cases/c1?q=ann&q=ben')).toEqual(['the words of the room', 'Ann', 'c1', '', '']);
});
