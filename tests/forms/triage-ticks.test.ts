import { describe, expect, test } from 'vitest';
import { isTicked } from '../../src/eligibility/index.ts';
import type { TriageView } from '../../src/triage/domain/triage-view.ts';
import { readTicks, ticksSent, ticksSoFar } from '../../src/triage/pages/ticks/form.ts';
import { ticksPage } from '../../src/triage/pages/ticks/page.ts';
import type { FormBody, FormError } from '../../src/web/markup/index.ts';
import { context } from '../cases/case-in-state.ts';
import { site } from './case-views.ts';
import { drawnForm } from './drawn-form.ts';

const { vocabulary } = site.work.catalogue;
const facts = vocabulary.facts.filter(isTicked);

function viewOf(known: TriageView['draft']['facts'], answered: readonly string[]): TriageView {
  const draft = {
    draftId: '00000000-0000-4000-8000-00000000dd01',
    force: 'durham',
    startedAt: context.now,
    person: null,
    offence: { occurredOn: null, modeOfTrial: null },
    facts: known,
    answered,
    declined: [],
    fromRecords: [],
    finishedAs: null,
    isDemonstration: false,
  };
  return {
    draft,
    decisions: [],
    settled: {},
    counted: {},
    next: null,
    ticks: answered.length > 0 ? [] : facts,
    ticked: answered,
    ready: [],
  };
}

function drawn(
  body: FormBody,
  { errors = [], ownForce = 'durham' }: { errors?: readonly FormError[]; ownForce?: string } = {},
) {
  const around = { words: site.words, ownForce, nameOf: (id: string) => id, csrfToken: 'token' };
  return ticksPage({ view: viewOf({}, []), facts, body, errors, ...around }).content;
}

describe('The screen of ticks', () => {
  const form = drawnForm(drawn({}));

  test('has a tick for every question on it, by words of its own, and one that none applies', () => {
    expect(form.choices.get('applies')).toEqual(expect.arrayContaining([...facts.map(({ id }) => id), 'none']));
    for (const { id } of facts) {
      const words = site.words.facts.get(id);
      expect([id, words?.tick !== undefined, words?.tickInWelsh !== undefined]).toEqual([id, true, true]);
      expect(drawn({}).toString()).toContain(words?.question.replaceAll("'", '&#39;'));
    }
  });

  test('answers nothing by the key Enter: the first button of the form says nothing itself', () => {
    const [first] = String(drawn({})).match(/<button[^>]*>/g) ?? [];
    expect(first).not.toContain('name=');
  });

  test('reads each tick that it draws as that answer and every other as the usual one', () => {
    for (const { id, type } of facts) {
      const read = readTicks(facts, { applies: id });
      if (!read.ok) throw new Error(read.errors[0]?.text);
      for (const { fact, value } of read.value) {
        const { asking } = vocabulary.byId.get(fact) ?? {};
        if (fact !== id) expect([fact, value]).toEqual([fact, asking?.unticked]);
        else expect([fact, value]).not.toEqual([fact, asking?.unticked]);
      }
      expect(type.kind).toBe('choice');
    }
  });

  test('is read by the questions that it was drawn with', () => {
    const asked = ['hate-crime', 'on-bail'];
    expect(ticksSent(vocabulary, { asked }).map(({ id }) => id)).toEqual(asked);
  });

  test('puts what is wrong at a field that is there', () => {
    for (const body of [{}, { applies: ['hate-crime', 'none'] }, { applies: 'hate-crime', unknown: 'hate-crime' }]) {
      const read = readTicks(facts, body);
      if (read.ok) throw new Error(`takes ${JSON.stringify(body)}`);
      const { ids } = drawnForm(drawn(body, { errors: read.errors }));
      for (const { field } of read.errors) expect([field, ids.has(field)]).toEqual([field, true]);
    }
  });

  test('says each in Welsh too in Wales, and nowhere else', () => {
    const welsh = site.words.facts.get('hate-crime')?.tickInWelsh?.replaceAll("'", '&#39;') ?? 'none';
    expect(drawn({}, { ownForce: 'gwent' }).toString()).toContain(`<span lang="cy">${welsh}</span>`);
    expect(drawn({}).toString()).not.toContain(welsh);
  });

  test('shows what was ticked, to be changed', () => {
    const view = viewOf({ 'hate-crime': true, 'on-bail': false, 'domestic-abuse': 'none' }, [
      'hate-crime',
      'on-bail',
      'domestic-abuse',
      'amount',
    ]);
    const shown = facts.filter(({ id }) => view.draft.answered.includes(id));
    expect(ticksSoFar(view, shown)).toEqual({ applies: ['hate-crime'], unknown: ['amount'] });
    expect(
      ticksSoFar(
        viewOf({ 'on-bail': false }, ['on-bail']),
        facts.filter(({ id }) => id === 'on-bail'),
      ),
    ).toEqual({ applies: ['none'], unknown: [] });
  });
});
