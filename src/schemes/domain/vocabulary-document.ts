import { z } from 'zod';
import {
  FINDING_ORDER,
  vocabularyOfFacts,
  type FactDefinition,
  type FactKind,
  type Vocabulary,
} from '../../eligibility/index.ts';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';

/** Null: an open end, which JSON has no number for. */
const end = z.number().nullable();
const choices = z.array(z.union([z.string(), z.boolean()]));
const words = z.array(z.string());

const factKindSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), whole: z.boolean(), least: end, most: end }),
  z.strictObject({ kind: z.literal('choice'), values: choices }),
  z.strictObject({ kind: z.literal('code'), pattern: z.string() }),
  z.strictObject({ kind: z.literal('set'), values: words }),
  z.strictObject({
    kind: z.literal('amounts'),
    values: words,
    pattern: z.string().exactOptional(),
    whole: z.boolean().exactOptional(),
    least: end,
    most: end,
  }),
]);

export const vocabularyDocumentSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z.string(),
      when: z.enum(FINDING_ORDER),
      question: z.string(),
      type: factKindSchema,
      /** Left out in vocabularies of before facts bounded each other. */
      bounds: z
        .strictObject({
          notBelow: z.string().exactOptional(),
          notAbove: z.string().exactOptional(),
          noneUnlessIn: z.string().exactOptional(),
        })
        .exactOptional(),
      standIn: z.string().exactOptional(),
      frame: z.boolean().exactOptional(),
      datesOffence: z.boolean().exactOptional(),
      onlyIf: z.string().exactOptional(),
      mayBecome: z.record(z.string(), choices).exactOptional(),
    }),
  ),
});

/**
 * The vocabulary as the engine reads it, with the forces in it, as JSON: what is hashed and kept with decisions. Words
 * that only pages use (hints, labels), and how a fact is asked for, are no part of it: a better hint makes no new version.
 * Nor is what holds at the outcome alone: a decision is made before.
 */
export type VocabularyDocument = DeepReadonly<z.infer<typeof vocabularyDocumentSchema>>;

/** What a vocabulary is kept as. */
export function vocabularyDocumentOf({ facts }: Vocabulary): VocabularyDocument {
  return {
    facts: facts.map(({ slot: _, asking: __, type, untilOutcome: ___, ...fact }) => ({
      ...fact,
      type: storedKindOf(type),
    })),
  };
}

/** The vocabulary that was kept, as the engine takes it. */
export function vocabularyOf({ facts }: VocabularyDocument): Vocabulary {
  const definitions = facts.map(({ type, ...fact }, slot): FactDefinition => ({ ...fact, slot, type: kindOf(type) }));
  return vocabularyOfFacts(definitions);
}

type StoredKind = VocabularyDocument['facts'][number]['type'];

function storedKindOf(type: FactKind): StoredKind {
  return 'least' in type ? { ...type, least: orNull(type.least), most: orNull(type.most) } : type;
}

function kindOf(type: StoredKind): FactKind {
  return 'least' in type ? { ...type, least: type.least ?? -Infinity, most: type.most ?? Infinity } : type;
}

function orNull(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
