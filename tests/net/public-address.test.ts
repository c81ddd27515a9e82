import { isPrivateAddress, isPublicAddress } from '../../server/net/public-address.ts';

describe('isPublicAddress', () => {
  it.each([
    ['1.1.1.1'], ['93.184.216.34'], ['172.15.255.255'], ['172.32.0.1'], ['192.167.255.255'], ['100.63.255.255'], ['100.128.0.1'], ['223.255.255.255'],
    ['2606:4700:4700::1111'], ['2a00:1450:4001:81b::200e'],
  ])('lets %s be asked', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['0.0.0.0', 'this host'], ['0.1.2.3', 'this network'], ['127.0.0.1', 'loopback'], ['127.255.255.254', 'loopback'],
    ['10.0.0.1', 'private'], ['172.16.0.1', 'private'], ['172.31.255.255', 'private'], ['192.168.1.1', 'private'],
    ['169.254.169.254', 'metadata'], ['169.254.170.2', 'metadata of containers'], ['100.100.100.200', 'metadata behind a carrier’s NAT'],
    ['192.0.0.192', 'metadata among protocol assignments'], ['168.63.129.16', 'a cloud’s own host agent'],
    ['100.64.0.1', 'carrier’s NAT'], ['192.0.2.1', 'documentation'], ['198.18.0.1', 'benchmarks'], ['192.88.99.1', '6to4 relay'],
    ['224.0.0.1', 'multicast'], ['240.0.0.1', 'reserved'], ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'], ['::1', 'loopback'], ['::ffff:127.0.0.1', 'mapped'], ['::ffff:7f00:1', 'mapped'], ['::ffff:8.8.8.8', 'mapped, though public'],
    ['::127.0.0.1', 'compatible'], ['fe80::1', 'link'], ['fe80::1%eth0', 'link with its zone'], ['fc00::1', 'unique local'], ['fd00:ec2::254', 'metadata'],
    ['fec0::1', 'site'], ['ff02::1', 'multicast'], ['64:ff9b::7f00:1', 'NAT64'], ['64:ff9b:1::a00:1', 'local NAT64'], ['2002:7f00:1::', '6to4'],
    ['2001:0:7f00:1::', 'Teredo'], ['2001:db8::1', 'documentation'], ['100::1', 'discard'], ['::ffff:0:127.0.0.1', 'translated'], ['4000::1', 'not given out'],
    ['', 'nothing'], ['localhost', 'a name'], ['127.1.', 'nonsense'],
  ])('refuses %s: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('isPrivateAddress', () => {
  it('lets a named host be on this machine or a private network, but never where metadata services are', () => {
    expect(['127.0.0.1', '10.1.2.3', '192.168.0.9', '::1', 'fd12::1', '::ffff:10.0.0.1'].map(isPrivateAddress)).toEqual([true, true, true, true, true, true]);
    expect(['169.254.169.254', 'fe80::1', '0.0.0.0', '224.0.0.1', '::ffff:169.254.169.254'].map(isPrivateAddress)).toEqual([false, false, false, false, false]);
  });
});
