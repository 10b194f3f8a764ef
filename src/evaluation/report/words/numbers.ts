/** Numbers as reports write them: counts, shares, effects, and what stands for one that is hidden. */
import { nullOf, type EffectEstimate, type EffectScale } from '../../designs/finding.ts';

/** What stands where a number is hidden or can't be said. */
export const NO_NUMBER = '–';
export const HIDDEN = 'hidden';

/** A count with its thousands set apart. */
export function count(value: number | null): string {
  return value === null ? HIDDEN : value.toLocaleString('en-GB');
}

/** A share as a percentage. */
export function percent(share: number | null, digits = 1): string {
  return share === null || !Number.isFinite(share) ? NO_NUMBER : `${signed(share * 100, digits)}%`;
}

/** A decimal with the minus sign of print. */
export function signed(value: number, digits: number): string {
  const written = Math.abs(value).toFixed(digits);
  return `${value < 0 && Number(written) !== 0 ? '−' : ''}${written}`;
}

/** A p value: never nought, never more digits than it deserves. */
export function pValue(p: number | null): string {
  if (p === null || Number.isNaN(p)) return NO_NUMBER;
  if (p < 0.001) return 'below 0.001';
  return p.toFixed(p < 0.1 ? 3 : 2);
}

/** The unit in which an effect is shown. */
export const SCALE_WORDS: { readonly [scale in EffectScale]: { readonly name: string; readonly heading: string } } = {
  'risk-difference': { name: 'risk difference', heading: 'Difference for every 100 people' },
  'mean-difference': { name: 'difference in means', heading: 'Difference' },
  'risk-ratio': { name: 'risk ratio', heading: 'Risk ratio' },
  'rate-ratio': { name: 'rate ratio', heading: 'Rate ratio' },
  'hazard-ratio': { name: 'hazard ratio', heading: 'Hazard ratio' },
};

/** An effect in its unit, without it: −12.5 of every 100, 0.82 of a ratio. */
export function effectNumber(value: number, scale: EffectScale): string {
  if (scale === 'risk-difference') return signed(value * 100, 1);
  if (nullOf(scale) === 1) return ratio(value);
  return signed(value, Math.abs(value) >= 10 ? 1 : 2);
}

function ratio(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  return value >= 100 ? 'over 100' : value.toFixed(2);
}

/** An effect with its interval: −12.5 (−15.1 to −9.9). */
export function effectWords(estimate: EffectEstimate | null, scale: EffectScale): string {
  if (estimate === null) return NO_NUMBER;
  const { value, low, high } = estimate;
  return `${effectNumber(value, scale)} (${effectNumber(low, scale)} to ${effectNumber(high, scale)})`;
}

/** A word with a capital. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** An id as a reader would write it: a force by its name, another word without its dashes. */
export function idWords(id: string): string {
  return id.replaceAll('-', ' ');
}

/** The name of a place from its id: avon-and-somerset is Avon and Somerset. */
export function placeWords(id: string): string {
  return id
    .split('-')
    .map((word) => (word === 'and' ? word : capital(word)))
    .join(' ');
}

/** Words as a list: a, b and c. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
