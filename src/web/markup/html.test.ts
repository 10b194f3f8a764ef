import { expect, test } from 'vitest';
import { html, joinHtml } from './html.ts';

test('Text put into a template is escaped', () => {
  expect(html`<p title="${`"'\``}">${'<script>&'}</p>`.toString()).toBe(
    '<p title="&quot;&#39;&#96;">&lt;script&gt;&amp;</p>',
  );
});

test('Html put into a template is kept', () => {
  expect(html`<p>${html`<b>${'<'}</b>`}</p>`.toString()).toBe('<p><b>&lt;</b></p>');
});

test('Lists are joined; null, undefined and false leave nothing; nought is a number', () => {
  expect(html`${['a', html`<br>`, [1, null]]}${null}${undefined}${false}${0}`.toString()).toBe('a<br>10');
});

test('Pieces are joined by a separator that is escaped too', () => {
  expect(joinHtml(['a', 'b'], ' & ').toString()).toBe('a &amp; b');
});
