import { statisticsRefusalWords, type StatisticsRefusal } from '../../../statistics/index.ts';
import { sentence, type Sentence } from './sentence.ts';

/** Why a method gave no number. Its message names rows and counts of these data; a board reads what it means in general. */
export function refusalInWords({ code, message }: StatisticsRefusal): Sentence {
  return sentence`${{ counts: [], written: message, forBoards: statisticsRefusalWords[code] }}`;
}
