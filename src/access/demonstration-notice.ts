import { demonstrationOrganisations } from './demonstration-people.ts';

/** How to sign in as each of the demonstration's people: lines for the terminal that Waymark was started in. */
export function demonstrationNotice(password: string): string {
  const accounts = demonstrationOrganisations.flatMap(({ name, people }) =>
    people.map(({ email, role }) => [email, role, name] as const),
  );
  const widest = Math.max(...accounts.map(([email]) => email.length));
  return [
    'Sign in as any of these invented people. Their password is:',
    '',
    `  ${password}`,
    '',
    ...accounts.map(([email, role, name]) => `  ${email.padEnd(widest)}  ${role.padEnd(11)}  ${name}`),
  ].join('\n');
}
