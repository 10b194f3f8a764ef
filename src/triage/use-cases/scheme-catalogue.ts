import { compileScheme, type CompiledScheme, type Vocabulary } from '../../eligibility/index.ts';
import { isOpenTo, vocabularyDocumentOf, type Law, type Scheme } from '../../schemes/index.ts';
import type { RecordedDecision } from '../domain/recorded-decision.ts';
import { contentHash } from '../../shared/canonical-json.ts';

/** The schemes there are, made ready to decide by. */
export interface SchemeCatalogue {
  readonly vocabulary: Vocabulary;
  /** The hash of the vocabulary as it is kept with decisions. */
  readonly vocabularyVersion: string;
  readonly schemes: readonly Scheme[];
  /** Every law document; each scheme has those that it rests on. */
  readonly laws: readonly Law[];
  readonly compiled: readonly CompiledScheme[];
}

/** Makes a catalogue ready: once, when the program starts. */
export function compileCatalogue(
  vocabulary: Vocabulary,
  schemes: readonly Scheme[],
  laws: readonly Law[] = [],
): SchemeCatalogue {
  const vocabularyVersion = contentHash(vocabularyDocumentOf(vocabulary));
  return {
    vocabulary,
    vocabularyVersion,
    schemes,
    laws,
    compiled: schemes.map((scheme) => compileScheme(vocabulary, scheme)),
  };
}

/** The schemes a force could offer, in whatever standing. */
export function schemesOfForce(catalogue: SchemeCatalogue, force: string): readonly CompiledScheme[] {
  const ids = new Set(catalogue.schemes.filter((scheme) => isOpenTo(force, scheme)).map(({ id }) => id));
  return catalogue.compiled.filter(({ id }) => ids.has(id));
}

/** The documents that decisions were made by. */
export function documentsOf(
  { schemes, laws }: SchemeCatalogue,
  decisions: readonly Pick<RecordedDecision, 'schemeVersion' | 'law'>[],
): { readonly schemes: readonly Scheme[]; readonly laws: readonly Law[] } {
  const versions = new Set(
    decisions.flatMap(({ schemeVersion, law }) => [schemeVersion, ...law.map((of) => of.version)]),
  );
  return {
    schemes: schemes.filter(({ version }) => versions.has(version)),
    laws: laws.filter(({ version }) => versions.has(version)),
  };
}
