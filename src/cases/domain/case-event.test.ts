import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Decision, Facts } from '../../eligibility/index.ts';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';
import { caseEventSchema, eventDataSchemas, type CaseEvent } from './case-event.ts';
import type { RecordedDecision, RecordedFacts } from '../../triage/domain/index.ts';

describe('The schemas of events', () => {
  test('read every event there is, and each as its own type', () => {
    const read = caseEventSchema.options.map(({ shape }) => shape.type.value);
    expect([...read].sort()).toEqual(Object.keys(eventDataSchemas).sort());
    expectTypeOf<DeepReadonly<z.infer<typeof caseEventSchema>>>().toEqualTypeOf<CaseEvent>();
  });
});

// They take what the engine knows and answers as it is: the compiler holds it.
expectTypeOf<Facts['values']>().toExtend<RecordedFacts>();
expectTypeOf<RecordedFacts>().toExtend<Facts['values']>();
expectTypeOf<Decision>().toExtend<Omit<RecordedDecision, 'vocabularyVersion'>>();
