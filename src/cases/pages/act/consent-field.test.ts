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

  test('is what is recorded when it is chosen', () => {
    for (const [value, label] of Object.entries(labelsByValue())) {
      const read = readConsent({ share: value }, 'share', 'Choose one');
      expect([label, read]).toMatchObject([label, { ok: true, value: { given: label.startsWith('Yes. ') } }]);
    }
  });
});
