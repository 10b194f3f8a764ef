import { keysIn } from '../../../shared/tables.ts';

/**
 * What data.police.uk's "Last outcome category" says of how a crime was closed, in groups that can be followed over
 * years. The labels are the publisher's own and changed over time; none of them says "diversion". A local resolution may
 * or may not have sent somebody to a course. What a court did was joined to older files and is not in newer ones, so all
 * that went to court is one group, and what may still be closed in another way is kept apart from what was.
 */
export const OUTCOME_GROUPS = [
  'charged or summonsed',
  'caution',
  'penalty notice',
  'possession warning',
  'local resolution',
  'not in the public interest',
  'evidence or victim difficulties',
  'no suspect',
  'passed to another body',
] as const;

/**
 * What is not an ending, or is not known to be one: these are never part of a share of crimes closed. `label not known`:
 * one that is in no group here, so that nothing says whether it closed the crime.
 */
export const OPEN_GROUPS = [
  'under investigation',
  'status not available',
  'no outcome given',
  'label not known',
] as const;

export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];
export type OpenGroup = (typeof OPEN_GROUPS)[number];

const LABELS: Readonly<Record<OutcomeGroup | OpenGroup, readonly string[]>> = {
  'charged or summonsed': [
    'Awaiting court outcome',
    'Court result unavailable',
    'Court case unable to proceed',
    'Defendant found not guilty',
    'Defendant sent to Crown Court',
    'Offender deprived of property',
    'Offender fined',
    'Offender given absolute discharge',
    'Offender given community sentence',
    'Offender given conditional discharge',
    'Offender given suspended prison sentence',
    'Offender ordered to pay compensation',
    'Offender otherwise dealt with',
    'Offender sent to prison',
    'Suspect charged',
    'Suspect charged as part of another case',
  ],
  caution: ['Offender given a caution'],
  'penalty notice': ['Offender given penalty notice'],
  'possession warning': ['Offender given a drugs possession warning'],
  'local resolution': ['Local resolution'],
  'not in the public interest': [
    'Formal action is not in the public interest',
    'Further action is not in the public interest',
    'Further investigation is not in the public interest',
  ],
  'evidence or victim difficulties': ['Unable to prosecute suspect'],
  'no suspect': ['Investigation complete; no suspect identified'],
  'passed to another body': ['Action to be taken by another organisation'],
  'under investigation': ['Under investigation'],
  'status not available': ['Status update unavailable'],
  'no outcome given': [''],
  'label not known': [],
};

const BY_LABEL: ReadonlyMap<string, OutcomeGroup | OpenGroup> = new Map(
  keysIn(LABELS).flatMap((group) => LABELS[group].map((label) => [label.toLowerCase(), group] as const)),
);

/** The group of a label; `label not known` where it is not in the table. */
export function outcomeGroupOf(label: string): OutcomeGroup | OpenGroup {
  return BY_LABEL.get(label.trim().toLowerCase()) ?? 'label not known';
}

/** Whether a crime with this label was closed. */
export function isClosed(group: OutcomeGroup | OpenGroup): group is OutcomeGroup {
  return !(OPEN_GROUPS as readonly string[]).includes(group);
}
