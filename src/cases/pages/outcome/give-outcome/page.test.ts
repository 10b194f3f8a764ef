import { expect, test } from 'vitest';
import { input, leadingTo, policeView, withPathway } from '../../../../../tests/forms/case-views.ts';
import type { Scheme } from '../../../../schemes/index.ts';
import { givenOutcomePage } from './page.ts';

function given(scheme: Scheme): string {
  const view = policeView('accepted', { scheme });
  return givenOutcomePage({ ...input(view, { target: '8' }), view })?.fields.toString() ?? '';
}

test('an outcome that is given says that the activity goes on, where there is one', () => {
  expect(given(leadingTo('8'))).toContain('It counts from today, and the activity goes on.');
});

test('an outcome of a scheme with nothing to do promises no activity', () => {
  const warning = given(withPathway({ agreement: null, steps: [] }));
  expect(warning).toContain('It counts from today. The case closes later');
  expect(warning).not.toContain('activity');
});
