import { appendNext, caseChain, CHAIN_START, nextInChain, type NextInChain } from '../../audit/index.ts';
import type { CaseActor } from '../../access/index.ts';
import { asActor, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import {
  addTreatmentRecord,
  freePlace,
  freePlacesToCome,
  placesFreed,
  movePlace,
  publishedServices,
  publishedTime,
  servicesFor,
  takePlace,
  timesToCome,
  treatmentRecordsOf,
} from '../../providers/index.ts';
import { caseFiles } from './case-files.ts';
import { caseLog } from './case-log.ts';
import { caseProgressRows } from './case-progress-rows.ts';
import type { CaseStore, CaseTransaction } from './case-store.ts';
import { documentRows } from './document-rows.ts';
import { outcomeRows } from './outcome-rows.ts';
import { overrideRows } from './override-rows.ts';
import { proposalRows } from './proposal-rows.ts';
import { referralRows } from './referral-rows.ts';

/** Cases in the database: each use-case in one transaction, under row-level security for whoever asks. */
export function databaseCaseStore(db: WaymarkDatabase): CaseStore {
  // Documents that are kept are never removed: once seen they need not be looked for.
  const keptDocuments = new Set<string>();
  const within = (tx: WaymarkTransaction, actor: CaseActor) => caseTransaction(tx, actor, keptDocuments);
  return { as: (actor, work) => asActor(db, actor, (tx) => work(within(tx, actor))), within };
}

function caseTransaction(tx: WaymarkTransaction, actor: CaseActor, keptDocuments: Set<string>): CaseTransaction {
  // What the next entry must carry of each chain of the audit record that this transaction has locked.
  const audited = new Map<string, NextInChain>();
  const files = caseFiles(tx, actor);
  return {
    database: tx,
    ...caseLog(tx, actor, (caseId, next) => audited.set(caseChain(caseId), next)),
    ...files,
    openCase: async (opening) => {
      await files.openCase(opening);
      audited.set(caseChain(opening.file.caseId), { sequence: 1, previousHash: CHAIN_START });
    },
    ...caseProgressRows(tx, actor),
    ...referralRows(tx, actor),
    ...proposalRows(tx, actor),
    ...documentRows(tx, keptDocuments),
    ...overrideRows(tx),
    ...outcomeRows(tx),
    services: (query) => servicesFor(tx, query),
    servicesInReach: async ({ from, ...of }) => {
      const services = await publishedServices(tx, of);
      const ids = services.map(({ serviceId }) => serviceId);
      return { services, times: await timesToCome(tx, ids, new Date(from)) };
    },
    publishedTime: (timeId) => publishedTime(tx, timeId),
    takePlace: (place) => takePlace(tx, place),
    movePlace: (from, to) => movePlace(tx, from, to),
    freePlace: (appointmentId, at) => freePlace(tx, appointmentId, at),
    placesFreed: (of) => placesFreed(tx, of),
    freePlacesToCome: (caseId, at) => freePlacesToCome(tx, caseId, at),
    addTreatmentRecord: (record, of) => addTreatmentRecord(tx, actor, { record, ...of }),
    treatmentRecords: (caseId) => treatmentRecordsOf(tx, caseId),
    audit: async ({ caseId, action, at, details = {} }) => {
      const chain = caseChain(caseId);
      const next = audited.get(chain) ?? (await nextInChain(tx, 'audit', chain));
      const entry = { chain, recordedAt: at, actor, action, subject: chain, details };
      audited.set(chain, await appendNext(tx, entry, next));
    },
  };
}
