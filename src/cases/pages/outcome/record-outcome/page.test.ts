import { expect, test } from 'vitest';
import { input, leadingTo, policeView } from '../../../../../tests/forms/case-views.ts';
import type { Scheme } from '../../../../schemes/index.ts';
import { outcomePage } from './page.ts';

function closing(standing: 'sourced' | 'assumed', target = '22'): string {
  const scheme: Scheme = { ...leadingTo('22'), outcome: { ...leadingTo('22').outcome, standing } };
  const view = policeView('completed', { scheme });
  return outcomePage({ ...input(view, { target }), view })?.fields.toString() ?? '';
}

test('an outcome says whether the scheme’s own was read in a source or is assumed', () => {
  expect(closing('assumed')).toContain('Assumed');
  expect(closing('sourced')).not.toContain('Assumed');
  for (const standing of ['sourced', 'assumed'] as const) expect(closing(standing)).toContain('Outcome 22.');
});

test('another outcome is asked about in words that are true of an assumed one too', () => {
  const page = closing('assumed', 'none');
  expect(page).toContain('Why not the outcome in the scheme’s document?');
  expect(page).not.toContain('scheme gives');
});
