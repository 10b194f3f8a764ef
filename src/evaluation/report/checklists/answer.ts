/** Where an answer comes from. */
export type AnswerFrom = 'plan' | 'data' | 'report';

export interface Answer {
  readonly says: string;
  readonly from: AnswerFrom;
}
