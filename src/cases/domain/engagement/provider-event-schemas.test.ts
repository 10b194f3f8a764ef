import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rightsOf } from '../../../access/index.ts';
import { sampleCommands, caseThrough, worker } from '../../../../tests/cases/case-in-state.ts';
import { ownEndingReasonSchema, ownRejectionReasonSchema } from '../../../providers/domain/index.ts';
import { transitions } from '../transitions.ts';
import { endingCrossesAs, rejectionCrossesAs } from './crossing-reasons.ts';
import { mayCross, providerEventSchemas } from './provider-event-schemas.ts';

/**
 * All that may be said in the events of a provider. Whoever adds a value here says that it tells nothing of the person's
 * health, treatment or assessment, whatever stands beside it.
 */
const sayable = [
  // Of a referral: of the service alone.
  'no-capacity',
  'outside-our-area',
  'service-cannot-take',
  // Of attendance.
  'kept',
  'late',
  'missed',
  'person-acceptable',
  'person-not-acceptable',
  'logistics',
  // Of an activity that was not completed.
  'did-not-engage',
  'breached-the-agreement',
  'withdrew-consent',
  'offended-again',
  'moved-away',
  'not-able-to-continue',
  // By whom.
  'provider',
];

interface Part {
  readonly path: string;
  readonly schema: z.core.JSONSchema.JSONSchema;
}

/** Every part of a schema that is no object and no list. */
function leavesOf(schema: z.core.JSONSchema._JSONSchema, path: string): readonly Part[] {
  if (typeof schema === 'boolean') throw new Error(`${path} takes anything, or nothing`);
  const among = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (among.length > 0) return among.flatMap((one) => leavesOf(one, path));
  if (schema.type === 'object') {
    expect(schema.additionalProperties, `${path} takes members that it does not name`).toBe(false);
    return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => leavesOf(part, `${path}.${name}`));
  }
  if (schema.type === 'array') return [schema.items ?? []].flat().flatMap((item) => leavesOf(item, `${path}[]`));
  return [{ path, schema }];
}

function saidIn({ schema }: Part): readonly unknown[] {
  return schema.enum ?? ('const' in schema ? [schema.const] : []);
}

const words = ['In hospital for a detox', 'Unwell', 'x y', 'naïve', '', ' ', 'a\nb', 'Too-unwell'];

const leaves = Object.entries(providerEventSchemas).flatMap(([type, schema]) =>
  leavesOf(z.toJSONSchema(schema, { io: 'input' }), type),
);

describe('What crosses from a provider to the police', () => {
  test('is all that a provider may write, and nothing else', () => {
    const written = transitions.filter(({ by }) => rightsOf('provider').has(by)).map(({ event }) => event);
    expect(Object.keys(providerEventSchemas).toSorted()).toEqual([...new Set(written)].toSorted());
  });

  test.each(leaves)('holds no words in $path', ({ path, schema }) => {
    const isSaid = saidIn({ path, schema }).length > 0;
    const isCounted = schema.type === 'boolean' || schema.type === 'integer';
    const isHeldToAForm = schema.type === 'string' && (schema.pattern !== undefined || schema.format !== undefined);
    expect(isSaid || isCounted || isHeldToAForm, `${path} takes anything`).toBe(true);
    if (!isHeldToAForm) return;
    for (const text of words) {
      const alone = z.fromJSONSchema(schema);
      expect(alone.safeParse(text).success, `${path} takes “${text}”`).toBe(false);
    }
  });

  test('says nothing that is not listed here as telling nothing of the person’s health', () => {
    expect(new Set(leaves.flatMap(saidIn))).toEqual(new Set(sayable));
  });

  test('is held back where it is more, though its type fits', () => {
    const [rejected] = caseThrough('sent-back').events().slice(-1);
    if (rejected?.type !== 'referral-rejected') throw new Error('The last event rejects the referral');
    expect(mayCross(rejected)).toBe(true);
    const withMore = { ...rejected, data: { ...rejected.data, words: 'In hospital' } };
    expect(mayCross(withMore)).toBe(false);
    const [triaged] = caseThrough('triaged').events();
    expect(triaged && mayCross(triaged)).toBe(false);
  });
});

describe('A reason of a provider’s own that tells of the person', () => {
  const bothWays = {
    rejection: [ownRejectionReasonSchema.options, rejectionCrossesAs],
    ending: [ownEndingReasonSchema.options, endingCrossesAs],
  } as const;
  const telling = [
    'does-not-meet-our-criteria',
    'already-with-us',
    'needs-another-service',
    'too-great-a-risk',
    'too-unwell',
    'other',
  ];

  test.each(Object.entries(bothWays))('shares its code with reasons that tell nothing (%s)', (_, [own, crossesAs]) => {
    const codes: Readonly<Record<string, string>> = crossesAs;
    for (const reason of own.filter((one) => telling.includes(one))) {
      expect(reason, `${reason} is told as it is`).not.toBe(codes[reason]);
      expect(own.filter((other) => other !== reason && codes[other] === codes[reason]).length).toBeGreaterThan(1);
    }
  });

  test('is not in the event that the police read', () => {
    const ended = caseThrough('engaging')
      .and({ ...sampleCommands.end, data: { reason: 'too-unwell', words: 'In hospital for a detox' } }, { by: worker })
      .events()
      .at(-1);
    expect(ended?.data).toEqual({ endedBy: 'provider', reason: 'not-able-to-continue' });
  });
});
