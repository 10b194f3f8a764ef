import { describe, expect, test } from 'vitest';
import { consentField, readConsent } from './consent-field.ts';

/** What stands beside each value that may be chosen. */
function labelsByValue(): Readonly<Record<string, string>> {
  const markup = String(consentField({ body: {}, errors: [] }, { name: 'share', label: 'Does the person agree?' }));
  const items = markup.matchAll(/value="([^"]*)"[^>]*>\s*<label[^>]*>\s*([^<]*?)\s*<\/label>/g);
  return Object.fromEntries([...items].map(([, value = '', label = '']) => [value, label]));
}

describe('What an officer reads beside a choice of consent', () => {
  test('is a plain yes, and how it was given, or a plain no', () => {
    expect(labelsByValue()).toEqual({
      'in-writing': 'Yes. In writing',
      'on-screen': 'Yes. On screen',
      'spoken-and-recorded': 'Yes. Spoken, recorded on body-worn video or audio',
      spoken: 'Yes. Spoken, not recorded',
      no: 'No',
    });
  });

  test.each([
    ['Yes. In writing', 'in-writing', { given: true, how: 'in-writing' }],
    ['Yes. On screen', 'on-screen', { given: true, how: 'on-screen' }],
    [
      'Yes. Spoken, recorded on body-worn video or audio',
      'spoken-and-recorded',
      { given: true, how: 'spoken-and-recorded' },
    ],
    ['Yes. Spoken, not recorded', 'spoken', { given: true, how: 'spoken' }],
    ['No', 'no', { given: false, how: 'spoken' }],
  ])('is what is recorded when it is chosen: %s', (label, value, consent) => {
    expect(labelsByValue()[value]).toBe(label);
    expect(readConsent({ share: value }, 'share', 'Choose one')).toEqual({ ok: true, value: consent });
  });

  test.each(['', 'yes', 'NO'])('is never taken as chosen where “%s” was sent', (value) => {
    expect(readConsent({ share: value }, 'share', 'Choose whether they agree')).toEqual({
      ok: false,
      errors: [{ field: 'share', text: 'Choose whether they agree' }],
    });
  });
});
