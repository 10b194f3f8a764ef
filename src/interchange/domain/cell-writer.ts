import type {
  BulkTable,
  Choice,
  FactValue,
  KnownChoice,
  KnownNumber,
  KnownSet,
  Vocabulary,
} from '../../eligibility/index.ts';

/** Writes what is known into a row of a table. */
export type CellWriter = (row: number) => void;

/**
 * Makes a writer of some facts, so that writing them into one row after another only copies numbers. Facts are of the
 * vocabulary and of its types: a number or a range, a choice or one of several, a set or one of several.
 */
export function cellWriter(
  vocabulary: Vocabulary,
  table: BulkTable,
  facts: Readonly<Record<string, FactValue>>,
): CellWriter {
  const writers = Object.entries(facts).map(([fact, value]) => {
    const kind = vocabulary.byId.get(fact)?.type.kind;
    if (kind === 'number') return numberWriter(table, fact, value as KnownNumber);
    if (kind === 'choice') return choiceWriter(table, fact, value as KnownChoice);
    if (kind === 'set') return (row: number) => table.setSet(fact, row, value as KnownSet);
    throw new Error(`No column is written for the fact ${fact}`);
  });
  return (row) => {
    for (const write of writers) write(row);
  };
}

/** The ends of a number, which is known exactly, or to lie in a range. */
function numberWriter(table: BulkTable, fact: string, value: KnownNumber): CellWriter {
  if (typeof value === 'object' && 'oneOf' in value) throw new Error(`${fact}: one of several numbers has no column`);
  const { from = -Infinity, to = Infinity } = typeof value === 'number' ? { from: value, to: value } : value;
  return (row) => table.setNumber(fact, row, [from, to]);
}

function choiceWriter(table: BulkTable, fact: string, value: KnownChoice): CellWriter {
  const column = table.choices(fact);
  if (!column) return () => {};
  const values: readonly Choice[] = typeof value === 'object' ? value.oneOf : [value];
  const bits = column.bitsOf(values);
  const cells = column.words.map((word, index) => [word, bits[index] ?? 0] as const);
  return (row) => {
    for (const [word, known] of cells) word[row] = known;
  };
}
