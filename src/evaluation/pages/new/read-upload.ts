import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { StudyFileName, StudyUploads } from '../../store/study-uploads.ts';

/** Keeps a file of a study, under the id and in the name that the form is answered under. */
type KeepFile = (file: Parameters<StudyUploads['keep']>[2]) => Promise<void>;

/** Whether the fields before the first file have the token of a page. Where they have not, it answers the request. */
type IsFromPage = (fields: Readonly<Record<string, string>>) => Promise<boolean>;

/** What was sent: the fields that are text, and what became of each file. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, 'kept' | 'too-large' | 'empty'>;
}

/** A plan fits on a page. */
const PLAN_BYTES = 64 * 1024;
export const DATA_MEGABYTES = 50;

export const UPLOAD_LIMITS = {
  fieldSize: PLAN_BYTES,
  fields: 12,
  files: 3,
  parts: 15,
  fileSize: DATA_MEGABYTES * 1024 * 1024,
};

const DATA_FILES: Readonly<Record<string, StudyFileName>> = { cohort: 'cohort.csv', reoffences: 'reoffences.csv' };

/**
 * Reads a form with files as it comes in, and no further than the first file where the token before it is not right:
 * null then, and the request has been answered. The data are kept as they come and never lie whole in memory, a plan is text.
 */
export async function readUpload(
  request: FastifyRequest,
  { keepFile, isFromPage }: { readonly keepFile: KeepFile; readonly isFromPage: IsFromPage },
): Promise<Upload | null> {
  const fields: Record<string, string> = {};
  const files = new Map<string, 'kept' | 'too-large' | 'empty'>();
  let isTrusted = false;
  for await (const part of partsOf(request)) {
    if (part.type === 'field') fields[part.fieldname] = textIn(part);
    else if (!(isTrusted ||= await isFromPage(fields))) return null;
    else if (part.filename === '') part.file.resume();
    else if (Object.hasOwn(DATA_FILES, part.fieldname))
      files.set(part.fieldname, await read(part, () => keep(part, keepFile)));
    else if (part.fieldname === 'plan-file') await read(part, () => readPlan(part, fields, files));
    else part.file.resume();
  }
  return isTrusted || (await isFromPage(fields)) ? { fields, files } : null;
}

const NOT_WHOLE = 'The form that was sent is not whole';

/** The form was cut short, or is not in parts as it says: whoever sent it has to send it again. */
class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
  readonly statusCode = 400;
}

/** The parts as they come in. Throws a BrokenForm where the reader of forms finds one that is none, in a file or between. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  const parts = request.parts();
  for (;;) {
    const next = await parts.next().catch((fault: unknown) => {
      throw isAnswered(fault) ? fault : new BrokenForm(NOT_WHOLE, { cause: fault });
    });
    if (next.done === true) return;
    yield next.value;
  }
}

/** Reads a file. Throws a BrokenForm where it ends before it should. */
async function read<Answer>({ file }: MultipartFile, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    throw file.errored === null || isAnswered(fault) ? fault : new BrokenForm(NOT_WHOLE, { cause: fault });
  }
}

/** What the reader of forms refuses by itself says with which status. */
function isAnswered(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'statusCode' in fault;
}

function textIn({ value, valueTruncated }: Extract<Multipart, { type: 'field' }>): string {
  // Cut off it would be read as another plan.
  return typeof value === 'string' && !valueTruncated ? value : '';
}

async function keep(part: MultipartFile, keepFile: KeepFile) {
  const name = DATA_FILES[part.fieldname] ?? 'cohort.csv';
  await keepFile({ name, content: part.file });
  if (part.file.truncated) return 'too-large';
  return part.file.bytesRead === 0 ? 'empty' : 'kept';
}

async function readPlan(
  part: MultipartFile,
  fields: Record<string, string>,
  files: Map<string, 'kept' | 'too-large' | 'empty'>,
) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= PLAN_BYTES) chunks.push(chunk);
  }
  files.set('plan-file', size > PLAN_BYTES ? 'too-large' : size === 0 ? 'empty' : 'kept');
  if (size <= PLAN_BYTES) fields['plan-file'] = Buffer.concat(chunks).toString('utf8');
}
