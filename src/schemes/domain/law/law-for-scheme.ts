import type { LawClause, LawRules, Rule } from '../../../eligibility/index.ts';
import type { Disposal, Nation } from '../document-parts.ts';
import { isComparator } from '../is-comparator.ts';
import type { Scheme, SchemeDocument } from '../scheme-document.ts';
import type { Law } from './law-document.ts';

type Rests = Pick<SchemeDocument, 'forces' | 'kind' | 'nation' | 'disposals' | 'restsOn' | 'outcome'>;

/** Whose a scheme is: what it says of its nation, and its forces. */
interface Whose {
  readonly forces: readonly string[];
  readonly nation?: Nation | undefined;
}

/** The forces outside England and Wales. British Transport Police work in three nations, by the law of the place. */
const NATION_OF_FORCE: { readonly [force: string]: Nation } = {
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
};

/** Whose law a scheme rests on: as it says, else by its forces; where they do not say, England and Wales. */
function nationOf({
  nation,
  forces,
}: {
  readonly nation?: Nation | undefined;
  readonly forces: readonly string[];
}): Nation {
  return nation ?? nationOfForce(forces[0] ?? '');
}

export function nationOfForce(force: string): Nation {
  return Object.hasOwn(NATION_OF_FORCE, force) ? (NATION_OF_FORCE[force] ?? 'england-and-wales') : 'england-and-wales';
}

/**
 * Whether a force could offer the scheme, were it live: one that names its forces is theirs, one that names none is
 * every force's whose nation's law it rests on, and a comparator is nobody's.
 */
export function isOpenTo(force: string, scheme: Whose & { readonly kind: string }): boolean {
  if (isComparator(scheme)) return false;
  return scheme.forces.length > 0 ? scheme.forces.includes(force) : nationOf(scheme) === nationOfForce(force);
}

/** The ways of ending a case that a Home Office outcome type counts. */
const DISPOSALS_OF_OUTCOME: { readonly [type: string]: readonly Disposal[] } = {
  '1': ['charge'],
  '2': ['youth-caution', 'youth-conditional-caution'],
  '3': ['simple-caution', 'conditional-caution'],
  '6': ['penalty-notice'],
  '7': ['cannabis-warning'],
  '8': ['community-resolution'],
  '22': ['diversionary-activity'],
  '23': ['deferred-prosecution-of-a-child'],
};

/** The ways of ending a case that a scheme leads to: as it says, else as its outcome type does. */
function disposalsOf({ disposals, outcome }: Pick<Rests, 'disposals' | 'outcome'>): readonly Disposal[] {
  const { type } = outcome.completed;
  return disposals ?? (type === null ? [] : (DISPOSALS_OF_OUTCOME[type] ?? []));
}

/** The law documents that a scheme rests on, in the order given: by nation, kind and disposal, and those it names. */
function lawOf(scheme: Rests, laws: readonly Law[]): readonly Law[] {
  // Another country's rules are compared, and rest on no law of this one.
  if (isComparator(scheme)) return [];
  const nation = nationOf(scheme);
  const disposals = disposalsOf(scheme);
  return laws.filter(({ id, nation: nations, applies }) => {
    if (scheme.restsOn?.includes(id)) return true;
    const toKind = applies.kinds?.includes(scheme.kind) ?? true;
    const toDisposal = applies.disposals?.some((disposal) => disposals.includes(disposal)) ?? true;
    return nations.includes(nation) && toKind && toDisposal;
  });
}

/** The same law, made into what the engine takes, once for each set of disposals among which the case's is chosen. */
const rulesOf = new WeakMap<Law, Map<string, LawRules>>();

/**
 * The clauses of the law that a scheme rests on. Where the scheme leads to one of several disposals, the law of one
 * counts where the fact `disposal` says that this is the one.
 */
function lawRulesOf(scheme: Rests, laws: readonly Law[]): readonly LawRules[] {
  const disposals = disposalsOf(scheme);
  return lawOf(scheme, laws)
    .filter(({ clauses }) => clauses.length > 0)
    .map((law) => {
      const own = law.applies.disposals ?? [];
      const isOneOfSeveral = own.length > 0 && disposals.some((disposal) => !own.includes(disposal));
      const key = isOneOfSeveral ? own.join() : '';
      const known = rulesOf.get(law) ?? new Map<string, LawRules>();
      rulesOf.set(law, known);
      const rules = known.get(key) ?? toRules(law, isOneOfSeveral ? own : []);
      known.set(key, rules);
      return rules;
    });
}

/** The scheme with the law that it rests on, as the engine takes it. */
export function restingOn(scheme: Scheme, laws: readonly Law[]): Scheme {
  return { ...scheme, law: lawRulesOf(scheme, laws), laws: lawOf(scheme, laws) };
}

/** The clauses of one law, as the engine takes them. */
export function rulesOfLaw(law: Law): LawRules {
  const known = rulesOf.get(law) ?? new Map<string, LawRules>();
  rulesOf.set(law, known);
  const rules = known.get('') ?? toRules(law, []);
  known.set('', rules);
  return rules;
}

function toRules({ id, version, clauses }: Law, among: readonly Disposal[]): LawRules {
  const onlyIf = (rule: Rule): Rule =>
    among.length === 0 ? rule : { anyOf: [{ fact: 'disposal', notIn: among }, rule] };
  return {
    id,
    version,
    clauses: clauses.map(({ refusal: _, givesWayTo: __, settles: ___, ...clause }): LawClause => ({
      ...clause,
      rule: onlyIf(clause.rule),
    })),
  };
}
