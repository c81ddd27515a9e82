import path from 'node:path';
import { readTrust, trustNobody, type Trust } from './net/client-address.ts';

/** The only reader of the environment. */
export interface Config {
  port: number;
  host: string;
  /** Null: `http://localhost:PORT`, known once the port is. */
  publicUrl: string | null;
  dataDir: string;
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Null: mail lands in the built-in mailbox. */
  smtpUrl: string | null;
  /** Edits of a booking within so many seconds are one mail. */
  mailWaitSeconds: number;
  /** Null: `invites@` the public host. */
  organizerAddress: string | null;
  /** `host` or `host:port`, lower case: on a private network, and yet to be asked when a user names them. */
  privateHosts: readonly string[];
  /** Null: no mailbox is looked into for answers. */
  imapUrl: string | null;
  /** By what name our own mail server says in Authentication-Results whom a mail is from; null: nothing it says is believed. */
  mailAuthority: string | null;
  role: 'all' | 'web' | 'worker';
  bootstrapToken: string | null;
  /** Which proxies are believed about `X-Forwarded-For`. */
  trustProxy: Trust;
  /** Origins whose pages may use the API with tokens; none is the rule. */
  corsOrigins: readonly string[];
  /** Null: the one in the database, made with it. */
  secretKey: string | null;
  demo: boolean;
  logLevel: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every wrong setting at once, one line each, by variable name and with what to write instead. */
export class ConfigProblem extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** @throws ConfigProblem */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  /** What the variable says, read by `parse` (undefined: it cannot be); not set or empty is `otherwise`. */
  const setting = <Value>(name: string, otherwise: Value, parse: (text: string) => Value | undefined, remedy: string): Value => {
    const text = environment[name]?.trim();
    if (!text) return otherwise;
    const value = parse(text);
    if (value === undefined) faults.push(`${name}: ${remedy}`);
    return value ?? otherwise;
  };
  const config: Config = {
    port: setting('PORT', 3000, port, 'write a number from 0 to 65535; 0 picks a free port'),
    host: setting('HOST', '127.0.0.1', any, ''),
    publicUrl: setting('PUBLIC_URL', null, url('http:', 'https:'), 'write a URL such as https://visavis.example.org'),
    dataDir: path.resolve(setting('DATA_DIR', './data', any, '')),
    databaseUrl: setting('DATABASE_URL', null, url('postgres:', 'postgresql:'), 'write a URL such as postgres://user:password@host:5432/visavis'),
    redisUrl: setting('REDIS_URL', null, url('redis:', 'rediss:'), 'write a URL such as redis://host:6379'),
    smtpUrl: setting('SMTP_URL', null, url('smtp:', 'smtps:'), 'write a URL such as smtp://user:password@host:587'),
    mailWaitSeconds: setting('MAIL_WAIT_SECONDS', 30, seconds, 'write a number of seconds from 0 to 600'),
    organizerAddress: setting('ORGANIZER_ADDRESS', null, address, 'write one mail address, such as invites@example.org'),
    privateHosts: setting('ALLOW_PRIVATE_HOSTS', [], hosts, 'write host names, each with a port where it is not 80 or 443, such as calendar.intern,10.0.0.8:8443'),
    imapUrl: setting('IMAP_URL', null, url('imap:', 'imaps:'), 'write a URL such as imaps://user:password@host/INBOX'),
    mailAuthority: setting('MAIL_AUTHORITY', null, token, 'write one name, as your mail server begins its Authentication-Results with'),
    role: setting('ROLE', 'all', oneOf('all', 'web', 'worker'), 'write all, web or worker'),
    bootstrapToken: setting('BOOTSTRAP_TOKEN', null, token, 'use a secret without spaces'),
    trustProxy: setting('TRUST_PROXY', trustNobody, readTrust, 'write how many proxies stand before this program, such as 1, or their addresses, such as loopback,10.0.0.0/8'),
    corsOrigins: setting('CORS_ORIGINS', [], origins, 'write origins such as https://tools.example.org, with commas between them'),
    secretKey: setting('SECRET_KEY', null, secret, 'use at least 32 characters, such as the output of `openssl rand -base64 32`'),
    demo: setting('DEMO', '0', oneOf('0', '1'), 'write 1 or 0') === '1',
    logLevel: setting('LOG_LEVEL', 'info', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), 'write fatal, error, warn, info, debug, trace or silent'),
  };
  if (faults.length > 0) throw new ConfigProblem(faults);
  return config;
}

const any = (text: string): string => text;

function port(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function seconds(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) <= 600 ? Number(text) : undefined;
}

function url(...protocols: string[]) {
  return (text: string): string | undefined =>
    (URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text.replace(/\/+$/, '') : undefined);
}

function address(text: string): string | undefined {
  return /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(text) ? text : undefined;
}

function hosts(text: string): readonly string[] | undefined {
  const list = text.toLowerCase().split(',').map((host) => host.trim());
  return list.every((host) => /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/.test(host)) ? list : undefined;
}

function token(text: string): string | undefined {
  return /^\S+$/.test(text) ? text : undefined;
}

function secret(text: string): string | undefined {
  return text.length >= 32 ? text : undefined;
}

function origins(text: string): string[] | undefined {
  const list = text.split(',').map((each) => each.trim());
  return list.every((each) => URL.canParse(each) && new URL(each).origin === each) ? list : undefined;
}

function oneOf<Name extends string>(...names: Name[]) {
  return (text: string): Name | undefined => names.find((name) => name === text);
}
