import { expect, test } from 'vitest';
import { compileScheme, decide, parseFacts } from '../../../eligibility/index.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { addDays } from '../../../shared/calendar-day.ts';
import { shippedLaw } from '../../store/shipped-law.test-support.ts';

const reference = await loadReferenceLists();
const { vocabulary, drugClasses } = reference;
const law = shippedLaw.find(({ id }) => id === 'controlled-drugs');

/** Every drug on the first day of each of its classes, and on the day before. */
const days = [...new Set(drugClasses.flatMap(({ classes }) => classes.map(({ from }) => from)))]
  .flatMap((day) => [addDays(day, -1), day])
  .filter((day) => day >= '1973-07-01');

test('every substance of the vocabulary but “other” has its classes', () => {
  const type = vocabulary.byId.get('substances')?.type;
  const substances = type?.kind === 'set' ? type.values.filter((value) => value !== 'other') : [];
  expect(drugClasses.map(({ substance }) => substance).toSorted()).toEqual(substances.toSorted());
});

test.each(drugClasses)(
  'having $substance is an offence exactly on the days that its classes say',
  ({ substance, classes }) => {
    if (law === undefined) throw new Error('there is no law of controlled drugs');
    const scheme = compileScheme(vocabulary, {
      id: 'drugs',
      version: 'v',
      standing: [],
      eligibility: law.clauses.map(
        ({ settledBy: _, datedBy: __, refusal: ___, givesWayTo: ____, ...clause }) => clause,
      ),
    });
    for (const day of days) {
      const raw = { 'offence-group': 'possession', substances: [substance], 'for-wrongful-inhalation': true };
      const facts = parseFacts(vocabulary, raw);
      if (!facts.ok) throw new Error('faulty facts');
      const isControlled = classes.findLast(({ from }) => from <= day)?.class !== 'none';
      expect([day, decide(scheme, facts.value, day).verdict]).toEqual([day, isControlled ? 'eligible' : 'ineligible']);
    }
  },
);
