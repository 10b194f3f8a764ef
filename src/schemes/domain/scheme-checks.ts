import { aClauseEveryDay } from './checks/a-clause-every-day.ts';
import type { Check } from './checks/check.ts';
import { clauseEndsAfterItBegins } from './checks/clause-ends-after-it-begins.ts';
import { clausesAgree } from './checks/clauses-agree.ts';
import { clausesCanBeMet } from './checks/clauses-can-be-met.ts';
import { forcesAreKnown } from './checks/forces-are-known.ts';
import { idIsFolder } from './checks/id-is-folder.ts';
import { idsDiffer } from './checks/ids-differ.ts';
import { outcomeTypeExists } from './checks/outcome-type-exists.ts';
import { rulesFitTheirFacts } from './checks/rules-fit-their-facts.ts';
import { sourcesAreCited } from './checks/sources-are-cited.ts';
import { standingIsInOrder } from './checks/standing-is-in-order.ts';

/** What every scheme document must hold to beyond its shape. */
export const CHECKS: readonly Check[] = [
  idIsFolder,
  forcesAreKnown,
  standingIsInOrder,
  idsDiffer,
  clauseEndsAfterItBegins,
  rulesFitTheirFacts,
  sourcesAreCited,
  outcomeTypeExists,
];

/** What is worked out from rules and days; asked only of clauses that the checks above found nothing wrong with. */
export const CHECKS_OF_MEANING: readonly Check[] = [aClauseEveryDay, clausesCanBeMet, clausesAgree];
