import type { z } from 'zod';
import type { StoredProblem } from './stored-fault.ts';

/** What does not fit, by the part; `within` is the column where the value is not the whole row's. */
export function storedProblem(issue: z.core.$ZodIssue, within?: string): StoredProblem {
  const path = [...(within === undefined ? [] : [within]), ...issue.path.map(String)];
  return { path: path.join('.') || '(all of it)', problem: problemOf(issue) };
}

/** In words of our own where zod's would repeat what was found: a name, or a key made of one. */
function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `holds ${issue.keys.length === 1 ? 'a member' : `${issue.keys.length} members`} that this shape does not have`;
    case 'invalid_union':
      return issue.discriminator === undefined ? 'is in none of the forms it may have' : 'is of no known type';
    case 'invalid_type':
      return `should be ${issue.expected}`;
    case 'invalid_value':
      return `should be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `should have the form of ${issue.format}`;
    case 'too_small':
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'is out of bounds';
  }
}
