import { ok, refuse, type Result } from '../../../shared/result.ts';
import { csvRows } from '../cohort/csv-rows.ts';

/** What a table of weights is, so that figures made with it can say so. None is shipped: their licences are not ours. */
export interface HarmWeightsAbout {
  /** As "Crime Severity Score". */
  readonly name: string;
  /** The edition or date of the table: weights are revised. */
  readonly version: string;
  readonly licence: string;
  /** The headings of the columns that hold the offence's code and its weight. */
  readonly codeColumn: string;
  readonly weightColumn: string;
}

export interface HarmWeights extends HarmWeightsAbout {
  /** By offence code. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface HarmWeightsFault {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly column: string;
  readonly problem: string;
  readonly remedy: string;
}

/**
 * Reads a table of weights from comma-separated text. Other columns than the two named are passed over. Refused: a
 * column that is not there, a weight that is no number from zero up, the same code twice.
 */
export function parseHarmWeights(
  text: string,
  about: HarmWeightsAbout,
): Result<HarmWeights, readonly HarmWeightsFault[]> {
  const { codeColumn, weightColumn } = about;
  const split = csvRows(text);
  if ('unclosedAt' in split) {
    return refuse([
      { row: split.unclosedAt, column: '', problem: 'a quotation mark is opened and never closed', remedy: 'close it' },
    ]);
  }
  const [head, ...rows] = split.rows;
  const headings = head?.cells ?? [];
  const missing = [codeColumn, weightColumn].filter((heading) => !headings.includes(heading));
  if (missing.length > 0) {
    const remedy = `the headings are ${headings.join(', ') || 'none'}; name two of them`;
    return refuse(missing.map((column) => ({ row: 1, column, problem: `there is no column "${column}"`, remedy })));
  }
  const faults: HarmWeightsFault[] = [];
  const weights = new Map<string, number>();
  for (const { number, cells } of rows) {
    const code = cells[headings.indexOf(codeColumn)] ?? '';
    const cell = cells[headings.indexOf(weightColumn)] ?? '';
    const weight = /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
    if (code === '')
      faults.push({
        row: number,
        column: codeColumn,
        problem: 'the code is empty',
        remedy: 'fill it in, or take the row out',
      });
    else if (Number.isNaN(weight))
      faults.push({
        row: number,
        column: weightColumn,
        problem: `"${cell}" is no number from 0 up`,
        remedy: 'correct it',
      });
    else if (weights.has(code))
      faults.push({
        row: number,
        column: codeColumn,
        problem: `the code ${code} is there twice`,
        remedy: 'take one of the rows out',
      });
    else weights.set(code, weight);
  }
  if (faults.length > 0) return refuse(faults);
  return ok({ ...about, weights });
}
