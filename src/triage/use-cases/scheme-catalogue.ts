import { compileScheme, type CompiledScheme, type Vocabulary } from '../../eligibility/index.ts';
import { isComparator, vocabularyDocumentOf, type Scheme } from '../../schemes/index.ts';
import { contentHash } from '../../shared/canonical-json.ts';

/** The schemes there are, made ready to decide by. */
export interface SchemeCatalogue {
  readonly vocabulary: Vocabulary;
  /** The hash of the vocabulary as it is kept with decisions. */
  readonly vocabularyVersion: string;
  readonly schemes: readonly Scheme[];
  readonly compiled: readonly CompiledScheme[];
}

/** Makes a catalogue ready: once, when the program starts. */
export function compileCatalogue(vocabulary: Vocabulary, schemes: readonly Scheme[]): SchemeCatalogue {
  const vocabularyVersion = contentHash(vocabularyDocumentOf(vocabulary));
  return {
    vocabulary,
    vocabularyVersion,
    schemes,
    compiled: schemes.map((scheme) => compileScheme(vocabulary, scheme)),
  };
}

/** The schemes a force could offer, in whatever standing; those that name no force are anybody's, comparators nobody's. */
export function schemesOfForce(catalogue: SchemeCatalogue, force: string): readonly CompiledScheme[] {
  const couldOffer = (scheme: Scheme): boolean =>
    !isComparator(scheme) && (scheme.forces.length === 0 || scheme.forces.includes(force));
  const ids = new Set(catalogue.schemes.filter(couldOffer).map(({ id }) => id));
  return catalogue.compiled.filter(({ id }) => ids.has(id));
}

/** The documents that decisions were made by. */
export function documentsOf(
  { schemes }: SchemeCatalogue,
  decisions: readonly { readonly schemeVersion: string }[],
): readonly Scheme[] {
  const versions = new Set(decisions.map(({ schemeVersion }) => schemeVersion));
  return schemes.filter(({ version }) => versions.has(version));
}
