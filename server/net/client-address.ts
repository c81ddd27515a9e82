import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Whether what this hop says of the one before it is believed; hops are counted from us, from 0. */
export type Trust = (address: string, hop: number) => boolean;

/**
 * `TRUST_PROXY`: how many proxies stand before us (`1`), or their addresses (`10.0.0.0/8, loopback`). Without it nobody is
 * believed: `X-Forwarded-For` can be written by anyone (OWASP ASVS 4.1.3).
 * @returns undefined when it is neither
 */
export function readTrust(setting: string): Trust | undefined {
  if (/^\d{1,2}$/.test(setting)) return (_address, hop) => hop < Number(setting);
  const ranges = setting.split(',').map((each) => rangesOf(each.trim()));
  if (ranges.some((each) => each === null)) return undefined;
  return (address) => ipaddr.isValid(address) && ranges.flat().some((range) => isIn(address, range!));
}

export const trustNobody: Trust = () => false;

/**
 * Whom a request really comes from: the first address, from us outwards, that we have no reason to believe. What is no address
 * keeps its place in the row: left out, whatever a stranger wrote before it would stand where a proxy's word does.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trust: Trust): string {
  const said = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map((each) => each.trim()).filter((each) => each !== '').map(withoutPort);
  const hops = [request.socket.remoteAddress ?? 'unknown', ...said.toReversed()];
  return hops.find((address, hop) => hop === hops.length - 1 || !trust(address, hop))!;
}

/** `192.0.2.1:443` and `[2001:db8::1]:443`, as some proxies write them; `unknown` for what is no address in full. */
function withoutPort(text: string): string {
  const address = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text;
  return ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address) ? address : 'unknown';
}

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

function rangesOf(text: string): Range[] | null {
  if (text === 'loopback') return [ipaddr.parseCIDR('127.0.0.0/8'), ipaddr.parseCIDR('::1/128')];
  if (ipaddr.isValidCIDR(text)) return [ipaddr.parseCIDR(text)];
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return [[address, address.kind() === 'ipv4' ? 32 : 128]];
}

function isIn(address: string, [network, bits]: Range): boolean {
  const parsed = ipaddr.process(address);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}
