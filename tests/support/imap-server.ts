import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { freePort } from './redis.ts';
import { until } from './until.ts';

export const isDovecotHere = spawnSync('dovecot', ['--version']).status === 0;

/** A real IMAP server (Dovecot) on a free port of this machine, with one mailbox. */
export interface ImapServer {
  /** `imap://user:password@host:port/INBOX`. */
  url: string;
  /** Puts a mail into the mailbox, as a delivery agent would. */
  deliver(raw: string): void;
  /** Ends the server, and every connection to it. */
  stop(): Promise<void>;
  /** On the same port, with the same mail. */
  start(): Promise<void>;
  remove(): void;
}

export async function startImapServer(): Promise<ImapServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'visavis-imap-'));
  const port = await freePort();
  // As root Dovecot uses the users its package brings; mail belongs to nobody in particular.
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? [65_534, 65_534] : [process.getuid!(), process.getgid!()];
  const own = (folder: string) => { if (isRoot) chownSync(folder, uid, gid); };
  for (const folder of ['', 'mail', 'mail/cur', 'mail/new', 'mail/tmp']) {
    mkdirSync(path.join(home, folder), { recursive: true });
    own(path.join(home, folder));
  }
  writeFileSync(path.join(home, 'dovecot.conf'), configuration(home, port, uid, gid, isRoot ? null : userInfo().username));
  let stop = async () => {};
  let delivered = 0;
  const start = async () => {
    const child = spawn('dovecot', ['-F', '-c', path.join(home, 'dovecot.conf')], { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
    stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    await until('Dovecot listens', () => listens(port));
  };
  await start();
  return {
    url: `imap://visavis:s%40cret@127.0.0.1:${port}/INBOX`,
    deliver: (raw) => {
      delivered += 1;
      const name = `${Date.now()}.${delivered}.test`;
      const draft = path.join(home, 'mail/tmp', name);
      writeFileSync(draft, raw.replaceAll('\r\n', '\n'), { mode: 0o600 });
      own(draft);
      renameSync(draft, path.join(home, 'mail/new', name));
    },
    stop: () => stop(),
    start,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function configuration(home: string, port: number, uid: number, gid: number, user: string | null): string {
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${home}/mail
first_valid_uid = 1
first_valid_gid = 1
${user === null ? '' : `default_login_user = ${user}\ndefault_internal_user = ${user}\ndefault_internal_group = \n`}
passdb {
  driver = static
  args = password=s@cret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}
}
service imap-login {
  ${user === null ? '' : 'chroot ='}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${user === null ? '' : 'service anvil {\n  chroot =\n}\n'}
`;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}
