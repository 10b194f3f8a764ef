import { calendarDayOf, type CalendarDay } from '../../src/shared/calendar-day.ts';
import type { FormBody } from '../../src/web/markup/index.ts';
import { changed, type Change, type Expected, type Field, type Row, without } from './form-table.ts';

const itself = (name: string): readonly string[] => [name];

/** One of a closed list. `choices` says of each value what comes of it; anything else is `missing`. */
export function choice({
  choices,
  missing,
}: {
  readonly choices: { readonly [value: string]: Change };
  readonly missing: string;
}): Field {
  const values = Object.keys(choices);
  const [first = '', second = 'another'] = values;
  const inCapitals = first.toUpperCase();
  const inOtherCase = first === inCapitals ? first.toLowerCase() : inCapitals;
  return {
    names: itself,
    choices: values,
    rows: (name, right) => {
      const refused = { errors: [[name, missing]] } satisfies Expected;
      const sent = (value: string | readonly string[]): FormBody => ({ ...right.body, [name]: value });
      const firstChange = choices[first] ?? {};
      return [
        ...Object.entries(choices).map(([value, change]): Row => [
          `${name}: ${value}`,
          { ...sent(value), ...change.body },
          changed(right, change),
        ]),
        [
          `${name}: ${first}, sent twice`,
          { ...sent([first, first]), ...firstChange.body },
          changed(right, firstChange),
        ],
        [`${name}: ${first} and ${second}`, { ...sent([first, second]), ...firstChange.body }, refused],
        [`${name}: not sent`, without(right.body, name), refused],
        [`${name}: empty`, sent(''), refused],
        [`${name}: a list of none`, sent([]), refused],
        [`${name}: invented`, sent('invented'), refused],
        [`${name}: in ${first === inCapitals ? 'small letters' : 'capitals'}`, sent(inOtherCase), refused],
        [`${name}: a member that every object has`, sent('constructor'), refused],
      ];
    },
  };
}

/** Buttons that send the form, each with a value; whatever else is sent comes to `otherwise`, or is `missing`. */
export function pressed({
  choices,
  ...another
}: { readonly choices: { readonly [value: string]: Change } } & (
  { readonly otherwise: Change } | { readonly missing: string }
)): Field {
  return {
    names: itself,
    choices: Object.keys(choices),
    isPressed: true,
    rows: (name, right) => {
      const sent = (value: string | readonly string[]): FormBody => ({ ...right.body, [name]: value });
      const none =
        'missing' in another
          ? ({ errors: [[name, another.missing]] } satisfies Expected)
          : changed(right, another.otherwise);
      return [
        ...Object.entries(choices).map(([value, change]): Row => [
          `${name}: ${value} pressed`,
          { ...sent(value), ...change.body },
          changed(right, change),
        ]),
        [`${name}: none pressed`, without(right.body, name), none],
        [`${name}: two of them`, sent(Object.keys(choices).slice(0, 2)), none],
        [`${name}: invented`, sent('invented'), none],
        [`${name}: a member that every object has`, sent('constructor'), none],
      ];
    },
  };
}

/** Yes or no: `yes` and `no` say what comes of either. */
export function yesOrNo({
  yes,
  no,
  missing,
}: {
  readonly yes: Change;
  readonly no: Change;
  readonly missing: string;
}): Field {
  return choice({ choices: { yes, no }, missing });
}

/** Words. Without `missing` they may be left out, and `change` is asked what comes of null. */
export function words({
  change,
  missing,
  atMost = 4000,
}: {
  readonly change: (text: string | null) => Change;
  readonly missing?: string;
  readonly atMost?: number;
}): Field {
  return {
    names: itself,
    rows: (name, right) => {
      const sent = (value: string | readonly string[]): FormBody => ({ ...right.body, [name]: value });
      const left = missing === undefined ? changed(right, change(null)) : { errors: [[name, missing]] as const };
      const taken = (text: string): Expected => changed(right, change(text));
      return [
        [`${name}: words`, sent('In plain words.'), taken('In plain words.')],
        [`${name}: space around`, sent('  In plain words.\r\n'), taken('In plain words.')],
        [`${name}: lines`, sent('One.\r\nTwo.'), taken('One.\r\nTwo.')],
        [`${name}: what markup is made of`, sent(`<b>"O'Hara" & 1 < 2</b>`), taken(`<b>"O'Hara" & 1 < 2</b>`)],
        [`${name}: characters that no database keeps`, sent('In\u0000 plain\u0007 words.'), taken('In plain words.')],
        [`${name}: sent twice, the last`, sent(['First.', 'Last.']), taken('Last.')],
        [`${name}: as long as may be`, sent('x'.repeat(atMost)), taken('x'.repeat(atMost))],
        [
          `${name}: one too long`,
          sent('x'.repeat(atMost + 1)),
          { errors: [[name, `Shorten this to ${atMost} characters or fewer`]] },
        ],
        [`${name}: not sent`, without(right.body, name), left],
        [`${name}: empty`, sent(''), left],
        [`${name}: a list of none`, sent([]), left],
        [`${name}: nothing but space`, sent(' \t\r\n\u00a0'), left],
        [`${name}: nothing that can be seen`, sent('\u200b\u0000\u2060'), left],
      ];
    },
  };
}

