import { addDays, type CalendarDay } from '../../shared/calendar-day.ts';
import type { StudyRow, WithoutTheScheme } from '../domain/cohort/study-row.ts';
import type { GeneratedPerson } from './generated-person.ts';
import { lifeAfter, type LifeAfter } from './life-after.ts';
import { uptakeOf } from './uptake.ts';

/** The columns that depend on whether the scheme was offered. */
export type CourseColumns = Pick<
  StudyRow,
  | 'offeredOn'
  | 'acceptedOn'
  | 'referredOn'
  | 'firstContactOn'
  | 'startedOn'
  | 'completedOn'
  | 'lossReason'
  | 'outcomeType'
  | 'outcomeOn'
  | 'appearedInCourt'
  | 'policeMinutes'
>;

export interface Course {
  readonly columns: CourseColumns;
  readonly life: LifeAfter;
  /** The minutes spent, whether recorded or not. */
  readonly minutes: number;
}

/** What happens to a person if the scheme is offered, and if it is not. */
export function courseOf(person: GeneratedPerson, isOffered: boolean): Course {
  const { latents, indexedOn } = person;
  const { days, chance } = latents;
  const uptake = uptakeOf(person);
  const life = lifeAfter(person, isOffered && uptake.starts);
  const on = (happens: boolean, ...gaps: readonly number[]): CalendarDay | null =>
    isOffered && happens
      ? addDays(
          indexedOn,
          gaps.reduce((sum, gap) => sum + gap, 0),
        )
      : null;
  const upToStart = [days.accepted, days.referred, days.contacted, days.started];
  const completing = on(uptake.completes, ...upToStart, days.completed);
  const lapses = completing !== null && isCutShort(life, completing, chance.lapse);
  const completedOn = lapses ? null : completing;
  const lossReason = isOffered && completedOn === null ? reasonOf({ uptake, lapses, life, completing }) : null;
  const outcomeOn =
    completedOn === null ? addDays(indexedOn, days.disposed + (isOffered ? 45 : 0)) : addDays(completedOn, days.closed);
  const outcomeType = finish(person, { hasStarted: isOffered && uptake.starts, completedOn, outcomeOn, life });
  const isClosed = completedOn !== null || chance.closed < 0.97;
  const minutes = Math.round((MEAN_MINUTES[outcomeType] ?? 200) * latents.minutes);
  return {
    columns: {
      offeredOn: on(true, 0),
      acceptedOn: on(uptake.accepts, days.accepted),
      referredOn: on(uptake.isReferred, days.accepted, days.referred),
      firstContactOn: on(uptake.isContacted, days.accepted, days.referred, days.contacted),
      startedOn: on(uptake.starts, ...upToStart),
      completedOn,
      lossReason,
      outcomeType: isClosed ? outcomeType : '0',
      outcomeOn: isClosed ? outcomeOn : null,
      appearedInCourt: isClosed ? outcomeType === '1' && chance.court < 0.97 : null,
      policeMinutes: chance.minutesRecorded < 0.8 ? minutes : null,
    },
    life,
    minutes,
  };
}

/** Who reoffends before the end is often taken out, so that those who complete have reoffended less for that alone. */
function isCutShort({ diedOn, reoffences }: LifeAfter, completing: CalendarDay, chance: number): boolean {
  if (diedOn !== null && diedOn < completing) return true;
  return chance < 0.6 && reoffences.some(({ committedOn }) => committedOn < completing);
}

interface Loss {
  readonly uptake: ReturnType<typeof uptakeOf>;
  readonly lapses: boolean;
  readonly life: LifeAfter;
  readonly completing: CalendarDay | null;
}

function reasonOf({ uptake, lapses, life, completing }: Loss): string {
  if (!uptake.accepts) return 'declined';
  if (!uptake.isReferred) return 'not-referred';
  if (!uptake.isContacted) return 'not-reached';
  if (!uptake.starts) return 'did-not-engage';
  if (!lapses) return 'did-not-complete';
  return life.diedOn !== null && completing !== null && life.diedOn < completing ? 'died' : 'reoffended';
}

/** What would be done without the scheme, by what the person has behind them. */
export function disposalWithoutScheme({ priorOffences, offenceGroup, latents }: GeneratedPerson): WithoutTheScheme {
  const weights: readonly (readonly [WithoutTheScheme, number])[] = [
    ['prosecution', 0.28 * Math.exp(0.1 * priorOffences)],
    ['caution', 0.18],
    ['penalty-notice', 0.07],
    ['community-resolution', 0.3 * Math.exp(-0.1 * priorOffences)],
    ['no-further-action', offenceGroup === 'possession' ? 0.17 : 0.1],
  ];
  let left = latents.chance.disposal * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'prosecution';
}

const TYPES: Readonly<Record<WithoutTheScheme, string>> = {
  prosecution: '1',
  caution: '3',
  'penalty-notice': '6',
  'community-resolution': '8',
  'no-further-action': '15',
};

const MEAN_MINUTES: Readonly<Record<string, number>> = { '1': 480, '3': 300, '6': 120, '8': 160, '15': 200, '22': 180 };

interface Finish {
  readonly hasStarted: boolean;
  readonly completedOn: CalendarDay | null;
  readonly outcomeOn: CalendarDay;
  readonly life: LifeAfter;
}

/** The outcome type. People who start and do not complete are sent back, and some of them fare worse than without an offer. */
function finish(person: GeneratedPerson, { hasStarted, completedOn, outcomeOn, life }: Finish): string {
  if (completedOn !== null) return person.force.completedType;
  if (life.diedOn !== null && life.diedOn <= outcomeOn) return '5';
  const usual = TYPES[disposalWithoutScheme(person)];
  return hasStarted && usual === '15' && person.latents.chance.escalated < 0.4 ? '1' : usual;
}
