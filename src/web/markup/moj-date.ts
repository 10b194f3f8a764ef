import { formatDateTime } from './london-time.ts';

/** The filter that the Ministry's timeline asks for; theirs brings moment.js and the server's own zone. */
export function mojDate(timestamp: string, _type: string): string {
  return formatDateTime(new Date(timestamp));
}

/** The filter for any other form of date: nothing here gives it one. */
export function noSuchFilter(_timestamp: string, _format: string): never {
  throw new Error('Give the timeline its moments with the type "datetime"');
}
