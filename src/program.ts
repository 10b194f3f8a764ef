import { CatalogueFault } from './schemes/store/catalogue-fault.ts';
import { compose } from './compose.ts';
import { ConfigFault, readConfig } from './config.ts';
import { DatabaseFault, DatabaseSettingFault } from './db/index.ts';
import { NotAvailable } from './shared/not-available.ts';
import { plainHttpNotice } from './plain-http.ts';
import { addressOf, StartFault, waitForPort, type Life } from './process/index.ts';

/** Starts Waymark: the database, the demonstration where there is to be one, the server, and then work beside it. */
export async function program({ atEnd, say, print }: Life): Promise<void> {
  const config = readConfig(process.env);
  const notice = plainHttpNotice(config);
  if (notice !== null) say(notice);
  await waitForPort(config);
  const waymark = compose(config, { say });
  atEnd(() => waymark.close());
  const demonstration = await waymark.demonstration();
  const server = await waymark.server();
  await waymark.jobs();
  await server.listen({ port: config.port, host: config.host });
  print(`\nWaymark answers on ${addressOf(server.addresses(), config.host)}\n`);
  if (demonstration === null) return;
  print(`${demonstration.notice}\n`);
  await demonstration.evaluate().catch((fault: Error) => say(`The demonstration has no evaluation: ${fault.message}`));
}

/** What those who start Waymark can put right is said in words; of anything else they need to see the place in the code. */
export function isTheirs(fault: unknown): fault is Error {
  return [StartFault, ConfigFault, DatabaseFault, CatalogueFault, NotAvailable].some((kind) => fault instanceof kind);
}

/** What is set in the environment is wrong: starting again is no use. */
export function isSetting(fault: unknown): boolean {
  return fault instanceof ConfigFault || fault instanceof DatabaseSettingFault;
}
