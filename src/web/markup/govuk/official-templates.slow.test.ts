import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import {
  componentNames,
  generateComponents,
  generatedFolder,
  macroNameOf,
} from '../../../../scripts/generate-govuk-components.ts';
import { govukFolder, mojFolder } from '../../server/frontend-folders.ts';
import { html } from '../html.ts';
import { formatDateTime } from '../london-time.ts';
import { mojTimeline } from '../moj-timeline.ts';
import { draw, fixturesOf } from './official-fixtures.test-support.ts';
import { govukPageTemplate } from './page-template.generated.ts';

const official = new nunjucks.Environment(new nunjucks.FileSystemLoader([dirname(govukFolder), dirname(mojFolder)]), {
  autoescape: true,
});
official.addFilter('mojDate', (timestamp: string) => formatDateTime(new Date(timestamp)));

const macros = new Map<string, nunjucks.Template>();

/** What nunjucks itself makes of the official macro, or the fault that it ends in. */
function drawnByNunjucks(file: string, macro: string, options: object): string | Error {
  const source = `{% from "${file}" import ${macro} %}{{ ${macro}(options) }}`;
  const template = macros.get(macro) ?? nunjucks.compile(source, official);
  macros.set(macro, template);
  try {
    return template.render({ options });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const officially = (component: string, options: object): string | Error =>
  drawnByNunjucks(`govuk/components/${component}/macro.njk`, macroNameOf(component), options);

/** Options with something else in one place: left out, empty, of another kind, or markup. */
const elsewhere = [
  null,
  '',
  0,
  false,
  true,
  7,
  '<b title="x">&\\</b>',
  [],
  {},
  ['a'],
  { text: 'a' },
  { html: '<i>a\n  b</i>' },
];

function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]))];
}

function withElse(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined || value === null || typeof value !== 'object') return put;
  if (Array.isArray(value))
    return value.map((member: unknown, at) => (String(at) === key ? withElse(member, rest, put) : member));
  return { ...value, [key]: withElse((value as Record<string, unknown>)[key], rest, put) };
}

test('The generated modules are what the installed GOV.UK Frontend describes', async () => {
  const generated = await generateComponents();
  const there = readdirSync(generatedFolder).filter((file) => file.endsWith('.generated.ts'));
  expect([...generated.keys()].toSorted()).toEqual(there.toSorted());
  for (const [file, source] of generated)
    expect(readFileSync(new URL(file, generatedFolder), 'utf8') === source, `${file} is up to date`).toBe(true);
});

describe.each(componentNames())('%s', (component) => {
  test('puts out what nunjucks would, byte by byte, of every official fixture', () => {
    for (const { name, options } of fixturesOf(component))
      expect(draw(component, options), name).toBe(officially(component, options));
  });

  test('puts out what nunjucks would, byte by byte, whatever one of its options is', () => {
    const changed = fc
      .constantFrom(...fixturesOf(component))
      .chain(({ options }) => fc.tuple(fc.constant(options), fc.constantFrom(...placesIn(options).slice(1), ['added'])))
      .chain(([options, place]) => fc.constantFrom(...elsewhere).map((put) => withElse(options, place, put) as object));
    fc.assert(
      fc.property(changed, (options) => {
        const expected = officially(component, options);
        if (expected instanceof Error) return;
        expect(draw(component, options)).toBe(expected);
      }),
      { numRuns: fc.readConfigureGlobal()?.numRuns ?? 25 },
    );
  });
});

describe('The page template', () => {
  const blocks = ['pageTitle', 'headIcons', 'head', 'bodyStart', 'govukHeader', 'headerEnd', 'content', 'bodyEnd'];
  const given = { htmlLang: 'cy', cspNonce: 'a"b', bodyClasses: 'wide', mainLang: 'en', bodyAttributes: { id: 'x' } };

  test('puts out what nunjucks would, with nothing said and with everything said', () => {
    expect(govukPageTemplate({}, {}).toString()).toBe(official.render('govuk/template.njk', {}));
    expect(govukPageTemplate(given, {}).toString()).toBe(official.render('govuk/template.njk', given));
  });

  test.each(blocks)('takes a page’s own %s, and only that', (name) => {
    const source = `{% extends "govuk/template.njk" %}{% block ${name} %}<i>own</i>{% endblock %}`;
    expect(govukPageTemplate(given, { [name]: html`<i>own</i>` }).toString()).toBe(
      official.renderString(source, given),
    );
  });
});

test('The Ministry’s timeline is what nunjucks would put out', () => {
  const items = [
    { label: { text: 'A & B' }, html: '<p>One</p>', datetime: { timestamp: '2026-07-01T12:00:00Z', type: 'datetime' } },
    {
      label: { text: 'C' },
      html: '<p>Two</p>',
      datetime: { timestamp: '2026-01-01T00:00:00Z', type: 'datetime' },
      byline: { text: '<Ann>' },
    },
  ] as const;
  const ours = mojTimeline({
    items: items.map((item) => ({ ...item, html: item.html === '<p>One</p>' ? html`<p>One</p>` : html`<p>Two</p>` })),
    headingLevel: 3,
  });
  const options = { items, headingLevel: 3 };
  expect(ours.toString()).toBe(drawnByNunjucks('moj/components/timeline/macro.njk', 'mojTimeline', options));
});
