import { expect, test } from 'vitest';
import { actorUnder, type Membership } from './membership.ts';
import { rightsOf } from './rights-of.ts';

test('Somebody who works in two places acts for one of them, with the rights of their role there and of no other', () => {
  const account = { accountId: 'account-1', name: 'Merle Ashdown' };
  const police: Membership = {
    id: 'membership-1',
    role: 'coordinator',
    organisationId: 'organisation-1',
    organisation: 'Durham Constabulary',
    force: 'durham',
  };
  const provider: Membership = {
    id: 'membership-2',
    role: 'provider',
    organisationId: 'organisation-2',
    organisation: 'Aspen Services',
    force: null,
  };
  expect(actorUnder(account, police)).toEqual({
    ...account,
    role: 'coordinator',
    organisationId: 'organisation-1',
    force: 'durham',
    rights: rightsOf('coordinator'),
  });
  expect(actorUnder(account, provider)).toEqual({
    ...account,
    role: 'provider',
    organisationId: 'organisation-2',
    force: null,
    rights: rightsOf('provider'),
  });
});
