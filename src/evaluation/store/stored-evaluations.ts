import { storedTable, type StoredTable } from '../../stored/index.ts';
import { evaluationOf } from '../report/results-json.ts';

/** The results of all evaluations, for `database check`: those for evaluators and those for boards. */
export const storedEvaluations: StoredTable = storedTable({
  table: 'evaluations',
  key: ['id'],
  read: ({ id, results, results_for_board, results_for_board_rounded: rounded }) => {
    if (results !== null) evaluationOf(results, `${id} results`);
    if (results_for_board !== null) evaluationOf(results_for_board, `${id} results_for_board`);
    if (rounded !== null) evaluationOf(rounded, `${id} results_for_board_rounded`);
  },
});
