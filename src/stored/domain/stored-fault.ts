/** Where something is stored, and in which shape. */
export interface StoredPlace {
  readonly table: string;
  /** The row's key. It identifies nobody to whoever has no access to the row. */
  readonly id: string;
  readonly shape: number;
}

export interface StoredProblem {
  /** The part, from the value's outermost member inwards: `data.decisions.0.verdict`. */
  readonly path: string;
  readonly problem: string;
}

/** A stored value that does not fit the shape it says it has. Names the place and the part; holds no value of a person. */
export class StoredFault extends Error {
  readonly kind: string;
  readonly place: StoredPlace;
  readonly problems: readonly StoredProblem[];

  constructor(kind: string, place: StoredPlace, problems: readonly StoredProblem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    super(
      `${place.table} ${place.id} (${kind}, shape ${place.shape}) does not fit: ${first?.path}: ${first?.problem}${more}`,
    );
    this.name = 'StoredFault';
    this.kind = kind;
    this.place = place;
    this.problems = problems;
  }
}
