import { aClauseEveryDay } from './a-clause-every-day.ts';
import type { Check } from './check.ts';
import { clauseEndsAfterItBegins } from './clause-ends-after-it-begins.ts';
import { clausesAgree } from './clauses-agree.ts';
import { clausesCanBeMet } from './clauses-can-be-met.ts';
import { forcesAreKnown } from './forces-are-known.ts';
import { idIsFolder } from './id-is-folder.ts';
import { idsDiffer } from './ids-differ.ts';
import { outcomeTypeExists } from './outcome-type-exists.ts';
import { restsOnKnownLaw } from './rests-on-known-law.ts';
import { rulesFitTheirFacts } from './rules-fit-their-facts.ts';
import { sourcesAreCited } from './sources-are-cited.ts';
import { standingIsInOrder } from './standing-is-in-order.ts';

/** What every scheme document must hold to beyond its shape. */
export const CHECKS: readonly Check[] = [
  idIsFolder,
  forcesAreKnown,
  restsOnKnownLaw,
  standingIsInOrder,
  idsDiffer,
  clauseEndsAfterItBegins,
  rulesFitTheirFacts,
  sourcesAreCited,
  outcomeTypeExists,
];

/** What is worked out from rules and days; asked only of clauses that the checks above found nothing wrong with. */
export const CHECKS_OF_MEANING: readonly Check[] = [aClauseEveryDay, clausesCanBeMet, clausesAgree];
