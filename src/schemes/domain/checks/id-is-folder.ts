import type { Check } from './check.ts';

/** In a folder of schemes the id of a scheme is the name of its own folder: `schemes/<id>/scheme.yaml`. */
export const idIsFolder: Check = ({ id }, { file }) => {
  const [schemes, folder, name] = file.split('/').slice(-3);
  if (id === undefined || schemes !== 'schemes' || name !== 'scheme.yaml' || folder === id) return [];
  return [
    {
      path: ['id'],
      problem: `the id "${id}" is not the name of the folder, "${folder}"`,
      remedy: `write id: ${folder}, or rename the folder`,
    },
  ];
};
