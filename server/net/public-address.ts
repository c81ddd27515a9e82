import ipaddr from 'ipaddr.js';

/** Azure's host agent: a public number that leads from a virtual machine to its own host. */
const WIRE_SERVER = '168.63.129.16';
/** What IANA has given out as global unicast (RFC 4291 §2.4); all that lies outside is special or not in use. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the public internet's: not this machine's, a private network's, a link's, a cloud's
 * metadata service, nor a form (IPv4-mapped, NAT64, 6to4, Teredo) that carries another address inside. What is no address is not.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : address.toString() !== WIRE_SERVER;
}

/** Whether an address is on this machine or a private network: what a host that the operator has named may have. Never a link's, where metadata services are. */
export function isPrivateAddress(text: string): boolean {
  return ipaddr.isValid(text) && ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'].includes(ipaddr.process(text).range());
}
