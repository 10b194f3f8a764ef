/**
 * People who sign in: accounts, roles and organisations, sessions, and the pages of signing in and out.
 */
export type { Actor, CaseActor } from './domain/actor.ts';
export type { Account, Membership } from './domain/membership.ts';
export { may } from './domain/may.ts';
export { rightsOf } from './domain/rights-of.ts';
export { rights, type Right } from './domain/rights.ts';
export { roles, rolesIn, type OrganisationKind, type Role } from './domain/roles.ts';
export { demonstrationActors } from './demonstration-actors.ts';
export { demonstrationNotice } from './demonstration-notice.ts';
export { demonstrationProviderIn, type DemonstrationOrganisation } from './demonstration-people.ts';
export { accessRoom } from './access-room.ts';
export { actorIn, actorOf, visitorOf } from './pages/signed-in.ts';
export { noteCasesListed } from './pages/cases-listed.ts';
export { recogniseVisitors } from './recognise-visitors.ts';
export { accessRefusal, type RouteAccess } from './domain/route-access.ts';
export type { Weakness } from './domain/password-guess.ts';
export { passwordGuesser } from './guess-password.ts';
export { hashPassword, isPassword } from './password-hash.ts';
export { signInGate } from './sign-in-gate.ts';
export { hashOfToken, newSessionToken } from './session-token.ts';
export type { AccessWork } from './use-cases/access-work.ts';
export type { AccountsWork } from './use-cases/accounts-work.ts';
export { addAccount, type AddAccountRefusal } from './use-cases/add-account.ts';
export { addMembership, type AddMembershipRefusal } from './use-cases/add-membership.ts';
export { addOrganisation, type AddOrganisationRefusal } from './use-cases/add-organisation.ts';
export { addProviderService, type AddServiceRefusal } from './use-cases/add-provider-service.ts';
export { closeAccount } from './use-cases/close-account.ts';
export { endMembership, type EndMembershipRefusal } from './use-cases/end-membership.ts';
export { listAccounts, type OrganisationWithAccounts } from './use-cases/list-accounts.ts';
export { setPassword, type SetPasswordRefusal } from './use-cases/set-password.ts';
