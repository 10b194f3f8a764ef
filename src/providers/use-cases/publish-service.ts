import type { Actor } from '../../access/domain/index.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Particulars } from '../domain/index.ts';
import type { PublishingRefusal } from '../domain/publishing-refusal.ts';
import { onOwnService } from './on-own-service.ts';
import type { ProvidersWork } from './providers-work.ts';

/** Publishes what a service is and whom it takes, or changes it. Who is booked already stays booked. */
export function publishService(
  work: ProvidersWork,
  actor: Actor,
  { serviceId, particulars }: { readonly serviceId: string; readonly particulars: Particulars },
): Promise<Result<null, PublishingRefusal>> {
  return onOwnService(work, actor, serviceId, async ({ services, service, now }) => {
    await services.saveParticulars(service, particulars, now);
    await services.audit({ serviceId, action: 'service-published', at: now, details: {} });
    return ok(null);
  });
}
