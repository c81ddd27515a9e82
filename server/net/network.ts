import ipaddr from 'ipaddr.js';

/** What one household or office sends from: an IPv4 address, or the first 64 bits of an IPv6 one, which is what a provider hands out. */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).map((part) => part.toString(16)).join(':') : parsed.toString();
}
