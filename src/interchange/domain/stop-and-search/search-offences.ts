import type { FindingLedger } from '../finding-ledger.ts';
import type { Word } from '../word-column.ts';
import type { FindingCode } from './finding-codes.ts';
import type { StopAndSearchHeader } from './header.ts';
import { OUTCOMES, OUTCOME_NOT_KNOWN, type OutcomeMeaning } from './outcomes.ts';
import type { SearchFind } from './record-facts.ts';
import { factsOfOutcome } from './search-facts.ts';
import { purposeOf, type DrugsBy, type SearchObject, type SearchPower, type SearchPurpose } from './search-object.ts';
import { keysIn } from '../../../shared/tables.ts';

/** What a search was for and came to, by its power, its object, its outcome and the link between these two. */
export interface SearchOffence extends SearchPurpose {
  /** A small number for it, from 0 on. */
  readonly code: number;
  readonly outcome: OutcomeMeaning;
  /** What is known of an offence by it. The rule is in search-facts.ts. */
  readonly find: SearchFind;
  /** A small number for what is known: much that is written differently tells the same. */
  readonly findCode: number;
  /**
   * Whether what was looked for was found: `yes` where the search came to something that the file says was linked to the
   * object of the search, `no` where it came to nothing or to something else; null where outcome or link is not recorded.
   */
  readonly found: 'yes' | 'no' | null;
  /** Why it is not known that drugs were found, where the record speaks of it; or how it is known all the same. */
  readonly remark: FindingCode | null;
  /** How many searches were like this, and the first row of them; 0 before there is one. */
  count: number;
  first: number;
}

export interface OffenceWords {
  readonly power: Word<SearchPower>;
  readonly object: Word<SearchObject>;
  readonly outcome: Word<OutcomeMeaning>;
  readonly link: Word<boolean>;
}

/** More than the meanings of each column, "none" among them. */
const ROOM = { power: 4, object: 4, outcome: 16, link: 4 } as const;

/** The few things that searches are for and come to, each worked out when it is met first. */
export class SearchOffences {
  readonly #met: SearchOffence[] = [];
  readonly #byWords = new Array<SearchOffence | undefined>(ROOM.power * ROOM.object * ROOM.outcome * ROOM.link).fill(
    undefined,
  );

  of(
    power: Word<SearchPower>,
    object: Word<SearchObject>,
    outcome: Word<OutcomeMeaning>,
    link: Word<boolean>,
  ): SearchOffence {
    const key = ((power.code * ROOM.object + object.code) * ROOM.outcome + outcome.code) * ROOM.link + link.code;
    return this.#byWords[key] ?? this.#meet(key, { power, object, outcome, link });
  }

  #meet(key: number, words: OffenceWords): SearchOffence {
    const { power, object, outcome, link } = words;
    const isBeyond = keysIn(ROOM).some((column) => words[column].code >= ROOM[column]);
    if (isBeyond) throw new Error('A column has more meanings than there is room for');
    const meaning = outcome.meaning ?? OUTCOME_NOT_KNOWN;
    const purpose = purposeOf(power.meaning, object.meaning);
    const isDrugsFind = purpose.isLinkedToDrugs && meaning.isOfAFind === true && link.meaning === true;
    const drugsFound = meaning.isDrugWarning === true || isDrugsFind;
    const offence: SearchOffence = {
      ...purpose,
      code: this.#met.length,
      outcome: meaning,
      ...findOf(meaning, drugsFound),
      found: foundOf(meaning, purpose, link.meaning),
      remark: remarkOn(meaning, purpose, link.meaning),
      count: 0,
      first: 0,
    };
    this.#met.push(offence);
    this.#byWords[key] = offence;
    return offence;
  }

  /** Says of the searches what their powers, objects, outcomes and links say together. */
  note(ledger: FindingLedger<FindingCode>, { name }: StopAndSearchHeader): void {
    for (const offence of this.#met) {
      const { remark, drugsBy } = offence;
      if (remark !== null) {
        const column = remark === 'warning-without-link' ? name.outcome : name.link;
        ledger.counter(remark, column).addAll(offence);
      }
      const code = drugsBy === null ? null : DRUGS_BY[drugsBy];
      if (code !== null) ledger.counter(code, name.object).addAll(offence);
    }
  }
}

/** Each thing that an outcome can tell, made once: outcomes that tell the same are then known to be the same. */
const FINDS = [...new Set([...OUTCOMES.values(), OUTCOME_NOT_KNOWN])].flatMap((meaning) =>
  [true, false].map((drugsFound) => ({
    meaning,
    find: { known: factsOfOutcome(meaning, drugsFound), drugsFound } satisfies SearchFind,
  })),
);

function findOf(meaning: OutcomeMeaning, drugsFound: boolean): Pick<SearchOffence, 'find' | 'findCode'> {
  const findCode = FINDS.findIndex((made) => made.meaning === meaning && made.find.drugsFound === drugsFound);
  const find = FINDS[findCode]?.find;
  if (find === undefined) throw new Error('There is an outcome that is in no table');
  return { find, findCode };
}

const DRUGS_BY: Readonly<Record<DrugsBy, FindingCode | null>> = {
  'power and object': null,
  'object alone': null,
  'power alone': 'drugs-by-power-alone',
  'power against object': 'drugs-power-other-object',
  'object against power': 'drugs-object-other-power',
};

/** A warning for cannabis or khat says by itself that drugs were found, whatever the link says. */
function foundOf(
  outcome: OutcomeMeaning,
  { object }: SearchPurpose,
  isLinked: boolean | undefined,
): SearchOffence['found'] {
  if (outcome.isOfAFind === null) return null;
  if (!outcome.isOfAFind) return 'no';
  if (outcome.isDrugWarning && object === 'drugs') return 'yes';
  return isLinked === undefined ? null : isLinked ? 'yes' : 'no';
}

function remarkOn(
  outcome: OutcomeMeaning,
  { object, isLinkedToDrugs }: SearchPurpose,
  isLinked: boolean | undefined,
): FindingCode | null {
  if (outcome.isDrugWarning) return object === 'drugs' && isLinked ? null : 'warning-without-link';
  if (object !== 'drugs') return null;
  if (!outcome.isOfAFind) return isLinked ? 'linked-but-no-action' : null;
  if (isLinked) return isLinkedToDrugs ? null : 'drugs-not-the-object';
  return isLinked === undefined ? 'link-not-given' : 'drugs-not-the-find';
}
