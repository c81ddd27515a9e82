import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createRawServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { publicFetcher, type FetchPublic, type PublicRequest } from '../../server/net/fetch-public.ts';
import type { Resolve } from '../../server/net/destination.ts';

const wanted: PublicRequest = { redirects: 3, maximumBytes: 10_000, totalMs: 5000 };
const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

/** Every connection that this process begins: a refusal must begin none. */
let connections = 0;
const count = () => { connections += 1; };
beforeAll(() => subscribe('net.client.socket', count));
afterAll(() => { unsubscribe('net.client.socket', count); });
beforeEach(() => { connections = 0; });

describe('what is refused before a packet leaves', () => {
  const fetchIt = publicFetcher({ privateHosts: [] });

  it.each([
    ['http://127.0.0.1/', 'not-public'], ['http://localhost/', 'not-public'], ['http://LOCALHOST./', 'not-public'],
    ['http://127.1/', 'not-public'], ['http://0/', 'not-public'], ['http://2130706433/', 'not-public'], ['http://0x7f000001/', 'not-public'],
    ['http://0177.0.0.1/', 'not-public'], ['http://127.0.0.1./', 'not-public'], ['http://１２７.0.0.1/', 'not-public'], ['http://127。0。0。1/', 'not-public'],
    ['http://[::1]/', 'not-public'], ['http://[::]/', 'not-public'], ['http://[::ffff:127.0.0.1]/', 'not-public'], ['http://[::ffff:7f00:1]/', 'not-public'],
    ['http://[64:ff9b::7f00:1]/', 'not-public'], ['http://[2002:7f00:1::]/', 'not-public'], ['http://[fe80::1]/', 'not-public'], ['http://[fd00:ec2::254]/', 'not-public'],
    ['http://169.254.169.254/latest/meta-data/', 'not-public'], ['http://2852039166/', 'not-public'], ['https://10.0.0.1/', 'not-public'],
    ['http://192.168.0.1/', 'not-public'], ['http://172.16.0.1/', 'not-public'], ['http://100.100.100.200/', 'not-public'], ['http://168.63.129.16/', 'not-public'],
    ['http://user@93.184.216.34/', 'bad-address'], ['http://93.184.216.34:pass@127.0.0.1/', 'bad-address'], ['http://1.1.1.1@127.0.0.1/', 'bad-address'],
    ['http://93.184.216.34:22/', 'bad-address'], ['http://93.184.216.34:6379/', 'bad-address'], ['https://93.184.216.34:5432/', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'], ['gopher://127.0.0.1:25/_HELO', 'bad-address'], ['ftp://93.184.216.34/x', 'bad-address'],
    ['data:text/calendar,BEGIN', 'bad-address'], ['javascript:1', 'bad-address'], ['//127.0.0.1/', 'bad-address'], ['', 'bad-address'],
    [`http://93.184.216.34/${'a'.repeat(2000)}`, 'bad-address'], ['http://[fe80::1%25eth0]/', 'bad-address'],
  ])('%s', async (address, fault) => {
    expect(await fetchIt(address, wanted)).toEqual({ ok: false, fault });
    expect(connections).toBe(0);
  });

  it('a name with one private address among public ones', async () => {
    const mixed = publicFetcher({ privateHosts: [], resolve: async () => [{ address: '93.184.216.34', family: 4 }, { address: '::1', family: 6 }] });
    expect(await mixed('https://mixed.test/', wanted)).toEqual({ ok: false, fault: 'not-public' });
    expect(connections).toBe(0);
  });

  it('a name that has no address', async () => {
    const lost = publicFetcher({ privateHosts: [], resolve: async () => { throw new Error('ENOTFOUND'); } });
    expect(await lost('https://nowhere.test/', wanted)).toEqual({ ok: false, fault: 'not-found' });
  });

  it('metadata services, though the operator named the host', async () => {
    const named = publicFetcher({ privateHosts: ['calendar.test'], resolve: async () => [{ address: '169.254.169.254', family: 4 }] });
    expect(await named('http://calendar.test/', wanted)).toEqual({ ok: false, fault: 'not-public' });
    expect(connections).toBe(0);
  });
});

describe('what is asked', () => {
  it('gives status, headers and body, and sends a User-Agent', async () => {
    await withServer((request, response) => {
      response.setHeader('ETag', '"1"');
      response.end(`${request.method} ${request.url} ${request.headers['user-agent']} ${request.headers['if-none-match']}`);
    }, async (base, fetchIt) => {
      const fetched = await fetchIt(`${base}/cal.ics?secret=1#part`, { ...wanted, headers: { 'If-None-Match': '"0"' } });
      expect(fetched).toMatchObject({ ok: true, answer: { status: 200, headers: { etag: '"1"' } } });
      expect(text(fetched)).toBe('GET /cal.ics?secret=1 Visavis/1 "0"');
    });
  });

  it('posts a body, and takes an answer that redirects for the answer', async () => {
    await withServer((request, response) => {
      request.pipe(response.writeHead(307, { Location: '/elsewhere' }));
    }, async (base, fetchIt) => {
      const fetched = await fetchIt(base, { ...wanted, method: 'POST', body: '{"a":1}', headers: { 'Content-Type': 'application/json' } });
      expect(fetched).toMatchObject({ ok: true, answer: { status: 307 } });
      expect(text(fetched)).toBe('{"a":1}');
    });
  });

  it('resolves once: a name that answers otherwise the second time is not asked again', async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    };
    await withServer((_request, response) => response.end('first'), async (base, fetchIt) => {
      expect(text(await fetchIt(base, wanted))).toBe('first');
      expect(asked).toBe(1);
    }, rebinding);
  });

  it('resolves and checks again at each redirect', async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    };
    await withServer((_request, response) => response.writeHead(302, { Location: '/again' }).end(), async (base, fetchIt) => {
      expect(await fetchIt(base, wanted)).toEqual({ ok: false, fault: 'not-public' });
      expect(connections).toBe(1);
    }, rebinding);
  });

  it('unzips', async () => {
    await withServer((_request, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync('BEGIN:VCALENDAR')), async (base, fetchIt) => {
      expect(text(await fetchIt(base, wanted))).toBe('BEGIN:VCALENDAR');
    });
  });
});

