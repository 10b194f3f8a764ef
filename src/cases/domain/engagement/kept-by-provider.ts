import type { OwnReason } from '../../../providers/domain/index.ts';
import type { CommandData, CommandOf, ProviderCommandType } from '../case-command.ts';

/** What a provider keeps for itself of a command: its own reason and its words. */
export interface KeptByProvider {
  readonly reason: OwnReason | null;
  readonly words: string | null;
}

type Keeping = { readonly [C in ProviderCommandType]: ((data: CommandData[C]) => KeptByProvider) | null };

/** A command of a provider that holds more than its event may: the rest goes into the provider's records. */
const keeping: Keeping = {
  'reject-referral': ({ reason, words }) => ({ reason, words: someWords(words) }),
  'accept-referral': null,
  'record-contact-attempt': null,
  'book-appointment': null,
  'move-appointment': null,
  'record-attendance': null,
  'correct-attendance': ({ reason }) => ({ reason: null, words: someWords(reason) }),
  'cancel-appointment': ({ reason }) => ({ reason: null, words: someWords(reason) }),
  'complete-activity': ({ shortfallReason }) => ({ reason: null, words: someWords(shortfallReason) }),
  'end-activity': ({ reason, words }) => ({
    reason: reason === 'not-able-to-continue' ? 'other' : reason,
    words: someWords(words),
  }),
};

/** What stays with the provider of what it does; null where all of it crosses. */
export function keptByProvider<C extends ProviderCommandType>(command: CommandOf<C>): KeptByProvider | null {
  const keeps: Keeping[C] = keeping[command.type];
  const kept = keeps?.(command.data) ?? null;
  return kept === null || (kept.reason === null && kept.words === null) ? null : kept;
}

function someWords(words: string | null): string | null {
  return words === null || words.trim() === '' ? null : words;
}
