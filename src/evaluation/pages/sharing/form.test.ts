import { expect, test } from 'vitest';
import { parseShareForm } from './form.ts';

const boards = ['a', 'b'].map((boardId) => ({ boardId, name: `Board ${boardId}`, sharedAt: null }));

test('The boards that are ticked are those that there are, whatever else is sent', () => {
  const body = { boards: ['b', 'elsewhere'], counts: 'rounded' };
  expect(parseShareForm(body, boards)).toEqual({ ok: true, value: { boardIds: ['b'], counts: 'rounded' } });
  expect(parseShareForm({ boards: 'a', counts: 'hidden' }, boards)).toEqual({
    ok: true,
    value: { boardIds: ['a'], counts: 'hidden' },
  });
});

test.each([
  [{}, ['Select the boards that may read it', 'Select how counts are shown']],
  [{ boards: ['elsewhere'], counts: 'rounded' }, ['Select the boards that may read it']],
  [{ boards: ['a'], counts: 'exact' }, ['Select how counts are shown']],
  [{ boards: ['a'], counts: ['hidden', 'rounded'] }, ['Select how counts are shown']],
] as const)('Of %j it is said what is missing', (body, says) => {
  const parsed = parseShareForm(body, boards);
  expect(parsed.ok ? [] : parsed.errors.map(({ text }) => text)).toEqual(says);
});
