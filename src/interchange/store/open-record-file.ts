import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { FileRefusal, RecordFile } from '../domain/record-rows.ts';
import { bytesAsText, encodingOf } from './bytes-as-text.ts';
import { csvBlocks } from './csv-blocks.ts';

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];
const BYTES_TO_LOOK_AT = 4;
const INFLATED_AT_ONCE = 64 * 1024;

/**
 * Opens a CSV file of records, compressed with gzip or not, in UTF-8, Windows-1252 or UTF-16; `-` is standard input.
 * What the file is, is told by its first bytes and not by its name. Refuses one that cannot be read or is no text.
 */
export async function openRecordFile(path: string): Promise<Result<RecordFile, FileRefusal>> {
  try {
    return await openFile(path);
  } catch (error) {
    return refuse(refusalOf(error));
  }
}

async function openFile(path: string): Promise<Result<RecordFile, FileRefusal>> {
  const size = path === '-' ? 0 : (await stat(path)).size;
  const file = path === '-' ? process.stdin : createReadStream(path);
  const raw = await peek(file);
  if (raw.start.length === 0) return refuse(EMPTY);
  if (startsWith(raw.start, ZIP)) return refuse(ARCHIVE);

  const isCompressed = startsWith(raw.start, GZIP);
  const content = isCompressed ? await peek(inflated(raw.all)) : raw;
  if (content.start.length === 0) return refuse(EMPTY);
  const { encoding, markBytes } = encodingOf(content.start);
  if (encoding === 'utf-8' && content.start.includes(0)) return refuse(NOT_TEXT);

  const texts = bytesAsText(without(markBytes, content.all), encoding);
  return ok({
    name: path === '-' ? 'standard input' : basename(path),
    encoding: encoding === 'utf-8' ? 'utf-8' : 'utf-16',
    hasByteOrderMark: markBytes > 0,
    isCompressed,
    saysCompressed: path === '-' ? isCompressed : /\.gz$/i.test(path),
    blocks: untilBroken(csvBlocks(texts)),
    progress: () => ('bytesRead' in file && size > 0 ? Math.min(1, file.bytesRead / size) : null),
  });
}

/** The first bytes of a stream, enough to tell what it is, and all of it, those bytes included. */
async function peek(stream: AsyncIterable<Buffer>): Promise<{ start: Buffer; all: AsyncIterable<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]();
  let start: Buffer = Buffer.alloc(0);
  while (start.length < BYTES_TO_LOOK_AT) {
    const next = await chunks.next();
    if (next.done) break;
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
  }
  return { start, all: startedWith(start, chunks) };
}

async function* startedWith(start: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Whoever stops early closes the file.
    await rest.return?.();
  }
}

async function* without(bytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    yield chunk.subarray(left);
    left = 0;
  }
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The inflated content. Several gzip members, one after another, are read as one text. */
function inflated(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: INFLATED_AT_ONCE });
  // An error reaches whoever reads from the end of the pipe.
  return pipeline(Readable.from(chunks), gunzip, () => {});
}

/** The same parts; where the file breaks off, the reason as the last. */
async function* untilBroken<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part | FileRefusal> {
  try {
    yield* parts;
  } catch (error) {
    yield refusalOf(error);
  }
}

const EMPTY: FileRefusal = {
  code: 'file-empty',
  problem: 'is empty: it has not even a header line',
  remedy: 'download it again',
};
const ARCHIVE: FileRefusal = {
  code: 'file-is-an-archive',
  problem: 'is a zip archive or a spreadsheet',
  remedy: 'unpack it, or save the sheet as CSV, and give the .csv file',
};
const NOT_TEXT: FileRefusal = { code: 'file-not-text', problem: 'is not a text file', remedy: 'give a CSV file' };

/** Why a file can't be read. What is none of these is a fault, and thrown again. */
function refusalOf(error: unknown): FileRefusal {
  if (!(error instanceof Error && 'code' in error)) throw error;
  switch (error.code) {
    case 'ENOENT':
      return { code: 'file-not-found', problem: 'does not exist', remedy: 'check the name and the folder' };
    case 'EISDIR':
      return { code: 'file-unreadable', problem: 'is a folder', remedy: 'name one file in it' };
    case 'EACCES':
    case 'EPERM':
      return { code: 'file-unreadable', problem: 'may not be read', remedy: 'check who may read it' };
    case 'Z_BUF_ERROR':
      return { code: 'compressed-file-incomplete', problem: 'ends in the middle', remedy: 'download it again' };
    case 'Z_DATA_ERROR':
      return {
        code: 'compressed-file-damaged',
        problem: 'is damaged: it cannot be unpacked',
        remedy: 'download it again',
      };
    case 'LINE_TOO_LONG':
      return { code: 'line-too-long', problem: error.message, remedy: 'give a CSV file with one record a line' };
    default:
      throw error;
  }
}
