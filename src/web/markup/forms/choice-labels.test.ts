import { expect, test } from 'vitest';
import { govukCheckboxes, govukSelect } from '../govuk/index.generated.ts';
import { html } from '../html.ts';
import { choiceLabels } from './choice-labels.ts';
import { choiceField, lineField } from './fields.ts';

test('What was chosen is named as the form shows it, whatever stands in the words', () => {
  const form = { body: {}, errors: [] };
  const drawn = html`${choiceField(form, {
    name: 'consent',
    label: 'Agrees?',
    items: [
      { value: 'in-writing', text: 'Yes. In “writing” & signed <here>' },
      { value: 'no', text: 'No', conditional: { html: lineField(form, { name: 'why', label: 'Why?' }) } },
    ],
  })}
  ${govukCheckboxes({ name: 'drugs', items: [{ value: 'mdma', text: 'MDMA' }] })}
  ${govukSelect({ id: 'service', name: 'service', label: { text: 'Service' }, items: [{ value: 's1', text: "Aspen's" }] })}`;
  const labels = choiceLabels(drawn);
  expect([...labels.keys()]).toEqual(['consent', 'drugs', 'service']);
  expect(labels.get('consent')?.get('in-writing')).toBe('Yes. In “writing” & signed <here>');
  expect(labels.get('consent')?.get('no')).toBe('No');
  expect(labels.get('drugs')?.get('mdma')).toBe('MDMA');
  expect(labels.get('service')?.get('s1')).toBe("Aspen's");
});
