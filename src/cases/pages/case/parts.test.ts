import { describe, expect, test } from 'vitest';
import type { Appointment } from '../../domain/case-state.ts';
import { appointmentList } from './parts.ts';

const appointment: Appointment = {
  id: 'a1',
  step: 'sessions',
  startsAt: '2026-03-09T10:00:00.000Z',
  fate: { is: 'to-come' },
};
const before = new Date('2026-03-02T12:00:00.000Z');
const after = new Date('2026-03-10T12:00:00.000Z');

function listed(now: Date, freed: readonly string[], fate: Appointment['fate'] = { is: 'to-come' }): string {
  return String(appointmentList([{ ...appointment, fate }], { now, placesFreed: new Set(freed) }));
}

describe('An appointment', () => {
  test('is to come, and once its time has come waits for its attendance', () => {
    expect(listed(before, [])).toContain('To come');
    expect(listed(after, [])).toContain('Attendance due');
    expect(listed(before, ['another'])).toContain('To come');
  });

  test.each([before, after])('whose place was freed is cancelled, and says why, at %s', (now) => {
    const page = listed(now, ['a1']);
    expect(page).toContain('Cancelled');
    expect(page).toContain('Its place was freed when the case closed or the activity ended');
    expect(page).not.toMatch(/To come|Attendance due/);
  });

  test('of which something is recorded says that, whatever became of its place', () => {
    const page = listed(after, ['a1'], { is: 'kept', contactAt: '2026-03-09T10:00:00.000Z' });
    expect(page).toContain('Kept');
    expect(page).not.toContain('freed');
  });
});
