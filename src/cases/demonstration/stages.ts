import type { Stage } from './tell-story.ts';

type Where = Omit<Stage, 'scheme' | 'players'> & { readonly scheme: string };

/** Where the demonstration plays: one scheme in each of three forces, with facts that let an adult in, and one that would not. */
export const stages: readonly Where[] = [
  {
    force: 'durham',
    against: 'co-accused',
    scheme: 'durham-checkpoint',
    facts: {
      'home-force': 'durham',
      'offence-group': 'shoplifting',
      'domestic-abuse': 'none',
      admission: 'admits',
      'evidence-to-charge': true,
      consents: true,
      'understands-obligations': true,
      'hate-crime': false,
      'detained-for-court': false,
      'detained-under-mental-health-act': false,
      'subject-to-court-order': false,
      'suspended-sentence-or-conditional-discharge': false,
      'co-accused': false,
    },
  },
  {
    force: 'west-midlands',
    against: 'intent-to-supply',
    scheme: 'west-midlands-divert',
    facts: {
      'offence-group': 'possession',
      substances: ['cannabis'],
      amount: 'personal-use',
      'hate-crime': false,
      'intent-to-supply': false,
      consents: true,
      'prior-diversions': 0,
      admission: 'admits',
      'evidence-to-charge': true,
    },
  },
  {
    force: 'thames-valley',
    against: 'intent-to-supply',
    scheme: 'thames-valley-adult',
    facts: {
      'offence-group': 'possession',
      substances: ['cocaine'],
      amount: 'personal-use',
      'hate-crime': false,
      'intent-to-supply': false,
      'offence-local-authority': 'E06000037',
      arrested: false,
      consents: true,
      admission: 'admits',
      'evidence-to-charge': true,
    },
  },
];

/** What the provider of a force takes people for besides, so that a case can be tried to its end where none is played. */
export const servicesBesides: readonly Pick<Where, 'force' | 'scheme'>[] = [
  { force: 'avon-and-somerset', scheme: 'avon-and-somerset-dep' },
  { force: 'scotland', scheme: 'scotland-diversion-from-prosecution' },
];
