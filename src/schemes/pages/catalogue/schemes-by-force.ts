import type { Scheme } from '../../domain/scheme-document.ts';
import type { CatalogueShown } from '../catalogue-shown.ts';

/** A force by name, and the schemes that it runs. */
export interface ForceSchemes {
  readonly force: string;
  readonly schemes: readonly Scheme[];
}

/** In order of their names. */
export function byName(one: Scheme, other: Scheme): number {
  return one.name.localeCompare(other.name);
}

/**
 * Schemes under the force that runs them, forces and schemes in order of their names: an officer looks for their own
 * force first. A scheme of several forces stands under each, one that names no force stands last.
 */
export function schemesByForce(shown: CatalogueShown, schemes: readonly Scheme[]): readonly ForceSchemes[] {
  const groups = new Map<string, Scheme[]>();
  for (const scheme of [...schemes].sort(byName)) {
    for (const id of scheme.forces) {
      const force = shown.words.forces.get(id) ?? id;
      groups.set(force, [...(groups.get(force) ?? []), scheme]);
    }
  }
  const named = [...groups].sort(([one], [other]) => one.localeCompare(other));
  const unnamed = schemes.filter(({ forces }) => forces.length === 0);
  return [...named, ...(unnamed.length > 0 ? [['No force named', unnamed] as const] : [])].map(([force, its]) => ({
    force,
    schemes: its,
  }));
}