describe('redirects', () => {
  it.each([
    ['http://127.0.0.1/'], ['http://[::ffff:127.0.0.1]/'], ['http://2130706433/'], ['//localhost/'], ['http://169.254.169.254/latest/meta-data/'],
    ['http://calendar.test:22/'], ['file:///etc/passwd'], ['gopher://127.0.0.1/'], ['http://user:pass@calendar.test/'], ['http://'],
  ])('to %s are not followed', async (location) => {
    await withServer((_request, response) => response.writeHead(302, { Location: location }).end('secret'), async (base) => {
      const strict = publicFetcher({ privateHosts: [new URL(base).host], resolve: async (host) => [{ address: host === 'localhost' || host === 'calendar.test' ? '127.0.0.1' : host, family: 4 }] });
      const fetched = await strict(base, wanted);
      expect(fetched).toEqual({ ok: false, fault: expect.stringMatching(/^(not-public|bad-address)$/) });
      expect(connections).toBe(1);
    });
  });

  it('are followed three times, not four', async () => {
    const hops: RequestListener = (request, response) => {
      const left = Number(request.url!.slice(1));
      if (left > 0) response.writeHead(301, { Location: `/${left - 1}` }).end();
      else response.end('arrived');
    };
    await withServer(hops, async (base, fetchIt) => {
      expect(text(await fetchIt(`${base}/3`, wanted))).toBe('arrived');
      expect(await fetchIt(`${base}/4`, wanted)).toEqual({ ok: false, fault: 'too-many-redirects' });
    });
  });
});

