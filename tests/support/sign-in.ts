import { apiOf, type Api } from './api.ts';
import { until } from './until.ts';

/** A browser as far as signing in goes: it keeps cookies, says what it is, and can be asked for its session. */
export function openBrowserOf(url: string, userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0') {
  const cookies = new Map<string, string>();
  const headers = () => ({ 'user-agent': userAgent, ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }) });
  const send = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const isForm = body instanceof URLSearchParams;
    const response = await fetch(url + path, {
      method, redirect: 'manual', headers: { ...headers(), ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...more },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.some((each) => /expires=Thu, 01 Jan 1970/i.test(each))) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies, send,
    ask: async (email: string): Promise<{ code: string }> => (await send('POST', '/api/v1/sign-in', { email })).json() as Promise<{ code: string }>,
    confirm: (token: string, code?: string) => send('POST', '/api/v1/sign-in/confirmation', { token, ...(code !== undefined && { code }) }),
    me: async () => (await send('GET', '/api/v1/me')).json() as Promise<any>,
    status: async (path: string) => (await send('GET', `/api/v1${path}`)).status,
  };
}

export type BrowserLike = ReturnType<typeof openBrowserOf>;

/** The tokens of the links mailed to an address so far, newest first; waits for at least `count`. */
export async function mailedTokens(owner: Api, email: string, count = 1): Promise<string[]> {
  let tokens: string[] = [];
  await until(`${count} sign-in mails to ${email}`, async () => {
    const { items } = (await owner.get('/mailbox?limit=200')).body;
    tokens = items.filter((item: { to: string }) => item.to === email).flatMap((item: { text: string }) => /sign-in\?token=([\w-]+)/.exec(item.text)?.[1] ?? []);
    return tokens.length >= count;
  });
  return tokens;
}

/** Signs in as a person does: asks, reads the mail, presses the button. */
export async function signInByMail(url: string, email: string, browser = openBrowserOf(url)): Promise<BrowserLike> {
  const owner = apiOf(url);
  const before = (await owner.get('/mailbox?limit=200')).body.items.filter((item: { to: string; text: string }) => item.to === email && item.text.includes('/sign-in?token=')).length;
  await browser.ask(email);
  const [token] = await mailedTokens(owner, email, before + 1);
  const response = await browser.confirm(token!);
  if (response.status !== 204) throw new Error(`${email} could not sign in: ${response.status}`);
  return browser;
}
