import type { FastifyPluginAsync } from 'fastify';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import type { Scheme } from '../domain/scheme-document.ts';

interface SchemePages {
  readonly schemes: readonly Scheme[];
  readonly words: ReferenceWords;
  readonly today: () => CalendarDay;
}

/**
 * The pages of the catalogue, its rules and their sources. They are loaded when registered: the command line uses this
 * room too, and has no use for a web server.
 */
export function schemePages({ schemes, words, today }: SchemePages): FastifyPluginAsync {
  return async (server) => {
    const { addSchemeRoutes } = await import('./routes.ts');
    addSchemeRoutes(server, () => ({ schemes, words, today: today() }));
  };
}