describe('limits', () => {
  it.each<[string, RequestListener]>([
    ['an endless body', (_request, response) => {
      const more = () => { while (!response.destroyed && response.write('x'.repeat(4096))); };
      response.on('drain', more).on('error', () => {});
      more();
    }],
    ['a body announced as too long', (_request, response) => response.setHeader('Content-Length', '10001').end('x')],
    ['a small body that unzips to much', (_request, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000)))],
  ])('%s is too large', async (_name, answer) => {
    await withServer(answer, async (base, fetchIt) => {
      expect(await fetchIt(base, wanted)).toEqual({ ok: false, fault: 'too-large' });
    });
  });

  it.each<[string, RequestListener]>([
    ['an encoding we did not ask for', (_request, response) => response.setHeader('Content-Encoding', 'br').end('x')],
    ['gzip that is none', (_request, response) => response.setHeader('Content-Encoding', 'gzip').end('BEGIN:VCALENDAR')],
    ['gzip that breaks off', (_request, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync('x'.repeat(500)).subarray(0, 20))],
  ])('%s is unreadable', async (_name, answer) => {
    await withServer(answer, async (base, fetchIt) => {
      expect(await fetchIt(base, wanted)).toEqual({ ok: false, fault: 'unreadable' });
    });
  });

  it.each<[string, string]>([
    ['a body that breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nBEGIN:VCALENDAR\r\n'],
    ['no answer', ''],
    ['nonsense', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['endless headers', `HTTP/1.1 200 OK\r\n${'X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(2000)}`],
  ])('%s is a fault', async (_name, answer) => {
    await withRawServer(answer, true, async (base, fetchIt) => {
      expect(await fetchIt(base, wanted)).toEqual({ ok: false, fault: expect.stringMatching(/^(unreadable|unreachable)$/) });
    });
  });

  it('a server that says a byte now and then, or nothing, has its time and no more', async () => {
    await withRawServer('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nB', false, async (base, fetchIt) => {
      expect(await fetchIt(base, { ...wanted, totalMs: 200 })).toEqual({ ok: false, fault: 'timed-out' });
    });
    await withRawServer('', false, async (base, fetchIt) => {
      expect(await fetchIt(base, { ...wanted, totalMs: 200 })).toEqual({ ok: false, fault: 'timed-out' });
    });
  });

  it('a name server that says nothing has its time too', async () => {
    const silent = publicFetcher({ privateHosts: [], resolve: () => new Promise(() => {}) });
    expect(await silent('https://slow.test/', { ...wanted, totalMs: 100 })).toEqual({ ok: false, fault: 'timed-out' });
  });

  it('a port where nobody listens, and one that speaks no TLS, are said without naming them', async () => {
    const free = createRawServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => { free.once('listening', resolve); });
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => { free.close(resolve); });
    const fetchIt = publicFetcher({ privateHosts: [`calendar.test:${port}`], resolve: loopback });
    expect(await fetchIt(`http://calendar.test:${port}/`, wanted)).toEqual({ ok: false, fault: 'unreachable' });
    await withServer((_request, response) => response.end(), async (base, plain) => {
      expect(await plain(base.replace('http:', 'https:'), wanted)).toEqual({ ok: false, fault: expect.stringMatching(/^(unreachable|not-secure)$/) });
    });
  });
});

type Body = (base: string, fetchIt: FetchPublic) => Promise<void>;

/** `calendar.test` is the server, as a host that the operator has named. */
async function withServer(answer: RequestListener, body: Body, resolve: Resolve = loopback): Promise<void> {
  await serving(createServer(answer), body, resolve);
}

async function withRawServer(answer: string, ends: boolean, body: Body): Promise<void> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => (ends ? socket.end(answer) : socket.write(answer)));
  });
  await serving(server as Server, body, loopback);
}

async function serving(server: Server, body: Body, resolve: Resolve): Promise<void> {
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const host = `calendar.test:${(server.address() as AddressInfo).port}`;
  try {
    await body(`http://${host}`, publicFetcher({ privateHosts: [host], resolve }));
  } finally {
    server.closeAllConnections?.();
    await new Promise((done) => { server.close(done); });
  }
}

function text(fetched: Awaited<ReturnType<FetchPublic>>): string {
  if (!fetched.ok) throw new Error(fetched.fault);
  return fetched.answer.body.toString();
}
