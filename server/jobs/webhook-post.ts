import type { Answer, WebhookPost } from '../domain/webhook.ts';
import type { FetchPublic } from '../net/fetch-public.ts';

/** Standard Webhooks asks for 15 to 30 s. */
const PATIENCE_MS = 20_000;
/** What a receiver says is not read; this much is taken of it so that it may finish. */
const MAXIMUM_BYTES = 64 * 1024;

const words: Record<string, string> = {
  'bad-address': 'the address cannot be asked',
  'not-public': 'the address leads to a private network',
  'not-found': 'the name of the receiver is not known',
  'not-secure': 'the receiver’s certificate is not valid',
  'timed-out': 'the receiver did not answer in 20 seconds',
};

/** To receivers, as `fetchPublic` may ask them; redirects are not followed. */
export function webhookPost(fetchPublic: FetchPublic): WebhookPost {
  return async (url, headers, body): Promise<Answer> => {
    const fetched = await fetchPublic(url, { method: 'POST', headers, body, maximumBytes: MAXIMUM_BYTES, totalMs: PATIENCE_MS });
    if (fetched.ok) return { status: fetched.answer.status };
    return { fault: words[fetched.fault] ?? 'the receiver could not be reached' };
  };
}
