import { describe, expect, test } from 'vitest';
import { html } from '../html.ts';
import { govukInsetText } from './index.generated.ts';
import { defaultTo, length, pairsOf, print, render, SafeText, trim, truthyIn } from './template-runtime.ts';

describe('What a template is given', () => {
  test('that is undefined counts as left out, however deep', () => {
    const named = render((params) => new SafeText(JSON.stringify(params, (_, value: unknown) => value ?? 'null')), {
      given: [{ a: 1, b: undefined }],
      left: undefined,
    });
    expect(named.toString()).toBe('{"given":[{"a":1}]}');
  });

  test('as text is escaped once, and as Html not at all', () => {
    expect(govukInsetText({ text: '<b> & "' }).toString()).toContain('&lt;b&gt; &amp; &quot;');
    expect(govukInsetText({ html: html`<b>${'&'}</b>` }).toString()).toContain('<b>&amp;</b>');
  });
});

describe('A filter', () => {
  test('of a default puts it for what is not there, and keeps null, unless anything empty is to be replaced', () => {
    expect([defaultTo<unknown>(undefined, 'd'), defaultTo<unknown>(null, 'd'), defaultTo<unknown>('', 'd')]).toEqual([
      'd',
      null,
      '',
    ]);
    expect([defaultTo<unknown>(null, 'd', true), defaultTo<unknown>('', 'd', true)]).toEqual(['d', 'd']);
  });

  test('keeps markup markup, so that it is not escaped again', () => {
    expect(print(trim(new SafeText(' <i>a</i> ')))).toBe('<i>a</i>');
    expect(print(trim(' <i> '))).toBe('&lt;i&gt;');
  });

  test('counts members, letters and keys, and nothing of what has none', () => {
    expect([[1, 2], 'abc', new SafeText('ab'), { a: 1 }, null, 7].map(length)).toEqual([2, 3, 2, 1, 0, 0]);
    expect(truthyIn(['a', '', null, 'b'])).toEqual(['a', 'b']);
  });
});

test('A loop over names and values takes them from an object, or in pairs from a list', () => {
  expect(pairsOf({ a: 1, b: 2 })).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(pairsOf([['a', 1]])).toEqual([['a', 1]]);
  expect(pairsOf(null)).toEqual([]);
});
