import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { caseEvent1To2 } from './case-event/1-to-2.ts';
import { caseEvent2To3 } from './case-event/2-to-3.ts';
import { caseEvent3To4 } from './case-event/3-to-4.ts';
import { caseEvent4To5 } from './case-event/4-to-5.ts';
import { caseEvent5To6 } from './case-event/5-to-6.ts';
import { caseEvent6To7 } from './case-event/6-to-7.ts';
import { caseEvent7To8 } from './case-event/7-to-8.ts';
import { caseEvent8To9 } from './case-event/8-to-9.ts';
import { caseEvent9To10 } from './case-event/9-to-10.ts';
import { caseEvent10To11 } from './case-event/10-to-11.ts';
import { caseEvent11To12 } from './case-event/11-to-12.ts';
import { caseEventSchema, type CaseEvent } from '../../domain/case-event.ts';

/** An event of a case's log, its author and its data. */
export const caseEventKind: StoredKind<CaseEvent> = storedKind({
  name: 'case-event',
  schema: caseEventSchema,
  upcasters: [
    caseEvent1To2,
    caseEvent2To3,
    caseEvent3To4,
    caseEvent4To5,
    caseEvent5To6,
    caseEvent6To7,
    caseEvent7To8,
    caseEvent8To9,
    caseEvent9To10,
    caseEvent10To11,
    caseEvent11To12,
  ],
});
