import { Readable, Writable } from 'node:stream';
import type pg from 'pg';

/**
 * PostgreSQL's COPY as streams. The driver hands the messages of a statement to the object that was submitted, by the
 * names of these methods; a server that is ahead of the reader, or behind the writer, is waited for.
 */
const ENOUGH_BYTES = 64 * 1024;

/** What `copy … to stdout` answers: each row a line. */
export class CopyOut extends Readable implements pg.Submittable {
  readonly #statement: string;
  #connection: pg.Connection | null = null;
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** How many rows came; known at the end. */
  rows = 0;

  constructor(statement: string) {
    super({ highWaterMark: 4 * ENOUGH_BYTES });
    this.#statement = statement;
  }

  submit = (connection: pg.Connection): void => {
    this.#connection = connection;
    connection.query(this.#statement);
  };

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The driver uses its buffer again.
    this.#held.push(Buffer.from(chunk));
    this.#heldBytes += chunk.length;
    if (this.#heldBytes >= ENOUGH_BYTES && !this.#pass()) this.#connection?.stream.pause();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.rows = rowsOf(text);
  }

  handleReadyForQuery(): void {
    this.#pass();
    this.push(null);
  }

  handleError(fault: Error): void {
    this.destroy(fault);
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  override _destroy(fault: Error | null, done: (fault?: Error | null) => void): void {
    this.#connection?.stream.resume();
    done(fault);
  }

  #pass(): boolean {
    const data = Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    return data.length === 0 || this.push(data);
  }
}

/** What `copy … from stdin` takes. */
export class CopyIn extends Writable implements pg.Submittable {
  readonly #statement: string;
  #connection: pg.Connection | null = null;
  /** What is done when the server is ready to take rows; null when it is already. */
  #whenReady: (() => void)[] | null = [];
  #whenTaken: () => void = () => undefined;
  /** How many rows were taken; known at the end. */
  rows = 0;

  constructor(statement: string) {
    super();
    this.#statement = statement;
  }

  submit = (connection: pg.Connection): void => {
    this.#connection = connection;
    connection.query(this.#statement);
  };

  handleCopyInResponse(): void {
    const waiting = this.#whenReady ?? [];
    this.#whenReady = null;
    for (const proceed of waiting) proceed();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.rows = rowsOf(text);
  }

  handleReadyForQuery(): void {
    this.#whenTaken();
  }

  handleError(fault: Error): void {
    this.destroy(fault);
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (fault?: Error | null) => void): void {
    this.#onceReady(() => this.#send('d', chunk, done));
  }

  override _final(done: (fault?: Error | null) => void): void {
    this.#whenTaken = done;
    this.#onceReady(() => this.#send('c', Buffer.alloc(0), () => undefined));
  }

  #onceReady(proceed: () => void): void {
    if (this.#whenReady === null) proceed();
    else this.#whenReady.push(proceed);
  }

  #send(kind: 'd' | 'c', data: Buffer, done: () => void): void {
    const head = Buffer.alloc(5);
    head.write(kind, 'latin1');
    head.writeInt32BE(data.length + 4, 1);
    const { stream } = this.#connection ?? {};
    stream?.write(head);
    stream?.write(data, () => done());
  }
}

function rowsOf(tag: string): number {
  return Number(/^COPY (\d+)$/.exec(tag)?.[1] ?? 0);
}
