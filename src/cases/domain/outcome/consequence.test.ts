import { describe, expect, test } from 'vitest';
import { aScheme, sampleCommands, caseThrough, worker } from '../../../../tests/cases/case-in-state.ts';
import type { OtherwiseConsequence } from '../case-event.ts';
import type { NotCompletedCase, ReturnedCase } from '../case-state.ts';
import { consequenceThatFollows } from './consequence.ts';
import type { NotCompletedThen } from '../scheme-terms.ts';

function failed(otherwise: OtherwiseConsequence): NotCompletedCase {
  return caseThrough('triaged')
    .and({ type: 'offer-scheme', data: { scheme: aScheme.id, otherwise } })
    .and(sampleCommands.accept)
    .and(sampleCommands.sign)
    .and(sampleCommands.refer)
    .and(sampleCommands.acceptReferral, { by: worker })
    .and(sampleCommands.end, { by: worker })
    .state() as NotCompletedCase;
}
function declined(otherwise: OtherwiseConsequence): ReturnedCase {
  const offer = { type: 'offer-scheme', data: { scheme: aScheme.id, otherwise } } as const;
  return caseThrough('triaged').and(offer).and(sampleCommands.decline).state() as ReturnedCase;
}
function under(then: NotCompletedThen) {
  return { ...aScheme, outcome: { ...aScheme.outcome, notCompleted: { then } } };
}
const nothing = (because: 'scheme' | 'no-worse-than-no-offer') => ({ is: 'nothing', because });
const consequence = (what: OtherwiseConsequence) => ({ is: 'consequence', consequence: what });

describe('After a failed activity', () => {
  test.each<[NotCompletedThen, OtherwiseConsequence, unknown]>([
    ['prosecute', 'prosecution', consequence('prosecution')],
    ['summons', 'prosecution', consequence('prosecution')],
    ['prosecute', 'penalty-notice', consequence('penalty-notice')],
    ['prosecute', 'community-resolution', consequence('community-resolution')],
    ['prosecute', 'no-further-action', nothing('no-worse-than-no-offer')],
    ['prosecute', 'caution', consequence('caution')],
    ['pay-penalty', 'prosecution', consequence('penalty-notice')],
    ['pay-penalty', 'caution', consequence('penalty-notice')],
    ['pay-penalty', 'penalty-notice', consequence('penalty-notice')],
    ['pay-penalty', 'community-resolution', consequence('community-resolution')],
    ['pay-penalty', 'no-further-action', nothing('no-worse-than-no-offer')],
    ['not-offered-again', 'prosecution', nothing('scheme')],
    ['no-consequence', 'prosecution', nothing('scheme')],
  ])('under a scheme that says %s, where otherwise %s: never worse than no offer', (then, otherwise, follows) => {
    expect(consequenceThatFollows(failed(otherwise), under(then))).toEqual(follows);
  });
});

describe('After a declined offer', () => {
  test.each<[OtherwiseConsequence, unknown]>([
    ['prosecution', consequence('prosecution')],
    ['caution', consequence('caution')],
    ['no-further-action', nothing('no-worse-than-no-offer')],
  ])('what would otherwise have happened happens: %s', (otherwise, follows) => {
    expect(consequenceThatFollows(declined(otherwise), under('no-consequence'))).toEqual(follows);
  });
});
