import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMarionette, type Marionette } from './marionette.ts';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';

export const thunderbirdIsHere = spawnSync('thunderbird', ['--version']).status === 0;

/** What Thunderbird shows above a mail with an event in it: its sentence, and the buttons a person can press, by their names inside. */
export interface Bar {
  readonly says: string;
  readonly buttons: readonly string[];
}

/** An event in its calendar; instants as ISO text. */
export interface Kept {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly location: string;
  /** Address and PARTSTAT. */
  readonly attendees: readonly string[];
}

/** A real Thunderbird, without a screen, of one person with one calendar. Its mail goes to a server of the tests. */
export interface Thunderbird {
  /** Puts a mail into its inbox and opens it, as its reader does. */
  open(raw: string): Promise<Bar>;
  /** Presses a button above the mail that is open, and waits until Thunderbird is done with it: until `until` holds of its calendar. */
  press(button: string, until: (kept: readonly Kept[]) => boolean): Promise<void>;
  kept(): Promise<readonly Kept[]>;
  /** What it has sent. */
  readonly outgoing: SmtpSink;
  stop(): Promise<void>;
}

export async function startThunderbird(person: { name: string; email: string; timeZone: string }): Promise<Thunderbird> {
  const outgoing = await startSmtpSink();
  const profile = mkdtempSync(join(tmpdir(), 'visavis-thunderbird-'));
  const port = await freePort();
  writeFileSync(join(profile, 'user.js'), settings(person, port, Number(new URL(outgoing.url).port)));
  const program = spawn('thunderbird', ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile], {
    stdio: 'ignore', detached: true, env: { ...process.env, HOME: profile, MOZ_HEADLESS: '1' },
  });
  const stop = async () => {
    await ended(program);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    await outgoing.close();
  };
  try {
    const line = await openMarionette(port);
    await line.run(PREPARE);
    return { ...driven(line), outgoing, stop: async () => { line.close(); await stop(); } };
  } catch (error) {
    await stop();
    throw error;
  }
}

function driven(line: Marionette): Pick<Thunderbird, 'open' | 'press' | 'kept'> {
  const kept = () => line.run<Kept[]>(`${TOOLS} return await kept();`);
  return {
    kept,
    open: (raw) => line.run<Bar>(`${TOOLS} ${OPEN}`, Buffer.from(raw, 'utf8').toString('latin1')),
    async press(button, until) {
      await line.run(`${TOOLS} view().document.getElementById(given).doCommand();`, button);
      const deadline = performance.now() + 20_000;
      while (!until(await kept())) {
        if (performance.now() > deadline) throw new Error(`${button} came to ${JSON.stringify(await kept())}`);
      }
    },
  };
}

/** One account without a server behind it, one calendar, and nobody to talk to but this machine. */
function settings({ name, email, timeZone }: { name: string; email: string; timeZone: string }, port: number, smtpPort: number): string {
  const account = { fullName: name, useremail: email, smtpServer: 'smtp1', valid: true };
  const smtp = { hostname: '127.0.0.1', port: smtpPort, authMethod: 1, try_ssl: 0, username: '' };
  const folders = (type: string, host: string) => ({ type, hostname: host, name: host, userName: 'nobody', 'directory-rel': `[ProfD]Mail/${host}` });
  // Of a kind that may be somebody's main account; it is never asked for mail.
  const inbox = { ...folders('pop3', '127.0.0.1'), port: 9, login_at_startup: false, check_new_mail: false };
  const under = (prefix: string, values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]));
  const all: Record<string, unknown> = {
    'marionette.port': port,
    'calendar.timezone.useSystemTimezone': false, 'calendar.timezone.local': timeZone,
    'mail.accountmanager.accounts': 'account1,account2', 'mail.accountmanager.defaultaccount': 'account1', 'mail.accountmanager.localfoldersserver': 'server2',
    'mail.account.account1.identities': 'id1', 'mail.account.account1.server': 'server1', 'mail.account.account2.server': 'server2',
    'mail.smtpservers': 'smtp1', 'mail.smtp.defaultserver': 'smtp1',
    ...under('mail.identity.id1', account), ...under('mail.smtpserver.smtp1', smtp),
    ...under('mail.server.server1', inbox), ...under('mail.server.server2', folders('none', 'Local Folders')),
    'mail.shell.checkDefaultClient': false, 'mail.spotlight.firstRunDone': true, 'mailnews.start_page.enabled': false, 'mail.provider.suppress_dialog_on_startup': true,
    'app.update.enabled': false, 'app.update.auto': false, 'extensions.update.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false, 'services.settings.server': 'http://127.0.0.1:9/', 'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false, 'network.dns.disablePrefetch': true,
    ...under('network.proxy', { type: 1, http: '127.0.0.1', http_port: 9, ssl: '127.0.0.1', ssl_port: 9, no_proxies_on: 'localhost, 127.0.0.1' }),
  };
  return Object.entries(all).map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`).join('');
}

/** What every script of ours has at hand, inside Thunderbird. */
const TOOLS = `
  const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs');
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  const [home] = cal.manager.getCalendars();
  const root = MailServices.accounts.getAccount('account1').incomingServer.rootFolder.QueryInterface(Ci.nsIMsgLocalMailFolder);
  const panes = () => window.document.getElementById('tabmail').currentAbout3Pane;
  const view = () => panes().messageBrowser.contentWindow;
  const until = async (what, holds) => {
    for (const start = Date.now(); ; await new Promise((resolve) => { window.setTimeout(resolve, 30); })) {
      const value = await holds();
      if (value) return value;
      if (Date.now() - start > 20000) throw new Error('waited in vain: ' + what);
    }
  };
  const iso = (time) => new Date(time.nativeTime / 1000).toISOString();
  const kept = async () => (await home.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null)).map((event) => ({
    uid: event.id, sequence: Number(event.getProperty('SEQUENCE')), start: iso(event.startDate), end: iso(event.endDate), status: event.status,
    location: event.getProperty('LOCATION'), attendees: event.getAttendees().map((each) => each.id.replace(/^mailto:/i, '') + ' ' + each.participationStatus),
  }));`;

const PREPARE = `${TOOLS}
  home.setProperty('disabled', false);
  home.setProperty('imip.identity.key', 'id1');
  root.createLocalSubfolder('Invitations');`;

/** `given`: the mail's bytes. The bar is emptied first, so that what is read is of this mail and not of the one before. */
const OPEN = `
  const folder = root.getChildNamed('Invitations').QueryInterface(Ci.nsIMsgLocalMailFolder);
  const mail = folder.addMessage(given);
  panes().displayFolder(folder.URI);
  await until('the folder is shown', () => panes().gFolder?.URI === folder.URI && panes().gDBView?.rowCount);
  const row = await until('the mail is listed', () => { const at = panes().gDBView.findIndexOfMsgHdr(mail, true); return at < 0xffffffff && at + 1; });
  view().calImipBar?.resetBar();
  panes().threadTree.selectedIndex = row - 1;
  await until('the mail is open', () => view().gMessage?.messageKey === mail.messageKey);
  const shown = () => [...view().document.querySelectorAll('#imip-view-toolbar > toolbarbutton')].filter((button) => !button.hidden).map((button) => button.id);
  await until('the bar is shown', () => !view().document.getElementById('imip-bar').collapsed && shown().length > 0);
  return { says: view().document.querySelector('#imip-bar .msgNotificationBarText').textContent, buttons: shown() };`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** With the processes it has started. */
async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.pid === undefined) return;
  const gone = new Promise((resolve) => { program.once('exit', resolve); });
  process.kill(-program.pid, 'SIGKILL');
  await gone;
}
