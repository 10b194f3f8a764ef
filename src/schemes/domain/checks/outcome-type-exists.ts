import type { Check } from './check.ts';

/** The outcome recorded on completion is one of `reference/outcome-types.yaml`, or none. */
export const outcomeTypeExists: Check = ({ outcome }, { reference }) => {
  const type = outcome?.completed?.type;
  if (type === undefined || type === null || reference.outcomeTypes.includes(type)) return [];
  return [
    {
      path: ['outcome', 'completed', 'type'],
      problem: `there is no Home Office outcome type "${type}"`,
      remedy: `write one of: ${reference.outcomeTypes.join(', ')}, or null where none applies`,
    },
  ];
};
