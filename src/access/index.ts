/**
 * People who sign in: accounts, roles and organisations, sessions, and the pages of signing in and out.
 */
export type { Actor, Role } from '../db/index.ts';
export { demonstrationNotice } from './demonstration-notice.ts';
export { demonstrationProviderIn, type DemonstrationOrganisation } from './demonstration-people.ts';
export { accessPages } from './pages/access-pages.ts';
export { actorOf, recogniseVisitors, visitorOf } from './pages/visitors.ts';
export { isPassword } from './password-hash.ts';
export { hashOfToken, newSessionToken } from './session-token.ts';
export type { AccessWork } from './use-cases/access-work.ts';
