import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { EvaluationSite } from './evaluation-site.ts';
import { addExamplesRoute } from './examples/route.ts';
import { addListRoute } from './list/route.ts';
import { addBeginRoutes } from './new/route.ts';
import { UPLOAD_LIMITS } from './new/read-upload.ts';
import { addDownloadRoutes } from './one/downloads.ts';
import { addEvaluationRoutes } from './one/route.ts';
import { addSharingRoutes } from './sharing/route.ts';

/** Every page of this room. */
export async function addEvaluationPages(server: FastifyInstance, site: EvaluationSite): Promise<void> {
  await server.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: false });
  addListRoute(server, site);
  addExamplesRoute(server, site);
  addBeginRoutes(server, site);
  addEvaluationRoutes(server, site);
  addDownloadRoutes(server, site);
  addSharingRoutes(server, site);
}
