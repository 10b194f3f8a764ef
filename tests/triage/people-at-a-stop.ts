/**
 * What would be answered about a made-up adult stopped with a little cannabis, whatever is asked; and what is different
 * of the others. A fact that is not here is one that nobody knows.
 */
export type Answers = { readonly [fact: string]: unknown };

const adult: Answers = {
  age: 30,
  'age-today': 30,
  'offence-age-days': 0,
  'offence-group': 'possession',
  substances: ['cannabis'],
  grams: { cannabis: 1 },
  'cannabis-form': 'herb',
  'found-where': 'public-place',
  amount: 'personal-use',
  'intent-to-supply': false,
  'linked-to-substance-misuse': true,
  'mode-of-trial': 'either-way',
  'serious-injury': false,
  'emergency-worker-victim': false,
  'victim-identified': false,
  'co-accused': false,
  'hate-crime': false,
  'sexual-offence': false,
  'domestic-abuse': 'none',
  'intimate-partner-abuse': false,
  victim: 'no-victim',
  'caution-given': true,
  'vulnerable-adult': false,
  'appropriate-adult-present': true,
  admission: 'admits',
  remorse: true,
  'responsibility-accepted': true,
  consents: true,
  'understands-obligations': true,
  'agrees-to-disposal': true,
  arrested: false,
  'in-custody': false,
  'detained-for-court': false,
  'detained-under-mental-health-act': false,
  'evidence-to-charge': true,
  'public-interest-met': true,
  'decided-to-charge': false,
  'gravity-score': 2,
  'likely-sentence': 'none-or-fine',
  disposal: 'community-resolution',
  'authorised-by': 'sergeant',
  'rationale-recorded': true,
  'prior-convictions': 0,
  'prior-diversions': 0,
  'diversions-by-scheme': {
    'west-midlands-divert': 0,
    'avon-and-somerset-dep': 0,
    'avon-and-somerset-yadd': 0,
    'druglink-courses': 0,
    'gwent-alcohol-diversion': 0,
  },
  'reoffending-risk': 'low',
  'prolific-shoplifter': false,
  'on-bail': false,
  'subject-to-court-order': false,
  'suspended-sentence-or-conditional-discharge': false,
  'statutory-supervision': false,
  'marac-known': false,
  'police-and-probation-agree': true,
  'serious-drug-problem': false,
  'other-treatment-failed': false,
  sex: 'male',
  'care-experienced': false,
  'works-or-studies-in-force': 'none',
  'in-education-training-or-work': true,
};

export interface AtAStop {
  readonly called: string;
  readonly force: string;
  readonly answers: Answers;
}

function at(force: string, called: string, different: Answers = {}): AtAStop {
  return { called, force, answers: { ...adult, 'home-force': force, 'held-in-force': force, ...different } };
}

const child = { age: 15, 'age-today': 15, disposal: 'youth-caution' };
const shoplifter = { 'offence-group': 'shoplifting', substances: [], amount: undefined, arrested: true };

export const peopleAtAStop: readonly AtAStop[] = [
  at('durham', 'An adult with cannabis in Durham'),
  at('avon-and-somerset', 'An adult with cannabis in Avon and Somerset'),
  at('durham', 'A child with cannabis in Durham', child),
  at('durham', 'A shoplifter in custody in Durham', { ...shoplifter, 'in-custody': true }),
  at('west-midlands', 'An adult with cannabis in the West Midlands'),
  at('west-midlands', 'A woman in custody in the West Midlands', { ...shoplifter, 'in-custody': true, sex: 'female' }),
  at('thames-valley', 'An adult with cannabis in West Berkshire', { 'offence-local-authority': 'E06000037' }),
  at('thames-valley', 'A child with cannabis in West Berkshire', { ...child, 'offence-local-authority': 'E06000037' }),
  at('north-wales', 'An adult with cannabis in North Wales'),
  at('south-wales', 'An adult with cannabis in South Wales'),
  at('cleveland', 'An adult with cannabis in Cleveland'),
  at('dyfed-powys', 'An adult with cannabis in Dyfed-Powys'),
  at('scotland', 'An adult with cannabis in Scotland'),
  at('metropolitan', 'An adult with cannabis in London'),
];
