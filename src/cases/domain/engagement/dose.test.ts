import { describe, expect, test } from 'vitest';
import { aScheme } from '../../../../tests/cases/case-in-state.ts';
import type { Appointment, AppointmentFate } from '../case-state.ts';
import { doseOf, isAnythingDelivered, isShort, stepsOf } from './dose.ts';

const appointment = (step: string, fate: AppointmentFate, id = 'a'): Appointment => ({
  id,
  step,
  startsAt: '2026-03-02T10:00:00.000Z',
  fate,
});
const contactAt = '2026-03-02T10:00:00.000Z';
const kept = { is: 'kept', contactAt } as const;
const late = { is: 'late', whose: 'logistics', contactAt } as const;
const cancelled = { is: 'cancelled', whose: 'logistics' } as const;
const missed = { is: 'missed', whose: 'person-acceptable' } as const;
const superseded = { is: 'superseded', by: 'b', whose: 'logistics' } as const;
const withoutSteps = { ...aScheme, pathway: { ...aScheme.pathway, steps: [] } };

describe('The dose is worked out from attendance', () => {
  test('step by step: kept and late count, missed, moved and cancelled do not', () => {
    const dose = doseOf(aScheme, [
      appointment('first-meeting', kept),
      appointment('sessions', late),
      appointment('sessions', missed),
      appointment('sessions', superseded),
      appointment('sessions', cancelled),
      appointment('sessions', { is: 'to-come' }),
    ]);
    expect(dose).toEqual([
      { step: 'first-meeting', planned: 1, delivered: 1 },
      { step: 'sessions', planned: 2, delivered: 1 },
    ]);
    expect([isAnythingDelivered(dose), isShort(dose)]).toEqual([true, true]);
  });

  test('more in one step does not make up for less in another', () => {
    const dose = doseOf(
      aScheme,
      [1, 2, 3].map((at) => appointment('sessions', kept, `a${at}`)),
    );
    expect(isShort(dose)).toBe(true);
  });

  test('where the scheme names no steps, what was booked is what was planned', () => {
    const booked = [kept, missed, superseded, cancelled].map((fate) => appointment('activity', fate));
    const dose = doseOf(withoutSteps, booked);
    expect(dose).toEqual([{ step: 'activity', planned: 2, delivered: 1 }]);
    expect(stepsOf(withoutSteps)).toEqual(['activity']);
    expect(isAnythingDelivered(doseOf(withoutSteps, []))).toBe(false);
  });
});
