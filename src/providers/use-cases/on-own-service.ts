import { refusalWithout, type Actor } from '../../access/domain/index.ts';
import { refuse, type Result } from '../../shared/result.ts';
import type { PublishedService } from '../domain/index.ts';
import { publishingRefusal, type PublishingRefusal } from '../domain/publishing-refusal.ts';
import type { ProvidersTransaction } from '../store/providers-store.ts';
import type { ProvidersWork } from './providers-work.ts';

/** What is done with one service of one's own organisation, in one transaction. */
export interface OnService {
  readonly services: ProvidersTransaction;
  readonly service: PublishedService;
  readonly now: Date;
}

/** Finds the service among those of the actor's own organisation, for whoever may publish them. */
export async function onOwnService<Answer>(
  { store, clock }: ProvidersWork,
  actor: Actor,
  serviceId: string,
  act: (on: OnService) => Promise<Result<Answer, PublishingRefusal>>,
): Promise<Result<Answer, PublishingRefusal>> {
  const unentitled = refusalWithout(actor, 'publish-services');
  if (unentitled) return refuse(unentitled);
  return store.as(actor, async (services) => {
    const service = (await services.services()).find((own) => own.serviceId === serviceId);
    if (service === undefined) return refuse(publishingRefusal('service-not-found'));
    return act({ services, service, now: clock() });
  });
}
