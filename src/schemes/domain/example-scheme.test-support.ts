/** A small sound scheme to break in tests: the example of the scheme language. */
export const EXAMPLE = `id: durham-checkpoint
name: Checkpoint
forces: [durham]
kind: deferred-prosecution     # deflection | deferred-prosecution | education-course | arrest-referral
                               # | treatment | support | registration
standing:                      # dated; never edited, only added to
  - { from: 2015-04-01, is: live, source: S-DUR }      # proposed | developing | approved | live | paused | ended
eligibility:
  - id: DUR-1
    says: Aged 18 or over on the day of the offence
    rule: { fact: age, atLeast: 18 }
    source: S-DUR
    standing: sourced          # sourced | conflicting | assumed
    from: 2015-04-01           # in force from; a clause in force is closed with \`until\`, never edited
pathway:
  admission: admits-or-no-reply   # required | not-required | admits-or-no-reply | admission-or-evidence
  agreement: { length: P4M, mustInclude: [no-reoffending], conditionsAtMost: 5 }
  steps:
    - { id: first-meeting, kind: assessment, within: P3D }
    - { id: sessions, kind: session, count: 3, length: PT1H }
  fee: null                    # or { pence: 4000, paidBy: person, insteadOf: { penaltyNoticePence: 8000 } }
  repeats: { atMost: null, note: not found }
outcome:
  completed: { type: "22" }    # Home Office outcome type, recorded only after the activity is done where it is 22
  notCompleted: { then: prosecute }   # prosecute | summons | pay-penalty | not-offered-again | no-consequence
sources:
  S-DUR: { title: Checkpoint, publisher: Durham Constabulary }
`;

/** The example with pieces of its text replaced. Throws where a piece is not in it, so that no test breaks nothing. */
export function exampleWith(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The example does not hold ${from}`);
    return text.replace(from, () => to);
  }, EXAMPLE);
}

/** The example with a further clause, DUR-2, of this rule and these days. */
export function exampleWithClause(rule: string, days = 'from: 2015-04-01'): string {
  const clause = `  - { id: DUR-2, says: Another, rule: ${rule}, source: S-DUR, standing: assumed, ${days} }\n`;
  return exampleWith(['pathway:', `${clause}pathway:`.replace(/^ {2}/, '  ')]);
}
