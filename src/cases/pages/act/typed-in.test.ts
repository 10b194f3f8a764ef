import { expect, test } from 'vitest';
import { consentField } from './consent-field.ts';
import { typedIn } from './typed-in.ts';

const fields = consentField({ body: {}, errors: [] }, { name: 'share', label: 'Shared?' });
const labels = { share: 'Consent to share', 'adult-name': 'Appropriate adult' };

test('What was sent and not saved is shown in the words of the form, and what was left empty is not', () => {
  expect(typedIn(fields, labels, { share: 'in-writing', 'adult-name': '' })).toEqual([
    { label: 'Consent to share', value: 'Yes. In writing' },
  ]);
});

test('Where the form can no longer be drawn, it is shown as it was sent', () => {
  expect(typedIn(null, labels, { share: 'no', 'adult-name': 'Ash' })).toEqual([
    { label: 'Consent to share', value: 'no' },
    { label: 'Appropriate adult', value: 'Ash' },
  ]);
});
