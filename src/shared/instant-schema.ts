import { z } from 'zod';

/** An instant in a stored row: ISO 8601 in UTC, `2026-03-01T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime();
