import type { StepDose } from '../case-event.ts';
import type { Appointment } from '../case-state.ts';
import type { SchemeTerms } from '../scheme-terms.ts';

/** The one step of a scheme whose document names none. */
const WHOLE_ACTIVITY = 'activity';

/** The steps that appointments may be booked for. */
export function stepsOf(scheme: SchemeTerms): readonly string[] {
  const steps = scheme.pathway.steps.map((step) => step.id);
  return steps.length > 0 ? steps : [WHOLE_ACTIVITY];
}

/**
 * Sessions planned and delivered for each step, worked out from attendance and never typed. Planned: the count in the
 * scheme's document; where the document gives no steps, as many as were booked. Delivered: kept or late (a person who
 * came late still came); moved, cancelled and missed appointments don't count.
 */
export function doseOf(scheme: SchemeTerms, appointments: readonly Appointment[]): readonly StepDose[] {
  const live = appointments.filter(
    (appointment) => appointment.fate.is !== 'superseded' && appointment.fate.is !== 'cancelled',
  );
  const came = live.filter(({ fate }) => fate.is === 'kept' || fate.is === 'late');
  const planned = new Map(scheme.pathway.steps.map((step) => [step.id, step.count ?? 1]));
  return stepsOf(scheme).map((step) => ({
    step,
    planned: planned.get(step) ?? Math.max(1, live.length),
    delivered: came.filter((appointment) => appointment.step === step).length,
  }));
}

/** Whether anything was delivered at all. */
export function isAnythingDelivered(dose: readonly StepDose[]): boolean {
  return dose.some(({ delivered }) => delivered > 0);
}

/** Whether less was delivered than planned, in any step. */
export function isShort(dose: readonly StepDose[]): boolean {
  return dose.some(({ planned, delivered }) => delivered < planned);
}
