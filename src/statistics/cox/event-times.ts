import type { EventTimes, SortedCox } from './cox-rows.ts';

type Walked = Pick<SortedCox, 'event' | 'rank' | 'starts'>;

/** Finds them in sorted rows. */
export function eventTimes({ event, rank, starts }: Walked): EventTimes {
  const room = countEventTimes({ event, rank, starts });
  const stratum = new Int32Array(room);
  const first = new Int32Array(room);
  const firstDeath = new Int32Array(room);
  const end = new Int32Array(room);
  let count = 0;
  for (let s = 0; s < starts.length - 1; s += 1) {
    let from = starts[s]!;
    for (let at = starts[s]!; at < starts[s + 1]!;) {
      if (event[at] === 0) {
        at += 1;
        continue;
      }
      const now = rank[at];
      stratum[count] = s;
      first[count] = from;
      firstDeath[count] = at;
      while (at < starts[s + 1]! && rank[at] === now) at += 1;
      end[count] = at;
      from = at;
      count += 1;
    }
  }
  return { count, stratum, first, firstDeath, end };
}

function countEventTimes({ event, rank, starts }: Walked): number {
  let count = 0;
  for (let s = 0; s < starts.length - 1; s += 1) {
    let before = -1;
    for (let at = starts[s]!; at < starts[s + 1]!; at += 1) {
      if (event[at] === 0 || rank[at] === before) continue;
      before = rank[at]!;
      count += 1;
    }
  }
  return count;
}
