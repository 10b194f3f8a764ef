import { OUTCOMES, OUTCOME_NOT_KNOWN, type OutcomeMeaning } from './outcomes.ts';
import { wordReader, type NumberedRow, type ReadingPlace } from './row-fields.ts';
import { factsOfOutcome, LINKS, OBJECTS, type KnownFacts } from './search-facts.ts';

/** What a search came to. */
export interface SearchFind {
  readonly known: KnownFacts;
  /** Whether drugs are known to have been found: then there is an offence, of the day of the search. */
  readonly drugsFound: boolean;
}

interface OutcomeEntry {
  readonly meaning: OutcomeMeaning;
  readonly withDrugs: SearchFind;
  readonly without: SearchFind;
}

/**
 * Reads what a search came to from its object, its outcome and the link between them; the rule is in search-facts.ts.
 * Where a search for drugs leaves it open whether they were found, the ledger says why.
 */
export function offenceReader(place: ReadingPlace): (row: NumberedRow) => SearchFind {
  const { name } = place.header;
  const outcomes = wordReader(place, {
    column: 'outcome',
    meanings: new Map([...OUTCOMES].map(([words, meaning]) => [words, entryOf(meaning)])),
    blank: 'outcome-not-given',
    notRecognised: 'outcome-not-recognised',
  });
  const links = wordReader(place, {
    column: 'link',
    meanings: LINKS,
    blank: null,
    notRecognised: 'link-not-recognised',
  });
  const objects = wordReader(place, { column: 'object', meanings: OBJECTS, blank: null, notRecognised: null });
  const unknown = entryOf(OUTCOME_NOT_KNOWN);
  const noted = {
    noLink: place.ledger.counter('link-not-given', name.link),
    notTheFind: place.ledger.counter('drugs-not-the-find', name.link),
    noAction: place.ledger.counter('linked-but-no-action', name.link),
    warning: place.ledger.counter('warning-without-link', name.outcome),
  };

  return (row) => {
    const { meaning, withDrugs, without } = outcomes(row) ?? unknown;
    const isLinked = links(row);
    const isForDrugs = objects(row) === 'drugs';
    if (meaning.isDrugWarning) {
      if (!(isForDrugs && isLinked)) noted.warning.add(row.number);
      return withDrugs;
    }
    if (!isForDrugs) return without;
    if (!meaning.isOfAFind) {
      if (isLinked) noted.noAction.add(row.number);
      return without;
    }
    if (isLinked) return withDrugs;
    (isLinked === undefined ? noted.noLink : noted.notTheFind).add(row.number);
    return without;
  };
}

function entryOf(meaning: OutcomeMeaning): OutcomeEntry {
  return {
    meaning,
    withDrugs: { known: factsOfOutcome(meaning, true), drugsFound: true },
    without: { known: factsOfOutcome(meaning, false), drugsFound: false },
  };
}
