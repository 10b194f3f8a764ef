import {
  rolesIn,
  type AddAccountRefusal,
  type AddMembershipRefusal,
  type AddOrganisationRefusal,
  type AddServiceRefusal,
  type EndMembershipRefusal,
  type OrganisationKind,
  type SetPasswordRefusal,
  type Weakness,
} from '../../../access/index.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { InputFault } from '../../exit.ts';

export type AccountsRefusal =
  | AddAccountRefusal
  | AddMembershipRefusal
  | EndMembershipRefusal
  | AddOrganisationRefusal
  | AddServiceRefusal
  | SetPasswordRefusal;

/** A refusal as the one line that the command ends with. */
export function faultOfRefusal(command: string, refusal: AccountsRefusal): InputFault {
  return new InputFault(`${command}: ${wordsOfRefusal(refusal)}`);
}

function wordsOfRefusal(refusal: AccountsRefusal): string {
  switch (refusal.code) {
    case 'organisation-exists':
      return `there is an organisation called "${refusal.name}" already; add accounts to it, or choose another name`;
    case 'only-police-have-a-force':
      return refusal.kind === 'provider'
        ? 'a provider belongs to no force; leave out --force, and say with add-service where it works'
        : `${kindWords[refusal.kind]} belongs to no force; leave out --force`;
    case 'force-taken':
      return `${refusal.force} is "${refusal.by}" already; a force is one organisation`;
    case 'no-such-organisation':
      return `there is no organisation "${refusal.organisation}"; ${whichOrganisation(refusal)}`;
    case 'role-does-not-fit':
      return `"${refusal.organisation.name}" is ${kindWords[refusal.organisation.kind]}, where nobody is ${article(refusal.role)}; ${rolesThere(refusal.organisation.kind)}`;
    case 'email-taken':
      return `there is an account with ${refusal.email} already; accounts list shows it`;
    case 'no-such-account':
      return `there is no account with ${refusal.email}; accounts list shows those that there are`;
    case 'account-closed':
      return `the account of ${refusal.email} is closed; whoever needs to sign in again needs a new one`;
    case 'account-is-demonstration':
      return `${refusal.email} belongs to the demonstration; WAYMARK_DEMONSTRATION=no shuts all of its accounts out`;
    case 'membership-held':
      return `${refusal.email} is ${refusal.role} at "${refusal.organisation.name}" already`;
    case 'membership-not-held':
      return `${refusal.email} is not ${refusal.role} at "${refusal.organisation.name}"; accounts list shows who is what where`;
    case 'last-membership':
      return `${refusal.email} works nowhere else, and could not sign in; add another membership first, or write accounts close`;
    case 'not-a-provider':
      return `"${refusal.organisation.name}" is ${kindWords[refusal.organisation.kind]}; services are a provider's`;
    case 'service-exists':
      return `"${refusal.organisation.name}" offers "${refusal.name}" for that scheme in that force already`;
    case 'password-easily-guessed':
      return `the password would be guessed soon: ${weaknessWords[refusal.because]}; choose another, such as four words by chance`;
    default:
      return fixedWords[refusal.code];
  }
}

const kindWords: { readonly [kind in OrganisationKind]: string } = {
  police: 'a police force',
  provider: 'a provider',
  evaluator: 'an organisation that evaluates',
  board: 'a board',
};

function rolesThere(kind: OrganisationKind): string {
  const there = rolesIn[kind];
  if (there.length === 1) return `the role there is ${there[0]}`;
  return `the roles there are ${there.slice(0, -1).join(', ')} and ${there.at(-1)}`;
}

const fixedWords = {
  'name-not-usable': '--name must be one line of at most 200 characters, and not empty',
  'email-not-usable': '--email must be an address such as name@example.com',
  'police-need-a-force': '--force is missing; write --force ID, an id of reference/forces.yaml',
  'password-too-short': 'the password is too short; it needs at least 12 characters',
  'password-too-long': 'the password is too long; it may have at most 300 characters',
} as const;

const weaknessWords: { readonly [weakness in Weakness]: string } = {
  common: 'it is one of those that are tried first',
  'nearly-common': 'it is one of those that are tried first, with a little changed or added',
  'expected-words':
    'it is made of words that anybody would try, such as the name or address, a police force, or Waymark',
  'one-word': 'it is a single word',
  names: 'it is made of common names',
  repeats: 'it is the same characters again and again',
  sequence: 'its characters follow one another, as in abc or 123',
  'keyboard-pattern': 'its keys lie in a row or a pattern on the keyboard',
  date: 'it is a date or a year',
  'too-simple': 'it is made of too few parts that are hard to guess',
};

function whichOrganisation({ organisation, known }: { organisation: string; known: readonly string[] }): string {
  const near = nearestWord(organisation, known);
  if (near !== null) return `did you mean "${near}"?`;
  return known.length === 0 ? 'add it first: accounts add-organisation' : 'accounts list shows those that there are';
}

function article(role: string): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
