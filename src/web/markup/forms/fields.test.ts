import { describe, expect, test } from 'vitest';
import { errorSummary } from './error-summary.ts';
import { choiceField, dateField, lineField, wordsField, yesOrNoField, type FormState } from './fields.ts';

const empty: FormState = { body: {}, errors: [] };
const lines = (markup: { toString(): string }) =>
  markup.toString().replaceAll(/\s+/g, ' ').replaceAll('> <', '>\n<').trim();

describe('A field is drawn from what was typed and what is wrong', () => {
  test('a box for words, with its hint, its words and its own look', () => {
    const field = { name: 'reason', label: 'Why?', hint: 'In a few words', classes: 'govuk-!-width-one-half', rows: 2 };
    expect(lines(wordsField({ ...empty, body: { reason: 'It rained' } }, field))).toMatchInlineSnapshot(`
      "<div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="reason"> Why? </label>
      <div id="reason-hint" class="govuk-hint"> In a few words </div>
      <textarea class="govuk-textarea govuk-!-width-one-half" id="reason" name="reason" rows="2" aria-describedby="reason-hint">It rained</textarea>
      </div>"
    `);
  });

  test('a box for words without more', () => {
    expect(lines(wordsField(empty, { name: 'reason', label: 'Why?' }))).toMatchInlineSnapshot(`
      "<div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="reason"> Why? </label>
      <textarea class="govuk-textarea" id="reason" name="reason" rows="4"></textarea>
      </div>"
    `);
  });

  test('a box for one line that is wrong', () => {
    const errors = [{ field: 'name', text: 'Enter a name' }];
    const field = { name: 'name', label: 'Name', hint: 'As they say it', input: { autocomplete: 'off' } };
    expect(lines(lineField({ body: { name: '  ' }, errors }, field))).toMatchInlineSnapshot(`
      "<div class="govuk-form-group govuk-form-group--error">
      <label class="govuk-label govuk-label--s" for="name"> Name </label>
      <div id="name-hint" class="govuk-hint"> As they say it </div>
      <p id="name-error" class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> Enter a name </p>
      <input class="govuk-input govuk-input--error" id="name" name="name" type="text" value="" aria-describedby="name-hint name-error" autocomplete="off">
      </div>"
    `);
  });

  test('yes or no, with no chosen', () => {
    const field = { name: 'agrees', label: 'Do they agree?', hint: 'Ask them' };
    expect(lines(yesOrNoField({ ...empty, body: { agrees: 'no' } }, field))).toMatchInlineSnapshot(`
      "<div class="govuk-form-group">
      <fieldset class="govuk-fieldset" aria-describedby="agrees-hint">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"> Do they agree? </legend>
      <div id="agrees-hint" class="govuk-hint"> Ask them </div>
      <div class="govuk-radios govuk-radios--inline" data-module="govuk-radios">
      <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="agrees" name="agrees" type="radio" value="yes">
      <label class="govuk-label govuk-radios__label" for="agrees"> Yes </label>
      </div>
      <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="agrees-2" name="agrees" type="radio" value="no" checked>
      <label class="govuk-label govuk-radios__label" for="agrees-2"> No </label>
      </div>
      </div>
      </fieldset>
      </div>"
    `);
  });

  test('a choice that is the whole page', () => {
    const items = [{ value: 'a', text: 'One' }];
    const field = { name: 'which', label: 'Which?', items, large: true };
    expect(lines(choiceField(empty, field))).toMatchInlineSnapshot(`
      "<div class="govuk-form-group">
      <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
      <h1 class="govuk-fieldset__heading"> Which? </h1>
      </legend>
      <div class="govuk-radios" data-module="govuk-radios">
      <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="which" name="which" type="radio" value="a">
      <label class="govuk-label govuk-radios__label" for="which"> One </label>
      </div>
      </div>
      </fieldset>
      </div>"
    `);
  });

  test('a date whose month is wrong: that box alone is marked', () => {
    const errors = [{ field: 'born', target: 'born-month', text: 'Enter a month' }];
    const body = { 'born-day': '3', 'born-month': '13', 'born-year': '1999' };
    const drawn = lines(dateField({ body, errors }, { name: 'born', label: 'Born', hint: 'Like 3 5 1999' }));
    expect(drawn.match(/govuk-input--error/g)).toHaveLength(1);
    expect(drawn).toMatchInlineSnapshot(`
      "<div class="govuk-form-group govuk-form-group--error">
      <fieldset class="govuk-fieldset" role="group" aria-describedby="born-hint born-error">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"> Born </legend>
      <div id="born-hint" class="govuk-hint"> Like 3 5 1999 </div>
      <p id="born-error" class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> Enter a month </p>
      <div class="govuk-date-input" id="born">
      <div class="govuk-date-input__item">
      <div class="govuk-form-group">
      <label class="govuk-label govuk-date-input__label" for="born-day"> Day </label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-2" id="born-day" name="born-day" type="text" value="3" inputmode="numeric">
      </div>
      </div>
      <div class="govuk-date-input__item">
      <div class="govuk-form-group">
      <label class="govuk-label govuk-date-input__label" for="born-month"> Month </label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-2 govuk-input--error" id="born-month" name="born-month" type="text" value="13" inputmode="numeric">
      </div>
      </div>
      <div class="govuk-date-input__item">
      <div class="govuk-form-group">
      <label class="govuk-label govuk-date-input__label" for="born-year"> Year </label>
      <input class="govuk-input govuk-date-input__input govuk-input--width-4" id="born-year" name="born-year" type="text" value="1999" inputmode="numeric">
      </div>
      </div>
      </div>
      </fieldset>
      </div>"
    `);
  });

  test('a date without a fault: no box is marked', () => {
    expect(lines(dateField(empty, { name: 'born', label: 'Born' }))).not.toContain('govuk-input--error');
  });
});

test('A form that is right has no summary of errors', () => {
  expect(errorSummary([])).toBeNull();
});
