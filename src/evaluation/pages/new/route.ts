import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type FormError } from '../../../web/markup/index.ts';
import { csrfTokenOf, handlerOf, queryText, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { beginEvaluation } from '../../use-cases/begin-evaluation.ts';
import { findEvaluation } from '../../use-cases/find-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { EvaluationVisit, EvaluationSite } from '../evaluation-site.ts';
import { errorsOfBeginning } from './fault-words.ts';
import { parseBeginForm, planIn } from './form.ts';
import { beginPage } from './page.ts';
import { readUpload, type Upload } from './read-upload.ts';

/** The files of a study are kept while they come in, for as long as the server lets a request take to arrive, and then read. */
const FILES_READ_WITHIN_MS = 5 * 60_000 + 85_000;

/** What a request sent, and the id that its files are kept under until it has been answered or they are begun with. */
const uploads = new WeakMap<FastifyRequest, Upload>();
const unclaimed = new WeakMap<FastifyRequest, string>();

export function addBeginRoutes(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations/new',
    { config: { query: { again: 'id', plan: 'words' }, access: 'run-evaluations' } },
    handlerOf(site, async (visit) => draw(visit, { fields: { plan: await planToBeginFrom(visit) }, errors: [] })),
  );
  server.post(
    '/evaluations/new',
    {
      // The form comes in parts, so its token is looked at here, once it has been read.
      config: { access: 'run-evaluations', formToken: 'in-parts' },
      handlerTimeout: FILES_READ_WITHIN_MS,
      preValidation: async (request, reply) => {
        const id = site.work.newId();
        unclaimed.set(request, id);
        const actor = site.actorOf(request);
        try {
          const upload = await readUpload(request, {
            keepFile: (file) => site.work.uploads.keep(actor, id, file),
            isFromPage: (fields) => isFromPage(server, request, { reply, fields }),
          });
          if (upload === null) return await reply;
          uploads.set(request, upload);
          request.body = upload.fields;
        } catch (fault) {
          // Nobody may be there any more to be answered, and what follows an answer is not done then.
          await forget(site, request);
          throw fault;
        }
      },
      // What was not begun leaves nothing behind, whatever the reason was.
      onResponse: async (request) => forget(site, request),
    },
    handlerOf(site, begin),
  );
}

/** Looks at the token of a form whose fields have come in so far, and answers the request where it is not right. */
function isFromPage(
  server: FastifyInstance,
  request: FastifyRequest,
  { reply, fields }: { readonly reply: FastifyReply; readonly fields: Upload['fields'] },
): Promise<boolean> {
  request.body = fields;
  return new Promise((resolve) => {
    // What has not come in yet is not waited for.
    reply.raw.once('finish', () => resolve(false));
    server.csrfProtection(request, reply, () => resolve(true));
  });
}

/** An example's plan, or that of an evaluation to run again; none where neither was asked for. */
async function planToBeginFrom({ site, actor, request }: EvaluationVisit): Promise<string> {
  const again = queryText(request, 'again');
  if (again === '') return site.examples.find(({ name }) => name === queryText(request, 'plan'))?.text ?? '';
  const found = await findEvaluation(site.work, actor, again);
  return found.ok ? found.value.planText : '';
}

async function begin(visit: EvaluationVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const [upload, id] = [uploads.get(request), unclaimed.get(request)];
  if (upload === undefined || id === undefined) throw new Error('A form was answered that had not been read');
  const form = parseBeginForm(upload, site.hasGenerated);
  if (!form.ok) return draw(visit, { fields: upload.fields, errors: form.errors }, 400);
  const begun = await beginEvaluation(site.work, actor, { id, ...form.value });
  if (begun.ok) {
    unclaimed.delete(request);
    return redirectWithNotice(reply, `/evaluations/${id}`, {
      kind: 'success',
      text: 'The plan and the data were read without a fault',
    });
  }
  if (begun.refusal.code === 'not-your-role') return answerRefusal(visit, begun.refusal);
  return draw(visit, { fields: upload.fields, errors: errorsOfBeginning(begun.refusal) }, 422);
}

async function forget({ work, actorOf }: EvaluationSite, request: FastifyRequest): Promise<void> {
  const id = unclaimed.get(request);
  if (id !== undefined) await work.uploads.remove(actorOf(request), id);
}

interface Typed {
  readonly fields: Upload['fields'];
  readonly errors: readonly FormError[];
}

/** The form again: a plan that came in a file stands in the box, where it can be put right. Files can't be kept. */
function draw({ site, reply }: EvaluationVisit, { fields, errors }: Typed, status = 200): FastifyReply {
  const form = { body: { ...fields, plan: planIn(fields) }, errors };
  return sendPage(reply, beginPage({ form, csrfToken: csrfTokenOf(reply), hasGenerated: site.hasGenerated }), status);
}
