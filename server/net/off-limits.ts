import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';

/**
 * Whether an address shows by itself, without asking anybody where its name leads, that it would not be asked: another
 * port, a number that is not public, this machine's own name. To be said when it is given; `fetchPublic` looks again each time.
 */
export function isOffLimits(text: string, privateHosts: readonly string[]): boolean {
  if (!URL.canParse(text)) return true;
  const url = new URL(text);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (privateHosts.includes(`${url.hostname}:${port}`)) return false;
  if (port !== '80' && port !== '443') return true;
  if (privateHosts.includes(url.hostname)) return false;
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || (ipaddr.isValid(host) && !isPublicAddress(host));
}
