import type { StudyRow } from '../cohort/study-row.ts';
import { eventsOf, type StudiedCase } from './studied-case.ts';

type KnownFacts = Pick<StudyRow, 'age' | 'sex' | 'offenceGroup' | 'drug' | 'gravityScore'>;

/**
 * What was known of the person and the offence, with its amendments: the newest word counts. A fact known only as a
 * range or a choice is not recorded: a study is told nothing that was not known. Several drugs are joined by "+", in
 * the order of the alphabet.
 */
export function knownFacts(studied: StudiedCase): KnownFacts {
  const facts = new Map<string, unknown>();
  for (const { type, data } of eventsOf(
    studied,
    'person-triaged',
    'fact-amended',
    'birthday-corrected',
    'decided-again',
  )) {
    if (type === 'person-triaged' || type === 'decided-again') {
      for (const [fact, value] of Object.entries(data['facts'] ?? {})) facts.set(fact, value);
    } else {
      if (typeof data['fact'] === 'string') facts.set(data['fact'], data['new']);
      for (const [fact, value] of Object.entries(data['follows'] ?? {})) facts.set(fact, value);
    }
  }
  return {
    age: wholeNumberOf(facts.get('age')),
    sex: sexOf(facts.get('sex')),
    offenceGroup: wordOf(facts.get('offence-group')),
    drug: drugsOf(facts.get('substances')),
    gravityScore: wholeNumberOf(facts.get('gravity-score')),
  };
}

function drugsOf(value: unknown): string | null {
  const drugs = Array.isArray(value) ? value.filter((drug) => typeof drug === 'string') : [];
  return drugs.length > 0 ? drugs.toSorted().join('+') : null;
}

function wholeNumberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function sexOf(value: unknown): StudyRow['sex'] {
  return value === 'female' || value === 'male' || value === 'other' ? value : null;
}
