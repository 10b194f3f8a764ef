import { appendAudit, caseChain } from '../../audit/index.ts';
import type { CaseActor } from '../../access/index.ts';
import { asActor, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import {
  addTreatmentRecord,
  freePlace,
  freePlacesToCome,
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
  return {
    as: (actor, work) => asActor(db, actor, (tx) => work(caseTransaction(tx, actor))),
    within: caseTransaction,
  };
}

function caseTransaction(tx: WaymarkTransaction, actor: CaseActor): CaseTransaction {
  return {
    database: tx,
    ...caseLog(tx, actor),
    ...caseFiles(tx, actor),
    ...caseProgressRows(tx, actor),
    ...referralRows(tx, actor),
    ...proposalRows(tx, actor),
    ...documentRows(tx),
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
    freePlace: (appointmentId, at) => freePlace(tx, appointmentId, at),
    freePlacesToCome: (caseId, at) => freePlacesToCome(tx, caseId, at),
    addTreatmentRecord: (record, of) => addTreatmentRecord(tx, actor, { record, ...of }),
    treatmentRecords: (caseId) => treatmentRecordsOf(tx, caseId),
    audit: ({ caseId, action, at, details = {} }) =>
      appendAudit(tx, { chain: caseChain(caseId), recordedAt: at, actor, action, subject: caseChain(caseId), details }),
  };
}