/** The three boxes of a date. Without `missing` they may be left empty; with `today` it is a day gone by. */
export function date({
  called,
  change,
  missing,
  today,
  earliest,
  notBefore,
}: {
  /** How it is called at the beginning of a sentence. */
  readonly called: string;
  readonly change: (day: CalendarDay | null) => Change;
  readonly missing?: string;
  readonly today?: { readonly is: string; readonly tomorrow: string };
  /** The first day that it can be, and the words of what is refused before it. */
  readonly earliest?: { readonly day: string; readonly before: string; readonly words: string };
  /** A day before which every other is refused, and its words: of what can't have been before a referral. */
  readonly notBefore?: { readonly day: string; readonly words: string };
}): Field {
  return {
    names: (name) => [`${name}-day`, `${name}-month`, `${name}-year`],
    rows: (name, right) => {
      const boxes = (day: string, month: string, year: string): FormBody => ({
        ...right.body,
        [`${name}-day`]: day,
        [`${name}-month`]: month,
        [`${name}-year`]: year,
      });
      const on = (day: string): FormBody => {
        const [year = '', month = '', dayOfMonth = ''] = day.split('-');
        return boxes(dayOfMonth, month, year);
      };
      const wrong = (text: string, part = 'day'): Expected => ({ errors: [[name, text, `${name}-${part}`]] });
      const taken = (day: string): Expected =>
        notBefore !== undefined && day < notBefore.day
          ? wrong(notBefore.words)
          : changed(right, change(calendarDayOf(day)));
      const left = missing === undefined ? changed(right, change(null)) : wrong(missing);
      const notReal = wrong(`${called} must be a real date`);
      return [
        [`${name}: a day`, boxes('9', '2', '2026'), taken('2026-02-09')],
        [`${name}: with noughts and space`, boxes(' 09 ', '02', '2026 '), taken('2026-02-09')],
        [`${name}: a leap day`, boxes('29', '2', '2024'), taken('2024-02-29')],
        [`${name}: no box`, without(right.body, ...['day', 'month', 'year'].map((part) => `${name}-${part}`)), left],
        [`${name}: all boxes empty`, boxes('', ' ', ''), left],
        [`${name}: no day`, boxes('', '2', '2026'), wrong(`${called} must include a day`)],
        [`${name}: no month`, boxes('9', '', '2026'), wrong(`${called} must include a month`, 'month')],
        [`${name}: no year`, boxes('9', '2', ''), wrong(`${called} must include a year`, 'year')],
        [`${name}: only a day`, boxes('9', '', ''), wrong(`${called} must include a month and year`, 'month')],
        [`${name}: no leap day`, boxes('29', '2', '2025'), notReal],
        [`${name}: no such month`, boxes('9', '13', '2026'), notReal],
        [`${name}: day nought`, boxes('0', '2', '2026'), notReal],
        [`${name}: words`, boxes('ninth', 'February', '2026'), notReal],
        [`${name}: a year of two figures`, boxes('9', '2', '26'), notReal],
        [`${name}: a number with a point`, boxes('9.0', '2', '2026'), notReal],
        ...(today === undefined
          ? []
          : ([
              [`${name}: today`, on(today.is), taken(today.is)],
              [`${name}: tomorrow`, on(today.tomorrow), wrong(`${called} must be today or in the past`)],
            ] satisfies Row[])),
        ...(earliest === undefined
          ? []
          : ([
              [`${name}: the first day there is`, on(earliest.day), taken(earliest.day)],
              [`${name}: the day before it`, on(earliest.before), wrong(earliest.words)],
            ] satisfies Row[])),
      ];
    },
  };
}

/** A time of day. `change` is given minutes since midnight. */
export function time({ change }: { readonly change: (minute: number) => Change }): Field {
  return {
    names: itself,
    rows: (name, right) => {
      const sent = (value: string): FormBody => ({ ...right.body, [name]: value });
      const taken = (typed: string, minute: number): Row => [
        `${name}: ${typed}`,
        sent(typed),
        changed(right, change(minute)),
      ];
      const refused = (typed: string): Row => [
        `${name}: ${typed}`,
        sent(typed),
        { errors: [[name, 'Enter a time in the correct format, like 9:30am or 14:30']] },
      ];
      const missing = { errors: [[name, 'Enter a time, like 9:30am or 14:30']] } satisfies Expected;
      return [
        taken('9:30am', 570),
        taken('14:30', 870),
        taken('1430', 870),
        taken('2.30 pm', 870),
        taken('12:05am', 5),
        taken('12:05pm', 725),
        taken('midday', 720),
        taken('00:00', 0),
        taken('23:59', 1439),
        ...['9', '24:00', '9:60am', '13pm', '0am', '-9:30', 'soon', '9:30am x'].map(refused),
        [`${name}: not sent`, without(right.body, name), missing],
        [`${name}: empty`, sent(' '), missing],
      ];
    },
  };
}

/** A field that is drawn, and whose rows stand elsewhere: in another situation, or among the situation's own. */
export function drawnOnly(choices?: readonly string[]): Field {
  return { names: itself, ...(choices && { choices }), rows: () => [] };
}
