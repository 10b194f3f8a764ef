import { writeCohort } from '../domain/cohort/write-cohort.ts';
import { demonstrationCohort } from './demonstration-cohort.ts';
import { DATA_END_ON } from './world.ts';

/** The files of a generated study: names and texts. */
export type StudyFiles = Readonly<Record<string, string>>;

/** Writes a generated study and what is true of it. The same people and seed give the same texts to the byte. */
export function demonstrationFiles(asked: { readonly people: number; readonly seed: number }): StudyFiles {
  const { cohort, effects } = demonstrationCohort(asked);
  const written = writeCohort(cohort);
  const truth = {
    generated: true,
    statement: STATEMENT,
    ...asked,
    dataEndOn: DATA_END_ON,
    assumptions: ASSUMPTIONS,
    effects,
  };
  return {
    'README.md': readme(asked),
    'cohort.csv': written.cohort,
    'reoffences.csv': written.reoffences,
    'dictionary.csv': written.dictionary,
    'harm-weights.csv': HARM_WEIGHTS,
    'unit-costs.yaml': UNIT_COSTS,
    'truth.json': `${JSON.stringify(truth, null, 2)}\n`,
  };
}

const STATEMENT =
  'Everybody here is generated. The forces, the schemes and every effect are invented, and say nothing of any real force, scheme or person.';

/** What a design may rely on here, which real data do not promise. */
const ASSUMPTIONS = [
  'Each person has one index event.',
  'The hazard of a proven reoffence does not change with time. Its logarithm is a sum over age, sex (male), prior_offences, prior_treatment, offence_group (possession or not) and starting the scheme; nothing else matters, and no force differs in it beyond its scheme.',
  'Starting the scheme acts from the index day on, and being assigned or offered acts through starting alone.',
  'In the trial nobody starts because they were assigned to usual. Some start whatever they were assigned to, some never.',
  'Outside the trial an officer offers the scheme by prior_offences, age, offence_group and ethnicity (Black people less often), all of them recorded or mostly recorded; acceptance goes by prior_offences and age. Nothing unseen makes people both start and reoffend.',
  'People who reoffend before completing are often taken out, so comparing those who complete with others misleads. Compare by assignment, offer or start.',
  'Self-defined ethnicity is missing more often where a person is not White; prior_treatment and police_minutes are missing by chance.',
  'Nobody dies in the first 60 days. Proof takes 10 to 150 days. Effects of a window are for the rows whose window and six months for proof lie within the data.',
];

function readme({ people, seed }: { readonly people: number; readonly seed: number }): string {
  return `# Generated data: no real people

${STATEMENT} Pseudonyms begin with DEMO-.

| File | What it holds |
|---|---|
| cohort.csv | ${people.toLocaleString('en-GB')} people, one row each |
| reoffences.csv | what they did afterwards |
| dictionary.csv | what each column means |
| harm-weights.csv | invented weights, to try harm-weighted reoffending with |
| unit-costs.yaml | invented unit costs, to try cost per case with |
| truth.json | the true effects, and how each is known |

Made by \`waymark demonstration cohort --people ${people} --seed ${seed}\`.
`;
}

/** Invented, and one code that occurs is left out on purpose: a measure shows what it has no weight for. */
const HARM_WEIGHTS = `code,weight
09261,3
09250,9
09281,120
DEMO-SHOPLIFTING,12
DEMO-ASSAULT,60
DEMO-DAMAGE,10
`;

const UNIT_COSTS = `# Invented unit costs, for generated people.
pricesOf: '2023-24'
deflator: { says: All prices are of one year., source: null, standing: assumed, index: { '2023-24': 100 } }
items:
  - { id: police-hour, says: An hour of police time, counts: police-hour, codes: [], pounds: 60, priceYear: '2023-24', spread: 0.1, source: null, standing: assumed }
  - { id: court-case, says: An appearance in court, counts: court-case, codes: [], pounds: 900, priceYear: '2023-24', spread: 0.2, source: null, standing: assumed }
  - { id: scheme-place, says: A place on the scheme, counts: scheme-place, codes: [], pounds: 350, priceYear: '2023-24', spread: 0.2, source: null, standing: assumed }
  - { id: reoffence, says: A proven reoffence, counts: reoffence, codes: [], pounds: 1400, priceYear: '2023-24', spread: 0.3, source: null, standing: assumed }
`;
