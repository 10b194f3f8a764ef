import { existsSync } from 'node:fs';
import { linkTo, table } from './markdown.ts';
import { projectRoot, textOf } from './source-file.ts';

interface OtherWord {
  /** The words that somebody who does not know this program looks for. */
  readonly sought: string;
  readonly here: string;
  /** Files, each with the name in it that to look for, or without one where all of it is meant. */
  readonly at: readonly string[];
}

/**
 * What is looked for under words that stand nowhere in the code, or stand for something else in it. Add a line when you
 * looked for something in the wrong place.
 */
const otherWords: readonly OtherWord[] = [
  {
    sought: 'diverted too often, how many times before, within so many days or months',
    here: 'said twice: by a clause on a fact that counts (`prior-diversions`, `diversions-by-scheme`), whose answer our own records propose; and by `repeats` of the scheme’s pathway, which is asked at the offer and counts offers accepted. Both count a whole life: nothing counts within a period',
    at: [
      'reference/facts.yaml prior-diversions',
      'src/triage/domain/earlier-diversion.ts proposedByRecords',
      'src/schemes/domain/scheme-document.ts repeats',
      'src/cases/domain/offer/offer-guards.ts offersAreLeft',
      'src/cases/store/case-files.ts earlierTimes',
    ],
  },
  {
    sought: 'order of the questions, which is asked first',
    here: 'frame (asked before all else, in the order of the file), then turn, then whatever leaves least to ask',
    at: [
      'reference/facts.yaml frame',
      'src/eligibility/asking.ts TURNS',
      'src/eligibility/next-question.ts nextAsked',
      'tests/triage/question-order.txt',
    ],
  },
  {
    sought: 'council, borough, local authority',
    here: 'the fact `offence-local-authority`, an ONS code; the own force’s councils are offered by name. Nothing looks for the nearest name',
    at: [
      'reference/local-authorities.yaml',
      'src/triage/pages/question/fields.ts councilField',
      'src/reference/domain/reference-words.ts localAuthorities',
      'tests/triage/local-authorities.test.ts',
    ],
  },
  {
    sought: 'a drug, a substance, class A',
    here: 'a value of the fact `substances`, with its classes by day',
    at: ['CONTRIBUTING.md How to add a fact, or a drug', 'reference/drug-classes.yaml', 'law/controlled-drugs.yaml'],
  },
  {
    sought: '"did you mean", typing error, fuzzy match',
    here: 'nearest word',
    at: ['src/shared/nearest-word.ts', 'src/reference/domain/find-force.ts'],
  },
  {
    sought: 'workflow, status, lifecycle, which step comes next',
    here: 'the state machine; what guards it is linked in architecture.md',
    at: ['src/cases/domain/transitions.ts', 'src/cases/domain/evolve.ts', 'docs/architecture.md The life of a case'],
  },
  {
    sought: 'timeline, history, what an event says on the page',
    here: 'event words',
    at: ['src/cases/pages/words/events.ts eventWords', 'src/cases/pages/words/choices.ts'],
  },
  {
    sought: 'error message, validation',
    here: 'a refusal (of a rule, in the tables below) or a form error (of what was typed, in `form.ts` of each page)',
    at: [
      'src/cases/domain/case-refusal.ts',
      'src/cases/pages/act/field-of-refusal.ts',
      'src/web/markup/forms/fields.ts',
    ],
  },
  {
    sought: 'optimistic locking, lost update, somebody else changed it',
    here: 'the refusal `changed-since`, by the `seen` that each form carries',
    at: [
      'src/cases/use-cases/act-as-police.ts expectedSequence',
      'src/cases/use-cases/act-as-provider.ts expectedSequence',
      'src/cases/pages/answer-refusal.ts changed-since',
    ],
  },
  {
    sought: 'upcaster, schema version, migration of events, old rows',
    here: 'shape, and the steps between shapes',
    at: [
      'CONTRIBUTING.md How to change what is stored',
      'src/stored/domain/stored-kind.ts upcasters',
      'src/cases/store/shapes/case-event-kind.ts',
      'tests/shapes/stored-shapes.test.ts',
      'docs/decisions/0023-what-is-stored-has-a-shape.md',
    ],
  },
  {
    sought: 'permission, access control, role, ACL',
    here: 'right; in the database `role_rights` and `acting_may`',
    at: [
      'CONTRIBUTING.md How to add a right',
      'src/access/domain/rights.ts',
      'src/access/rights.store.test.ts',
      'tests/architecture/rights.test.ts',
      'tests/access/routes-by-role.txt',
    ],
  },
  {
    sought: 'tenant, row-level security, who sees which rows',
    here: 'force and organisation; work is done as an actor, or as the system for a purpose',
    at: ['src/db/as-actor.ts', 'src/db/database.ts SystemPurpose', 'tests/access/tables-by-role.txt'],
  },
  {
    sought: 'rate limit, brute force, lockout, guessing passwords',
    here: 'throttle: counted in the table `sign_in_attempts`, and so over all processes; the gate and the flood limit before it are of one process',
    at: [
      'src/access/domain/sign-in-throttle.ts limits',
      'src/access/use-cases/sign-in.ts beginAttempt',
      'src/access/sign-in-gate.ts',
      'src/web/server/flood-limit.ts',
    ],
  },
  {
    sought: 'CSRF, security headers, content security policy',
    here: 'the token of a form',
    at: ['src/web/server/security.ts secure'],
  },
  {
    sought: 'session timeout, idle, expiry',
    here: 'the life of a session',
    at: ['src/access/domain/session-life.ts IDLE_MINUTES', 'src/access/domain/dangerous-acts.ts PROVED_FOR_MINUTES'],
  },
  {
    sought: 'tampering, who looked, log of accesses',
    here: 'the audit, in chains of hashes',
    at: ['src/audit/domain/chain.ts', 'src/audit/verify-chains.ts', 'src/access/pages/record-looks.ts'],
  },
  {
    sought: 'suppression, small cells, statistical disclosure control, attack on a report',
    here: 'hidden counts, and the rounding of what is shown; of the tests one plays the attacker, one looks for every byte that hangs on a hidden count',
    at: [
      'src/evaluation/domain/disclosure/hidden-counts.ts LARGEST_SMALL_COUNT',
      'src/evaluation/domain/disclosure/rounding.ts',
      'src/evaluation/report/disclosure/hidden-in-evaluation.ts',
      'src/evaluation/report/disclosure/attacker.slow.test.ts',
      'src/evaluation/report/disclosure/board-outputs.slow.test.ts',
    ],
  },
  {
    sought: 'anonymous, pseudonym, data set for research',
    here: 'the study’s cohort, read through views that hold no name',
    at: ['src/evaluation/use-cases/export-cohort.ts', 'src/evaluation/store/study-case-rows.ts'],
  },
  {
    sought: 'Hartung-Knapp, REML, I², pooled effect',
    here: 'random-effects meta-analysis, held to R',
    at: [
      'src/statistics/meta-analysis/random-effects-meta-analysis.ts hartung-knapp',
      'tests/reference/meta-analysis/reference.R',
      'src/statistics/meta-analysis/random-effects-meta-analysis.test.ts',
    ],
  },
  {
    sought: 'seed data, sample data, test users',
    here: 'the demonstration',
    at: [
      'src/access/demonstration-people.ts',
      'src/cases/demonstration/stories.ts',
      'src/evaluation/demonstration/world.ts',
    ],
  },
  {
    sought: 'six months, limitation period, too late to charge',
    here: 'limits of the law documents',
    at: ['law/charge.yaml limits', 'src/cases/domain/outcome/statutory-time-limit.ts'],
  },
  {
    sought: 'sanction, escalation, broken condition',
    here: 'breach, and the ladder of the scheme',
    at: ['src/cases/domain/engagement/breach-ladder.ts'],
  },
  {
    sought: 'environment variable, setting, feature flag',
    here: 'configuration',
    at: ['src/config.ts', 'docs/configuration.md'],
  },
  {
    sought: 'queue, worker, background, cron, retry',
    here: 'a job',
    at: ['src/jobs/domain/job-kind.ts', 'src/jobs/queue-settings.ts', 'CONTRIBUTING.md How to add a job'],
  },
  {
    sought: 'today, time zone, summer time',
    here: 'a calendar day, in London; the clock is handed in',
    at: ['src/shared/calendar-day.ts londonDayOf', 'src/web/markup/london-time.ts'],
  },
  {
    sought: 'translation, Welsh',
    here: '`question-cy` and `tick-cy`, shown by the side of the English in the four forces of Wales',
    at: ['reference/facts.yaml question-cy', 'src/triage/pages/question/in-welsh.ts'],
  },
  {
    sought: 'offline, service worker, PWA',
    here: 'the triage is held to run in a browser by itself; no page serves it yet',
    at: ['src/triage/pages/browser.ts', 'src/triage/pages/browser.slow.test.ts'],
  },
  {
    sought: 'retention, erasure, deleting a person; email, text message, notification',
    here: 'not done by the program',
    at: ['docs/data-protection.md Retention and deletion'],
  },
];

/** Words that are looked for, what it is called here, and where it is. A place that is not there any more is a fault. */
export function wordsSought(): string {
  return table(
    ['looked for as', 'here it is', 'where'],
    otherWords.map(({ sought, here, at }) => [sought, here, at.map(linkToPlace).join(', ')]),
  );
}

function linkToPlace(place: string): string {
  const [file = '', ...words] = place.split(' ');
  const name = words.join(' ');
  if (!existsSync(`${projectRoot}${file}`)) throw new Error(`other-words.ts names ${file}, which is not there`);
  if (!textOf(file).includes(name)) throw new Error(`other-words.ts names ${name} in ${file}, where it is not`);
  return name === '' ? linkTo(file) : `${linkTo(file)} (${name})`;
}
