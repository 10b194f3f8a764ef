import type { FastifyInstance } from 'fastify';
import { recordOf } from '../../domain/case-state.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import type { CaseSite } from '../case-site.ts';
import { addPersonForm } from '../person/person-form.ts';
import { monitoringSoFar, readMonitoring } from './form.ts';
import { monitoringFields, monitoringLabels, whyMonitoring } from './page.ts';

/** What is asked once for equality monitoring: stored with the person, beside the log, and read by no rule. */
export function addMonitoringRoutes(server: FastifyInstance, site: CaseSite): void {
  addPersonForm(server, site, {
    address: 'monitoring',
    title: 'Equality monitoring',
    savedNotice: 'Answers saved',
    seeAgain: 'See the answers as they are now',
    soFar: monitoringSoFar,
    introduction: whyMonitoring(),
    fields: (typed, view) => monitoringFields(typed, { asksSex: asksSexOf(view) }),
    labels: monitoringLabels,
    read: (body, view) => {
      const read = readMonitoring(body, view.file.person, {
        asksSex: asksSexOf(view),
        declinedSex: declinedSex(view),
      });
      return read.ok ? { ok: true, value: { person: read.value, reason: null } } : read;
    },
    fieldOf: () => null,
  });
}

/** The triage asks the sex where a scheme turns on it: then it is known, or not to be said, and not asked twice. */
function asksSexOf(view: PoliceCaseView): boolean {
  return typeof recordOf(view.state).facts['sex'] !== 'string' && !declinedSex(view);
}

/** Whether the person preferred at the triage not to say their sex: that is their answer here too. */
function declinedSex({ state }: PoliceCaseView): boolean {
  return recordOf(state).declined.includes('sex');
}
