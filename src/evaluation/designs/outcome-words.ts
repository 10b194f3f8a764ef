import type { Outcome } from '../domain/plan/plan-document.ts';

/** An outcome as a reader would say it, as `Reoffended within 12 months`. */
export function outcomeInWords({ measure, months }: Outcome): string {
  const within = `within ${months ?? 0} months`;
  switch (measure) {
    case 'reoffended':
      return `Reoffended ${within}`;
    case 'time-to-reoffence':
      return `Time to the first reoffence, ${within}`;
    case 'reoffences':
      return `Reoffences for each person ${within}`;
    case 'appeared-in-court':
      return 'Appeared in court for the index offence';
    case 'entered-treatment':
      return `Entered drug treatment ${within}`;
    case 'police-minutes':
      return 'Minutes of police time';
    case 'person-satisfaction':
      return 'Person’s satisfaction, from 1 to 5';
  }
}
