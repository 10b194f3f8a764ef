import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { PageAssets } from '../markup/layout/layout.ts';
import { govukFolder, mojFolder } from './frontend-folders.ts';

/** Styles and scripts, few and small: read once, named by their content so that browsers may keep them for ever. */
interface Asset {
  readonly url: string;
  readonly type: string;
  readonly content: Buffer;
}

const own = (file: string): string => fileURLToPath(new URL(`assets/${file}`, import.meta.url));
const CSS = 'text/css; charset=utf-8';

const assets: ReadonlyMap<string, Asset> = new Map([
  asset('govuk.css', CSS, withoutGdsTransport(join(govukFolder, 'govuk-frontend.min.css'))),
  asset('moj.css', CSS, withoutGdsTransport(join(mojFolder, 'moj-frontend.min.css'))),
  asset('waymark.css', CSS, readFileSync(own('waymark.css'))),
  asset('govuk.js', 'text/javascript; charset=utf-8', readFileSync(join(govukFolder, 'govuk-frontend.min.js'))),
  asset('waymark.js', 'text/javascript; charset=utf-8', readFileSync(own('waymark.js'))),
  asset('favicon.svg', 'image/svg+xml', readFileSync(own('favicon.svg'))),
]);

/** The styles and scripts of every page, in the order in which they are read. */
export const pageAssets: PageAssets = {
  icon: assetUrl('favicon.svg'),
  styles: [assetUrl('govuk.css'), assetUrl('moj.css'), assetUrl('waymark.css')],
  govukScript: assetUrl('govuk.js'),
  ownScript: assetUrl('waymark.js'),
};

/** The address of an asset, which changes with its content. */
function assetUrl(name: string): string {
  const found = assets.get(name);
  if (!found) throw new Error(`There is no asset ${name}`);
  return found.url;
}

const FOR_EVERYBODY = { config: { access: 'open', looksAtVisitor: false, rateLimit: false } } as const;

/** Answers for every asset, compressed where the browser takes it; one of an earlier version is not there any more. */
export function serveAssets(server: FastifyInstance): void {
  server.get('/assets/*', FOR_EVERYBODY, (_request, reply) =>
    reply.status(404).type('text/plain; charset=utf-8').send('There is no such file in this version of Waymark.'),
  );
  for (const { url, type, content } of assets.values()) {
    const compressed = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    server.get(url, FOR_EVERYBODY, (request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
      const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      return takesBrotli ? reply.header('content-encoding', 'br').send(compressed) : reply.send(content);
    });
  }
}

function asset(name: string, type: string, content: Buffer): readonly [string, Asset] {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return [name, { url: `/assets/${name.replace('.', `-${hash}.`)}`, type, content }];
}

/** The typeface GDS Transport is licensed for GOV.UK alone: everybody else uses Arial. */
function withoutGdsTransport(file: string): Buffer {
  const styles = readFileSync(file, 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,', '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
  return Buffer.from(styles);
}
