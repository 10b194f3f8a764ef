import { expect, test } from 'vitest';
import { input, leadingTo, policeView } from '../../../../tests/forms/case-views.ts';
import { outcomePage } from '../outcome/record-outcome/page.ts';
import { fieldOfRefusal } from './field-of-refusal.ts';

const form = {
  show: () =>
    outcomePage({
      ...input(policeView('completed'), { target: '8' }),
      view: policeView('completed', { scheme: leadingTo('8') }),
    }),
};
const at = (code: string): string => fieldOfRefusal(form, input(policeView('completed'), { target: '8' }), code);

test('A refusal that a field can put right stands beside that field', () => {
  expect(at('responsibility-not-accepted')).toBe('responsibility');
  expect(at('sergeant-needed')).toBe('history');
  expect(at('inspector-needed')).toBe('serious');
});

test('One that no field of the form can put right stands above it', () => {
  expect(at('no-agreement-to-disposal')).toBe('form');
  expect(at('excluded-in-law')).toBe('form');
  expect(at('constructor')).toBe('form');
});
