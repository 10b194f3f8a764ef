import type { DocumentPath, Draft, Finding } from '../../../documents/index.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { type SchemeDocument } from '../scheme-document.ts';
import type { Check } from './check.ts';

/**
 * Every source that is cited is defined, and every source that is defined is cited. Whether one is cited is not asked
 * while a part that cites sources is itself at fault: it may be there that it is.
 */
export const sourcesAreCited: Check = (draft) => {
  if (draft.sources === undefined) return [];
  const defined = Object.keys(draft.sources);
  const cited = citations(draft);
  const used = new Set(cited.map(({ key }) => key));
  return [
    ...cited.flatMap(({ key, path }) => (defined.includes(key) ? [] : [notDefined(key, path, defined)])),
    ...(isWhole(draft) ? defined.filter((key) => !used.has(key)).map(notCited) : []),
  ];
};

function isWhole({ standing, eligibility, pathway, outcome }: Draft<SchemeDocument>): boolean {
  const citing = [...(standing ?? [undefined]), ...(eligibility ?? [undefined])];
  return pathway !== undefined && outcome !== undefined && citing.every((part) => part?.source !== undefined);
}

interface Citation {
  readonly key: string;
  readonly path: DocumentPath;
}

function citations({ standing = [], eligibility = [], pathway, outcome }: Draft<SchemeDocument>): Citation[] {
  return [
    ...standing.flatMap((entry, index) => citedBy(entry?.source, ['standing', index, 'source'])),
    ...eligibility.flatMap((clause, index) => citedBy(clause?.source, ['eligibility', index, 'source'])),
    ...citedBy(pathway?.source, ['pathway', 'source']),
    ...citedBy(outcome?.source, ['outcome', 'source']),
  ];
}

function citedBy(source: Draft<string | string[]> | undefined, path: DocumentPath): Citation[] {
  if (typeof source === 'string') return [{ key: source, path }];
  return (source ?? []).flatMap((key, index) => (key === undefined ? [] : [{ key, path: [...path, index] }]));
}

function notDefined(key: string, path: DocumentPath, defined: readonly string[]): Finding {
  const near = nearestWord(key, defined);
  const remedy =
    near === null
      ? `add ${key} under sources: { title: .., publisher: .. }`
      : `did you mean "${near}"? If not, add ${key} under sources`;
  return { path, problem: `the source ${key} is not defined`, remedy };
}

function notCited(key: string): Finding {
  return {
    path: ['sources', key],
    at: 'key',
    problem: `the source ${key} is not used`,
    remedy: 'cite it, or take it out',
  };
}
