import type { RightRefusal } from '../../access/domain/index.ts';

/** Every refusal of those who publish services, with what to do about it. */
export const publishingRefusalWords = {
  'service-not-found': 'There is no such service, or it is another organisation’s. Choose one from the list.',
  'service-not-published': 'The service has not said yet what it is and whom it takes. Say that first.',
  'times-in-the-past': 'The first time has begun already. Give a later day.',
  'times-too-far-ahead': 'The last time would be more than two years ahead. Give fewer weeks, or an earlier day.',
  'times-published-already': 'Every one of these times is published already. Look at the list of times.',
  'no-time-on-those-days': 'Clocks go forward that night and the hour is left out. Give another time.',
  'day-in-the-past': 'That day is over. Give a day to come.',
  'day-closed-already': 'The service is closed on that day already. Leave it as it is.',
  'day-not-closed': 'The service is not closed on that day. Look at the list of closed days again.',
} as const;

export type PublishingRefusal =
  { readonly code: keyof typeof publishingRefusalWords; readonly says: string } | RightRefusal;

export function publishingRefusal(code: keyof typeof publishingRefusalWords): PublishingRefusal {
  return { code, says: publishingRefusalWords[code] };
}
