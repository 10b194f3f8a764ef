import type { CappedCount } from '../../domain/capped-count.ts';

/** `12`, `more than 1,000`. */
export function countWords({ total, isMore }: CappedCount): string {
  const counted = total.toLocaleString('en-GB');
  return isMore ? `more than ${counted}` : counted;
}

/** What is not listed, and how it is found. */
export function moreWords({ total }: CappedCount): string {
  const found = 'search for its reference or more of the name';
  if (total === 0)
    return `Very many have what you searched for, and none of them is among the first here. To find one, ${found}.`;
  return `The first ${total.toLocaleString('en-GB')} can be listed here. To find any other, ${found}.`;
}
