import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { unless, type Guard } from './domain/attempt.ts';
import { refusalWords, type RefusalCode } from './domain/case-refusal.ts';
import type { OfferedCase } from './domain/case-state.ts';
import { asCommanded } from './domain/event-data/as-commanded.ts';
import { evolvers } from './domain/evolve.ts';
import { policeLine } from './domain/transition.ts';
import {
  transitions,
  type CommandWithoutLine,
  type EventWithoutLine,
  type Lines,
  type WholeTable,
} from './domain/transitions.ts';
import { caseForms } from './pages/act/case-forms.ts';
import { actionWords } from './pages/case/actions.ts';
import { eventWords } from './pages/words/events.ts';

/**
 * What the compiler holds of the state machine. This file is compiled with all others: a line that expects an error fails
 * the build as soon as what follows it is allowed. That something new lacks its part is shown by taking the part
 * away from something that has it, which is the same to the compiler.
 */
type LinesWithout<Event extends Lines['event']> = Exclude<Lines, { readonly event: Event }>;

// The compiler asserts; when it runs, there is left only that this file is among those that are compiled.
const { include } = z
  .object({ include: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL('../../tsconfig.json', import.meta.url), 'utf8')));
beforeEach(() => expect(include).toContain('src'));

describe('An event does not compile without', () => {
  test('a line of the table that makes it', () => {
    // @ts-expect-error -- the table lacks the line of an event
    const table: WholeTable<LinesWithout<'scheme-offered'>> = transitions;
    expectTypeOf(table).toEqualTypeOf<{ readonly hasNoLine: 'scheme-offered' | 'offer-scheme' }>();
    expectTypeOf<EventWithoutLine<Lines>>().toBeNever();
  });

  test('what becomes of the case', () => {
    const { 'scheme-offered': _, ...others } = evolvers;
    // @ts-expect-error -- an event that leaves the case as it was by omission
    const all: typeof evolvers = others;
    expectTypeOf(all).toEqualTypeOf<typeof evolvers>();
  });

  test('its words on the timeline', () => {
    const { 'scheme-offered': _, ...others } = eventWords;
    // @ts-expect-error -- an event that the timeline has no words for
    const all: typeof eventWords = others;
    expectTypeOf(all).toEqualTypeOf<typeof eventWords>();
  });

  test('data that is its own', () => {
    const declined = { event: 'offer-declined', command: 'decline-offer', from: ['offered'], to: 'returned' } as const;
    const line = { ...declined, by: 'record-answer', guards: [] } as const;
    policeLine({ ...line, eventData: asCommanded });
    // @ts-expect-error -- the event is made without the reason that it holds
    policeLine({ ...line, eventData: () => ({}) });
    // @ts-expect-error -- the event has nothing that makes its data
    policeLine(line);
    // @ts-expect-error -- the data of this command is not that of this event
    policeLine({ ...line, command: 'reopen-case', event: 'scheme-offered', eventData: asCommanded });
  });
});

describe('A command does not compile without', () => {
  test('a line of the table for each kind of its data', () => {
    // @ts-expect-error -- nobody who came late could be recorded
    const table: WholeTable<LinesWithout<'appointment-late'>> = transitions;
    expectTypeOf(table).toEqualTypeOf<{ readonly hasNoLine: 'appointment-late' | 'record-attendance' }>();
    expectTypeOf<CommandWithoutLine<LinesWithout<'appointment-late'>>>().toEqualTypeOf<'record-attendance'>();
    expectTypeOf<CommandWithoutLine<Lines>>().toBeNever();
  });

  test('its form', () => {
    const { 'offer-scheme': _, ...others } = caseForms;
    // @ts-expect-error -- a command that no page gives
    const all: typeof caseForms = others;
    expectTypeOf(all).toEqualTypeOf<typeof caseForms>();
    // @ts-expect-error -- the form of another command in its place
    const swapped: typeof caseForms = { ...caseForms, 'offer-scheme': caseForms['decline-offer'] };
    expectTypeOf(swapped).toEqualTypeOf<typeof caseForms>();
  });

  test('its words as an action on the case', () => {
    const { 'offer-scheme': _, ...others } = actionWords;
    // @ts-expect-error -- a command that the page of a case knows nothing of
    const all: typeof actionWords = others;
    expectTypeOf(all).toEqualTypeOf<typeof actionWords>();
  });

  test('the words of every refusal that its guards answer with', () => {
    // @ts-expect-error -- a guard refuses with a code that has no words
    unless(false, 'made-up-code');
    const { 'not-eligible': _, ...others } = refusalWords;
    // @ts-expect-error -- a code without its words
    const all: Readonly<Record<RefusalCode, string>> = others;
    expectTypeOf(all).toEqualTypeOf<Readonly<Record<RefusalCode, string>>>();
  });
});

describe('What a guard or an event is made from', () => {
  test('is the case as it is at the stages of its line, and no other', () => {
    const line = { command: 'offer-scheme', event: 'scheme-offered', to: 'offered', by: 'record-answer' } as const;
    const offerStands: Guard<'offer-scheme', OfferedCase> = ({ state }) =>
      unless(state.offer.scheme !== '', 'not-eligible');
    policeLine({
      ...line,
      from: ['triaged', 'offered'],
      // @ts-expect-error -- a triaged case has no offer yet
      guards: [offerStands],
      eventData: ({ data, context }) => ({ ...data, schemeVersion: context.caseId, overridden: false, time: 1 }),
    });
  });
});
