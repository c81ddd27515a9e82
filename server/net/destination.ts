import { lookup, type LookupAddress } from 'node:dns';
import { promisify } from 'node:util';
import { isPrivateAddress, isPublicAddress } from './public-address.ts';

/** Why an address could not be asked. Says nothing of the address itself, nor of what is inside our network. */
export type NetFault =
  | 'bad-address' | 'not-public' | 'not-found' | 'unreachable' | 'not-secure' | 'timed-out' | 'too-large' | 'too-many-redirects' | 'unreadable';

/** Thrown inside this folder only; `fetchPublic` turns it into a value. */
export class NetProblem extends Error {
  readonly fault: NetFault;
  constructor(fault: NetFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export interface Reach {
  /**
   * `host` or `host:port` in lower case: hosts the operator trusts although they are on a private network, such as the
   * company's own calendar server. With a port, that port is allowed too.
   */
  readonly privateHosts: readonly string[];
  readonly resolve?: Resolve;
}

/** Where a request goes: what was checked is what is connected to. */
export interface Destination {
  readonly url: URL;
  readonly addresses: readonly LookupAddress[];
}

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };

const systemResolve: Resolve = (host) => promisify(lookup)(host, { all: true, verbatim: true });

/**
 * Resolves an address once and checks all that came of it: http or https on its own port, no user in it, every address
 * public. One private address among public ones refuses all. Throws NetProblem.
 */
export async function findDestination(text: string, { privateHosts, resolve = systemResolve }: Reach): Promise<Destination> {
  const { url, host, mayBePrivate } = readDestination(text, privateHosts);
  const addresses = await resolve(host).catch((error: unknown) => { throw new NetProblem('not-found', { cause: error }); });
  if (addresses.length === 0) throw new NetProblem('not-found');
  if (!addresses.every(({ address }) => isAllowed(address, mayBePrivate))) throw new NetProblem('not-public');
  return { url, addresses };
}

function readDestination(text: string, privateHosts: readonly string[]): { url: URL; host: string; mayBePrivate: boolean } {
  const url = readAddress(text);
  const port = url.port || PORTS[url.protocol]!;
  const isNamed = privateHosts.includes(`${url.hostname}:${port}`);
  if (!isNamed && !Object.values(PORTS).includes(port)) throw new NetProblem('bad-address');
  return { url, host: url.hostname.replace(/^\[|\]$|\.$/g, ''), mayBePrivate: isNamed || privateHosts.includes(url.hostname) };
}

function isAllowed(address: string, mayBePrivate: boolean): boolean {
  return isPublicAddress(address) || (mayBePrivate && isPrivateAddress(address));
}

/** `URL` turns the disguises of an IPv4 address (`0x7f.1`, `2130706433`, `０`) into the plain one. */
function readAddress(text: string): URL {
  if (text.length > 2000 || !URL.canParse(text)) throw new NetProblem('bad-address');
  const url = new URL(text);
  if (!(url.protocol in PORTS) || url.username !== '' || url.password !== '' || url.hostname === '') throw new NetProblem('bad-address');
  url.hash = '';
  return url;
}
