import { describe, expect, test } from 'vitest';
import { actPage } from '../../src/cases/pages/act/page.ts';
import type { CaseForm, FormInput } from '../../src/cases/pages/act/case-form.ts';
import { caseForms } from '../../src/cases/pages/act/case-forms.ts';
import { lookUp } from './case-views.ts';
import { caseFormTables } from './case-form-tables.ts';
import { namesOf, type Situation } from './form-table.ts';
import { hold, type HeldForm } from './holding.ts';

const forms: readonly [CaseForm, readonly Situation<FormInput>[]][] = Object.values(caseForms).map((form) => [
  form,
  caseFormTables[form.command],
]);

test('Every form of a case has a table, and every table a form', () => {
  expect(Object.keys(caseFormTables).sort()).toEqual(Object.keys(caseForms).sort());
  for (const [form, situations] of forms) expect([form.command, situations.length > 0]).toEqual([form.command, true]);
});

for (const [form, situations] of forms) hold(heldForm(form, situations));

function heldForm(form: CaseForm, situations: readonly Situation<FormInput>[]): HeldForm<FormInput> {
  return {
    title: form.command,
    situations,
    read: async (input, body) => {
      const read = await form.read({ ...input, body }, lookUp);
      if (!read.ok) return read;
      expect(read.value.command.type).toBe(form.command);
      return { ok: true, value: { data: read.value.command.data, note: read.value.note } };
    },
    draw: (input, typed) => {
      const shown = form.show({ ...input, ...typed });
      return shown && actPage({ ...input, ...typed }, shown, { action: '/', csrfToken: 'token' }).content;
    },
    startsWith: (input) => form.startWith(input),
  };
}

describe('The page of a form that was overtaken', () => {
  test.each(forms.map(([form, situations]) => [form.command, form, situations] as const))(
    'calls every field by a name, and no other: %s',
    (_command, form, situations) => {
      const [drawn, named] = [new Set<string>(), new Set<string>()];
      for (const situation of situations) {
        const labels = Object.keys(form.labels(situation.input));
        labels.forEach((name) => named.add(name));
        for (const name of namesOf(situation)) {
          drawn.add(name);
          expect(labels).toContain(name);
        }
      }
      if (!situations.some(({ isNotThere }) => isNotThere)) expect([...named].sort()).toEqual([...drawn].sort());
    },
  );
});

describe('A form of one side', () => {
  const ofOneSide = forms.filter(([{ side }]) => side !== 'both').map(([form]) => [form.command, form] as const);
  test.each(ofOneSide)('is no page for the other: %s', async (_command, form) => {
    const otherSide = form.side === 'police' ? caseFormTables['accept-referral'] : caseFormTables['accept-offer'];
    const input = otherSide[0]?.input;
    if (input === undefined) throw new Error('The other side has no form');
    expect(form.show(input)).toBeNull();
    expect(form.startWith(input)).toEqual({});
    expect((await form.read(input, lookUp)).ok).toBe(false);
  });
});
