/** One person with every fact known: the form that hand-written code and the peers read. */
export interface Person {
  readonly age: number;
  readonly 'home-force': string;
  readonly force: string;
  readonly 'offence-age-days': number;
  readonly 'offence-group': string;
  readonly 'domestic-abuse': string;
  readonly admission: string;
  readonly 'evidence-to-charge': boolean;
  readonly 'hate-crime': boolean;
  readonly 'subject-to-court-order': boolean;
  readonly 'suspended-sentence-or-conditional-discharge': boolean;
  readonly 'co-accused': boolean;
  readonly 'gravity-score': number;
}

const FORCES = ['durham', 'durham', 'durham', 'durham', 'cleveland', 'northumbria'];
const OFFENCES = [
  'possession',
  'possession',
  'shoplifting',
  'theft',
  'criminal-damage',
  'fraud',
  'public-order',
  'supply',
  'burglary-other',
];
const ABUSE = ['none', 'none', 'none', 'none', 'standard', 'medium', 'high'];
const ADMISSIONS = ['admits', 'admits', 'admits', 'no-reply', 'denies'];

/** Random people, the same for the same seed; mixed so that roughly one in ten is eligible and no clause decides alone. */
export function randomPeople(count: number, seed: number): Person[] {
  const next = randomFrom(seed);
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(next() * list.length)]!;
  const rarely = (): boolean => next() < 0.06;
  return Array.from({ length: count }, () => ({
    age: 14 + Math.floor(next() * 50),
    'home-force': pick(FORCES),
    force: pick(FORCES),
    'offence-age-days': Math.floor(next() * 100),
    'offence-group': pick(OFFENCES),
    'domestic-abuse': pick(ABUSE),
    admission: pick(ADMISSIONS),
    'evidence-to-charge': next() < 0.7,
    'hate-crime': rarely(),
    'subject-to-court-order': rarely(),
    'suspended-sentence-or-conditional-discharge': rarely(),
    'co-accused': rarely(),
    'gravity-score': 1 + Math.floor(next() * 4),
  }));
}

/** Mulberry32: small, fast, good enough to make people with. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
