import {
  knownAmounts,
  knownChoice,
  knownNumber,
  knownSet,
  type BulkTable,
  type Choice,
  type FactDefinition,
  type Facts,
  type KnownNumber,
  type Vocabulary,
} from '../../eligibility/index.ts';

/**
 * Writes all that is known of a person into a row of a table in which nothing is known yet, with what the facts say of
 * each other: so that the row comes out as `decide` has it.
 */
export type FactsWriter = (facts: Facts, row: number) => void;

type CellWriter = (row: number, value: Facts['slots'][number]) => void;

/** A writer of one table. Facts that no rule of the table's schemes reads are passed over. */
export function factsWriter(vocabulary: Vocabulary, table: BulkTable): FactsWriter {
  const writers = vocabulary.facts.flatMap((fact) => {
    const write = cellWriter(fact, table);
    return write === null ? [] : [{ slot: fact.slot, write }];
  });
  return ({ slots }, row) => {
    for (const { slot, write } of writers) if (slots[slot] !== undefined) write(row, slots[slot]);
  };
}

/** Null where the table has no place for the fact. */
function cellWriter({ id, type }: FactDefinition, table: BulkTable): CellWriter | null {
  switch (type.kind) {
    case 'number':
      if (table.numbers(id) === undefined) return null;
      return (row, value) => {
        const known = knownNumber(value);
        if (known !== undefined) table.setNumber(id, row, endsOf(known));
      };
    case 'choice':
      return choiceWriter(id, table);
    case 'amounts':
      return (row, value) => table.setAmounts(id, row, knownAmounts(value) ?? {});
    case 'set':
      if (table.columns.get(id)?.kind !== 'set') return null;
      return (row, value) => {
        const known = knownSet(value);
        if (known !== undefined) table.setSet(id, row, known);
      };
    case 'code':
      return () => {
        throw new Error(`No column is written for the code ${id}`);
      };
  }
}

/** What is known of a choice is worked out once for each value: rows are many and values are few. */
function choiceWriter(id: string, table: BulkTable): CellWriter | null {
  const column = table.choices(id);
  if (column === undefined) return null;
  const bitsOf = new Map<Choice, readonly number[]>();
  return (row, value) => {
    const known = knownChoice(value);
    if (known === undefined) return;
    const key = typeof known === 'object' ? known.oneOf.join('|') : known;
    const bits = bitsOf.get(key) ?? column.bitsOf(typeof known === 'object' ? known.oneOf : [known]);
    bitsOf.set(key, bits);
    for (let index = 0; index < column.words.length; index += 1) {
      const word = column.words[index];
      if (word !== undefined) word[row] = bits[index] ?? 0;
    }
  };
}

function endsOf(value: KnownNumber): readonly [number, number] {
  if (typeof value === 'number') return [value, value];
  if ('oneOf' in value) throw new Error('One of several numbers has no ends in a table');
  return [value.from ?? -Infinity, value.to ?? Infinity];
}
