import type { OrganisationKind, Role } from './domain/roles.ts';

/** An invented organisation with the invented people who work there, to try Waymark with. */
export interface DemonstrationOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly force: string | null;
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: Role }[];
}

/**
 * Five forces with the people each case needs, a provider in the area of each, and those who evaluate or read of it.
 * Three begin with cases; Scotland, whose law is another, and Avon and Somerset begin with none. Names are made up and
 * belong to nobody; addresses end in .example, which can never receive mail (RFC 2606).
 */
export const demonstrationOrganisations: readonly DemonstrationOrganisation[] = [
  police(1, 'durham', 'Durham Constabulary', ['Merle Ashdown', 'Corin Halewick', 'Isolde Tarn', 'Verity Ferncombe']),
  police(2, 'west-midlands', 'West Midlands Police', [
    'Bram Oakhollow',
    'Sefa Lindqvane',
    'Tamsin Orrel',
    'Alban Rookhope',
  ]),
  police(3, 'thames-valley', 'Thames Valley Police', [
    'Jory Fenwater',
    'Adaeze Quillmoor',
    'Piers Yarrowby',
    'Ines Withymere',
  ]),
  provider(4, 'Durham', 'durham', 'Wren Castlemere'),
  provider(5, 'West Midlands', 'west-midlands', 'Odile Barrowin'),
  provider(6, 'Thames Valley', 'thames-valley', 'Rafe Sunderholt'),
  alone(7, 'evaluator', 'Demonstration university', {
    who: 'Dr Linnet Marchbank',
    email: 'evaluator@evaluation.example',
  }),
  alone(8, 'board', 'Demonstration board', { who: 'Hollis Penrove', email: 'board@board.example' }),
  police(9, 'scotland', 'Police Scotland', [
    'Eilidh Corriemoor',
    'Hamish Dunwhinny',
    'Morag Kinbrae',
    'Struan Ardwhin',
  ]),
  provider(10, 'Glasgow', 'scotland', 'Fenella Glenorrach'),
  police(11, 'avon-and-somerset', 'Avon and Somerset Police', [
    'Tobin Mendwick',
    'Carys Quantock',
    'Elspeth Fosseway',
    'Hester Nailbourne',
  ]),
  provider(12, 'Avon and Somerset', 'avon-and-somerset', 'Perran Wellowby'),
];

/** The demonstration organisation that provides services in a force's area. */
export function demonstrationProviderIn(force: string): DemonstrationOrganisation | null {
  const address = `@provider.${force}.example`;
  return demonstrationOrganisations.find(({ people }) => people.some(({ email }) => email.endsWith(address))) ?? null;
}

function police(
  number: number,
  force: string,
  name: string,
  [officer, supervisor, coordinator, informationOfficer]: readonly [string, string, string, string],
): DemonstrationOrganisation {
  const person = (role: Role, who: string) => ({
    role,
    name: `${who} (demonstration)`,
    email: `${role}@${force}.example`,
  });
  return {
    id: idOf(number),
    kind: 'police',
    name: `${name} (demonstration)`,
    force,
    people: [
      person('officer', `PC ${officer}`),
      person('supervisor', `Sgt ${supervisor}`),
      person('coordinator', coordinator),
      person('information-officer', informationOfficer),
    ],
  };
}

function provider(number: number, area: string, force: string, worker: string): DemonstrationOrganisation {
  return {
    id: idOf(number),
    kind: 'provider',
    name: `Demonstration provider (${area})`,
    force: null,
    people: [{ role: 'provider', name: `${worker} (demonstration)`, email: `worker@provider.${force}.example` }],
  };
}

/** An organisation of which one person signs in. */
function alone(
  number: number,
  kind: 'evaluator' | 'board',
  name: string,
  { who, email }: { readonly who: string; readonly email: string },
): DemonstrationOrganisation {
  const person = { role: kind, name: `${who} (demonstration)`, email };
  return { id: idOf(number), kind, name, force: null, people: [person] };
}

/** The same on every machine, so that other rooms' demonstration data can point at it. */
function idOf(number: number): string {
  return `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`;
}
