import type { PlanDocument } from '../plan/plan-document.ts';

/** The parts of a plan, in the order of a plan, as a sentence names them. */
const PARTS: Readonly<Record<string, string>> = {
  title: 'the title',
  question: 'the question',
  'cohort.from': 'the first index day',
  'cohort.until': 'the last index day',
  'cohort.age': 'the ages',
  'cohort.forces': 'the forces',
  'cohort.schemes': 'the schemes',
  'cohort.offenceGroups': 'the offence groups',
  'cohort.indexEvent': 'which index event counts',
  'outcomes.primary': 'the primary outcome',
  'outcomes.secondary': 'the secondary outcomes',
  covariates: 'what is allowed for',
  subgroups: 'the groups fixed in advance',
  sensitivity: 'the other analyses',
  multiplicity: 'how p values are adjusted',
  seed: 'the seed',
  audience: 'who reads it',
};

/** What two versions of a plan say differently, part by part; empty where they differ by spacing and comments alone. */
export function planChanges(before: PlanDocument, after: PlanDocument): readonly string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const order = [...new Set([...Object.keys(PARTS), ...old.keys(), ...now.keys()])];
  return order.flatMap((part) => {
    const [was, is] = [old.get(part) ?? 'not given', now.get(part) ?? 'not given'];
    return was === is ? [] : [`${PARTS[part] ?? nameOf(part)} was ${was} and is ${is}`];
  });
}

function nameOf(part: string): string {
  const [of, key = ''] = part.split('.');
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return of === 'comparison' ? `the comparison’s ${words}` : part;
}

/** Each part with its words: the parts of `cohort`, `comparison` and `outcomes` one by one. */
function partsOf(plan: PlanDocument): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [key, value] of Object.entries(plan)) {
    if (key === 'hash') continue;
    if (key === 'cohort' || key === 'comparison' || key === 'outcomes') {
      for (const [inner, own] of Object.entries(value)) parts.set(`${key}.${inner}`, wordsOf(own));
    } else parts.set(key, wordsOf(value));
  }
  return parts;
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(wordsOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('measure' in value) {
    const months = 'months' in value ? ` within ${String(value.months)} months` : '';
    return `${String(value.measure).replaceAll('-', ' ')}${months}`;
  }
  return Object.entries(value)
    .map(([key, own]) => `${key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${String(own)}`)
    .join(', ');
}
