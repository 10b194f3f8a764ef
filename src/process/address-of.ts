import type { AddressInfo } from 'node:net';

/** Where a browser on this machine finds what listens on `host`. PORT=0 lets the system choose the port. */
export function addressOf(addresses: readonly (AddressInfo | string)[], host: string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const [address] = addresses;
  return `http://${name}:${typeof address === 'object' ? address.port : ''}`;
}
