import { roles, type Role } from '../../../access/index.ts';
import { oneOf, readAccountOptions } from './read-account-options.ts';

const OPTIONS = {
  email: { value: 'ADDRESS' },
  role: { value: roles.join('|') },
  organisation: { value: 'NAME_OR_ID' },
};

export interface MembershipOptions {
  readonly isJson: boolean;
  readonly asked: { readonly email: string; readonly role: Role; readonly organisation: string };
}

/** Which membership of whom: the same for adding one and ending it. */
export function readMembershipOptions(command: string, args: readonly string[]): MembershipOptions {
  const { isJson, valueOf } = readAccountOptions(command, OPTIONS, args);
  const role = oneOf(`${command}: --role`, valueOf('role'), roles);
  return { isJson, asked: { email: valueOf('email'), role, organisation: valueOf('organisation') } };
}
