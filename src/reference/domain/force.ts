/** A police force as `reference/forces.yaml` lists it: by the id that data.police.uk has for it. */
export interface Force {
  readonly id: string;
  readonly name: string;
  /** How older files name it, where it has had another name. */
  readonly formerNames?: readonly string[] | undefined;
}
