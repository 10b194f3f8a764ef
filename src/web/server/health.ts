/** What a part of the program answers about itself: `ok` decides the status, the rest is for whoever watches. */
export interface Health {
  /** False where pages cannot be served: `/health` then answers 503, and a balancer sends nobody here. */
  readonly ok: boolean;
  /** `degraded` where pages are served and something else needs somebody; left out, `ok` says it all. */
  readonly status?: HealthStatus;
  readonly [part: string]: unknown;
}

type HealthStatus = 'ok' | 'degraded' | 'down';

/** All of the parts in one, as well as the one that is worst. */
export function healthOf(parts: readonly Health[]): Health {
  const ok = parts.every((part) => part.ok);
  const isDegraded = parts.some(({ status }) => status === 'degraded');
  const status: HealthStatus = ok ? (isDegraded ? 'degraded' : 'ok') : 'down';
  return { ...Object.fromEntries(parts.flatMap((part) => Object.entries(part))), ok, status };
}
