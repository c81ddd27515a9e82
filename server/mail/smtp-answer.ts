import type { PostAnswer } from '../domain/invitation-post.ts';

/** What nodemailer tells of a refusal. */
interface SmtpFault {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * What becomes of a letter after a fault (RFC 5321 §4.2.1): a 5yz to RCPT TO is about its address, one to MAIL FROM or DATA
 * about the letter. All else may pass: a 4yz, a broken or silent connection, and a refused sign-in, which is ours to mend.
 * The server's own words are left out, since they repeat addresses.
 */
export function answerTo(error: unknown): PostAnswer {
  const fault = (typeof error === 'object' && error !== null ? error : {}) as SmtpFault;
  const isPermanent = (fault.responseCode ?? 0) >= 500 && (fault.code === 'EENVELOPE' || fault.code === 'EMESSAGE');
  // 503: the session went wrong, not the letter.
  if (!isPermanent || fault.responseCode === 503) return { verdict: 'later', error: whyLater(fault) };
  return fault.command === 'RCPT TO'
    ? { verdict: 'bounced', error: `the mail server refused the address (${codes(fault)})` }
    : { verdict: 'failed', error: `the mail server refused the mail (${codes(fault)})` };
}

function whyLater(fault: SmtpFault): string {
  if (fault.code === 'EAUTH') return `the mail server refused our sign-in (${codes(fault)})`;
  if (fault.responseCode) return `the mail server asked to try later (${codes(fault)})`;
  if (fault.code === 'EABORT' || fault.code === 'ETIMEDOUT') return 'the mail server did not answer in time';
  return `the mail server could not be reached (${fault.code ?? 'unknown'})`;
}

/** `550 5.1.1`: the reply code, and the enhanced one (RFC 3463) where there is one. */
function codes({ response, responseCode }: SmtpFault): string {
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response ?? '');
  return [responseCode, enhanced?.[0]].filter(Boolean).join(' ');
}
