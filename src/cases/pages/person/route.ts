import type { FastifyInstance } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { oldestAge } from '../../../triage/index.ts';
import { html } from '../../../web/markup/index.ts';
import { recordOf } from '../../domain/case-state.ts';
import type { CaseSite } from '../case-site.ts';
import { readCorrection } from './form.ts';
import { personFields, personLabels, personSoFar } from './page.ts';
import { addPersonForm } from './person-form.ts';

/** The person's details: beside the log, so that they can be corrected. */
export function addPersonRoutes(server: FastifyInstance, site: CaseSite): void {
  addPersonForm(server, site, {
    address: 'person',
    title: 'The person’s details',
    savedNotice: 'Details saved',
    seeAgain: 'See the details as they are now',
    soFar: personSoFar,
    introduction: html``,
    fields: personFields,
    labels: personLabels,
    read: (body, { file, state }) =>
      readCorrection(body, file.person, {
        today: londonDayOf(site.work.clock()),
        occurredOn: recordOf(state).offence.occurredOn,
        oldest: oldestAge(site.work.catalogue.vocabulary),
      }),
    fieldOf: ({ code }) => {
      if (code === 'birthday-not-valid' || code === 'fact-value-not-valid')
        return { field: 'born-on', target: 'born-on-day' };
      return code === 'person-needed' ? { field: 'name' } : null;
    },
  });
}
