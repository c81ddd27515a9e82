import type * as config from '../../server/config.ts';
import type * as log from '../../server/log.ts';
import type * as server from '../../server/start.ts';
import { logFile } from './logs.ts';
import { createDatabase } from './postgres.ts';

type Server = Pick<typeof config, 'readConfig'> & Pick<typeof log, 'openLog'> & Pick<typeof server, 'start'>;

export const OWNER_TOKEN = 'owner-token-of-the-tests';

export interface App {
  /** Without a slash at its end; links and invitations carry the same. */
  url: string;
  ownerToken: string;
  databaseUrl: string;
  /** Sign-in links of the demo's people, by `cluster Madrid Audio Cluster`, `facilitator …`, `coordinator`. Empty without the demo. */
  links: Record<string, string>;
  /** What whoever starts a new installation is shown; null where there is a token or a programme. */
  setUpUrl: string | null;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Seeds the CECIL programme, dated from next Monday. */
  demo?: boolean;
  /** Shares another app's database: a second server process, as it were. */
  databaseUrl?: string;
  env?: config.Environment;
}

/** The whole server on a free port, with a database of its own unless one is given. */
export async function startApp({ demo = false, databaseUrl, env = {} }: AppOptions = {}): Promise<App> {
  const database = databaseUrl === undefined ? await createDatabase() : null;
  const url = databaseUrl ?? database!.url;
  const { readConfig, openLog, start } = outsideJest('./load-server.cjs') as Server;
  const config = readConfig({
    PORT: '0', DATABASE_URL: url, BOOTSTRAP_TOKEN: OWNER_TOKEN, DEMO: demo ? '1' : '0', MAIL_WAIT_SECONDS: '0', ...env,
  });
  // Into the run's own file, which is searched at its end; TEST_LOG=info shows it instead.
  const running = await start(config, openLog(process.env.TEST_LOG ?? 'debug', config.role, process.env.TEST_LOG ? null : logFile()));
  return {
    url: running.url!,
    ownerToken: OWNER_TOKEN,
    databaseUrl: url,
    links: Object.fromEntries(running.links.map((link) => [link.who, link.url.replace(/^http:\/\/localhost:\d+/, running.url!)])),
    setUpUrl: running.setUpUrl?.replace(/^http:\/\/localhost:\d+/, running.url!) ?? null,
    stop: async () => {
      await running.stop();
      await database?.drop();
    },
  };
}
