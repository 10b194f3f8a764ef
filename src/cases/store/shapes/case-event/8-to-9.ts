import { z } from 'zod';
import { rightsOf } from '../../../../access/index.ts';
import type { Upcaster } from '../../../../stored/index.ts';
import { endingCrossesAs, rejectionCrossesAs } from '../../../domain/engagement/index.ts';

const event = <Type extends string, Data extends z.ZodRawShape>(type: Type, data: Data) =>
  z.looseObject({ type: z.literal(type), by: z.looseObject({ role: z.string() }), data: z.looseObject(data) });

const withWords = z.discriminatedUnion('type', [
  event('referral-rejected', { reason: z.string(), words: z.string() }),
  event('attendance-corrected', { reason: z.string() }),
  event('appointment-cancelled', { reason: z.string() }),
  event('activity-completed', { shortfallReason: z.string().nullable() }),
  event('activity-not-completed', { reason: z.string(), words: z.string() }),
]);

/**
 * A provider's words, and reasons of its own that say something of the person, are no part of an event any more. Those
 * of before are left out as they are read; the rows stay as they were hashed. In the database nobody who reads a case as
 * the police reads such a row itself: migration 0073 does the same for them.
 */
export const caseEvent8To9: Upcaster = (value) => {
  const { success, data: old } = withWords.safeParse(value);
  return success ? { ...old, data: crossing(old) } : value;
};

function crossing({ type, by, data }: z.infer<typeof withWords>): object {
  switch (type) {
    case 'referral-rejected':
      return { reason: crossesAs(rejectionCrossesAs, data.reason, 'service-cannot-take') };
    case 'attendance-corrected':
    case 'appointment-cancelled': {
      const { reason: _own, ...rest } = data;
      return rest;
    }
    case 'activity-completed': {
      const { shortfallReason: _own, ...rest } = data;
      return rest;
    }
    case 'activity-not-completed': {
      const { reason, words } = data;
      const neutral = crossesAs(endingCrossesAs, reason, 'not-able-to-continue');
      // What they were then is only read: nothing is let through that was not theirs to say.
      return rightsOf(by.role).has('see-cases')
        ? { endedBy: 'police', reason: reason === 'other' ? reason : neutral, words }
        : { endedBy: 'provider', reason: neutral };
    }
  }
}

function crossesAs<Neutral extends string>(
  all: Readonly<Record<string, Neutral>>,
  reason: string,
  otherwise: Neutral,
): Neutral {
  return Object.hasOwn(all, reason) ? (all[reason] ?? otherwise) : otherwise;
}
