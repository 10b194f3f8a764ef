import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Whether an address is one of the proxies that are believed. Fastify asks it of every hop from this machine outwards, and
 * takes the first that is not for whoever asks: what stands further out in X-Forwarded-For anybody could have written.
 */
export function trustIn(proxies: readonly string[]): (address: string | undefined) => boolean {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    if (prefix === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (given) => {
    const address = addressIn(given ?? '');
    return address !== null && trusted.check(address, familyOf(address));
  };
}

/** Where a request comes from: the address that the last trusted proxy saw, without a port that it may have added. */
export function callerAddress(request: FastifyRequest): string {
  return addressIn(request.ip) ?? addressIn(request.socket.remoteAddress ?? '') ?? 'unknown';
}

/**
 * What an address is counted under: of IPv6 the first 64 bits, within which whoever has one address has all others (RFC
 * 6177); of IPv4 the address, also where it is written as one of IPv6.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean));
  if (before === undefined || after === undefined) return address;
  const groups = hostname.includes('::')
    ? [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
    : before;
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  if (mapped) return ipv4Of(groups.slice(6));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function ipv4Of(groups: readonly string[]): string {
  return groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/** `192.0.2.1`, `192.0.2.1:50123`, `2001:db8::1` and `[2001:db8::1]:50123` are all written by one proxy or another. */
function addressIn(hop: string): string | null {
  const [, bracketed, before] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(hop) ?? [];
  const address = bracketed ?? before ?? hop;
  return isIP(address) === 0 ? null : address;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
