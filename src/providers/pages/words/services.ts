import type { ServiceKind, ServiceMode } from '../../domain/index.ts';

export const kindWords: Readonly<Record<ServiceKind, string>> = {
  course: 'Course',
  'one-to-one': 'One to one',
  navigator: 'Navigator',
  residential: 'Residential',
};

export const modeWords: Readonly<Record<ServiceMode, string>> = {
  'in-person': 'In person',
  online: 'Online',
  telephone: 'By telephone',
};

/** Whether a service can be reached without steps. */
export function stepFreeWords(isStepFree: boolean | null): string {
  if (isStepFree === null) return 'Not known';
  return isStepFree ? 'Yes' : 'No';
}
