import type { Logger } from '@slack/bolt';
import type { SlackAppConfig } from './settings.ts';

type Bolt = typeof import('@slack/bolt');
export type SlackWeb = InstanceType<Bolt['webApi']['WebClient']>;
export type SlackSocket = InstanceType<Bolt['SocketModeReceiver']>['client'];

export interface Slack {
  web: SlackWeb;
  /** A Socket Mode client for one connection: it never reconnects by itself, and acknowledging is left to us. */
  openSocket(appToken: string): SlackSocket;
}

const TIMEOUT_MS = 10_000;
/** Slack pings about every 10 s. A connection without a pong for 15 s, or without Slack's pings for 60 s, is dead. */
const WATCH = { clientPingTimeout: 15_000, serverPingTimeout: 60_000 };

/**
 * Loads Bolt (about 35 MB, only if Slack is configured). We use only its transport: the Web API client and the Socket
 * Mode connection. Bolt's App would acknowledge events before they are handled and forget them when the process ends;
 * we store them first and handle them from the inbox. Retries are off: the outbox is the only retrier.
 */
export async function openSlack({ botToken, apiUrl }: Pick<SlackAppConfig, 'botToken' | 'apiUrl'>): Promise<Slack> {
  const { LogLevel, SocketModeReceiver, webApi } = await import('@slack/bolt');
  const logger = silentLogger(LogLevel.ERROR);
  const clientOptions = {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    logger,
  };
  return {
    web: new webApi.WebClient(botToken, clientOptions),
    openSocket(appToken) {
      const installerOptions = { clientOptions };
      const options = { appToken, autoReconnectEnabled: false, logger, installerOptions, ...WATCH };
      const { client } = new SocketModeReceiver(options);
      // the receiver's own listener would pass events to an App, and there is none
      client.removeAllListeners('slack_event');
      return client;
    },
  };
}

/** What these clients log may contain URLs with tickets and the words of messages. */
function silentLogger(level: ReturnType<Logger['getLevel']>): Logger {
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => level,
  };
}
