import type { ReferenceWords } from '../reference/index.ts';
import type { Room } from '../room.ts';
import type { CalendarDay } from '../shared/calendar-day.ts';
import type { Law } from './domain/law/law-document.ts';
import type { Scheme } from './domain/scheme-document.ts';
import type { SchemeNotFound } from './domain/scheme-not-found.ts';

interface SchemesSite {
  readonly schemes: readonly Scheme[];
  readonly laws: readonly Law[];
  readonly notFound: readonly SchemeNotFound[];
  readonly words: ReferenceWords;
  readonly today: () => CalendarDay;
}

/** The catalogue, its rules and their sources: open to everybody. */
export function schemesRoom({ schemes, laws, notFound, words, today }: SchemesSite): Room {
  return {
    name: 'schemes',
    routes: async (server) =>
      (await import('./pages/routes.ts')).addSchemeRoutes(server, () => ({
        schemes,
        laws,
        notFound,
        words,
        today: today(),
      })),
    navigation: [
      { text: 'Schemes', href: '/schemes', access: 'open' },
      { text: 'The rules', href: '/about/rules', access: 'open' },
    ],
    jobs: [],
    health: null,
  };
}
