import { allFields, requiredText, wrong } from '../../../../web/markup/index.ts';
import { readAnswer } from '../../../../triage/index.ts';
import type { PoliceCaseView } from '../../../use-cases/show-case.ts';
import { asData } from '../../act/as-data.ts';
import type { FormInput } from '../../act/case-form.ts';
import { askedOnRecord } from '../amend-fact/page.ts';

export function readDecideAgain(input: FormInput<PoliceCaseView>) {
  const { body, site, target } = input;
  const reason = requiredText(body, 'reason', 'Enter a reason');
  if (target === null) return asData(allFields({ reason }), (read) => ({ answers: [], reason: read.reason }));
  const fact = site.work.catalogue.vocabulary.byId.get(target);
  if (!fact) return wrong({ field: 'form', text: 'There is no such fact. Choose one from the list.' });
  // The use-case parses the value against the vocabulary before anything is kept.
  const answer = readAnswer(fact, body, askedOnRecord(input, fact));
  return asData(allFields({ answer, reason }), (read) => ({
    answers: [{ fact: fact.id, new: read.answer }],
    reason: read.reason,
  }));
}
