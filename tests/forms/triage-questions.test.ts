import { describe, expect, test } from 'vitest';
import { questionPage } from '../../src/triage/pages/question/page.ts';
import { readAnswer, saysNotKnown } from '../../src/triage/pages/question/read-answer.ts';
import type { FactDefinition } from '../../src/eligibility/index.ts';
import type { FormBody, FormError } from '../../src/web/markup/index.ts';
import { site } from './case-views.ts';
import { drawnForm } from './drawn-form.ts';

const { facts } = site.work.catalogue.vocabulary;
const asked = { substances: ['heroin', 'khat'], counted: ['west-midlands-divert', 'durham-checkpoint'] };

function draw(fact: FactDefinition, body: FormBody, errors: readonly FormError[] = []) {
  const question = { fact, words: site.words, ownForce: 'durham', ...asked, isPageHeading: true, body, errors };
  const around = { action: '/', backTo: '/', csrfToken: 'token', decisions: [], nameOf: (id: string) => id };
  return drawnForm(questionPage({ question, ...around, progress: 'Triage, question 1' }).content);
}

describe.each(facts.map((fact) => [fact.id, fact] as const))('The question of a triage: %s', (_id, fact) => {
  test('reads every choice that it draws as that choice, and no other', () => {
    const { choices } = draw(fact, {});
    for (const [name, values] of choices) {
      for (const value of values) {
        if (name === 'not-known') expect(saysNotKnown({ [name]: value })).toBe(true);
        else expect([value, valueOf(fact, name, value)]).toEqual([value, expectedOf(fact, name, value)]);
      }
    }
  });

  test('refuses what it does not draw, at a field that is there', () => {
    for (const body of [{}, { answer: '' }, { answer: 'invented' }, { answer: 'constructor' }, { answer: '-1' }]) {
      const read = readAnswer(fact, body, asked);
      if (read.ok) throw new Error(`${fact.id} takes ${JSON.stringify(body)}`);
      const { ids } = draw(fact, body, read.errors);
      for (const { field, target, text } of read.errors) {
        expect([ids.has(target ?? field), text !== '']).toEqual([true, true]);
      }
    }
  });
});

test('A count of one scheme is none, one, or two and more, a tap each', () => {
  const fact = facts.find(({ id }) => id === 'diversions-by-scheme');
  if (fact === undefined) throw new Error('There is no such fact');
  const one = { substances: [], counted: ['west-midlands-divert'] };
  const values = ['0', '1', '2 or more'].map((typed) =>
    readAnswer(fact, { 'answer-west-midlands-divert': typed }, one),
  );
  expect(values.map((read) => read.ok && read.value)).toEqual(
    [0, 1, { from: 2 }].map((count) => ({ 'west-midlands-divert': count })),
  );
  expect(readAnswer(fact, { 'answer-west-midlands-divert': 'or more' }, one).ok).toBe(false);
});

function valueOf(fact: FactDefinition, name: string, value: string): unknown {
  const body = name.startsWith('other-') ? { answer: 'other', [name]: value } : { [name]: value };
  const read = readAnswer(fact, { ...sentBesides(fact), ...body }, asked);
  return read.ok ? read.value : read.errors.map(({ field }) => field);
}

/** A button carries the count of one scheme; that of the others stands hidden in its form. */
function sentBesides({ type }: FactDefinition): FormBody {
  const [, ...others] = asked.counted.toReversed();
  const isByScheme = type.kind === 'amounts' && type.pattern !== undefined;
  return isByScheme ? Object.fromEntries(others.map((scheme) => [`answer-${scheme}`, '0'])) : {};
}

/** Yes is true and No is false; none is an empty list; another force is asked which. */
function expectedOf(fact: FactDefinition, name: string, value: string): unknown {
  if (name === 'answer-from') return { from: Number(value) };
  if (fact.type.kind === 'number') return Number(value);
  if (fact.type.kind === 'amounts') return Object.fromEntries(asked.counted.map((scheme) => [scheme, Number(value)]));
  if (fact.type.kind === 'set') return value === 'none' ? [] : [value];
  if (name === 'answer' && value === 'other' && fact.id.endsWith('force')) return ['other-force'];
  if (name === 'answer' && value === 'other' && fact.type.kind === 'code') return ['other-council'];
  return { true: true, false: false }[value] ?? value;
}
