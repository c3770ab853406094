import type { ChannelKit, OpenChannel, Opening, RunningChannel } from '../../channel/channel.ts';
import { faultOf } from '../../lib/log.ts';
import { startLoop, unless } from '../../lib/loop.ts';
import { openSlack, type Slack } from './api.ts';
import { fetchFromSlack } from './files.ts';
import type { SlackIntake } from './intake.ts';
import { isAppRefused } from './outcome.ts';
import { parseSlack } from './parse.ts';
import { slackPeople } from './people.ts';
import { slackHooks } from './receive.ts';
import { responseUrlsIn } from './respond.ts';
import { appRefusal, slackSender } from './send.ts';
import type { SlackAppConfig, SlackSettings } from './settings.ts';
import { startSlackSocket } from './socket.ts';
import { threadsIn } from './thread.ts';

/** A revoked token shows as soon as something is sent; apart from that, checking once an hour is enough. */
const CHECK_MS = 3_600_000;
const CHECK_AGAIN_MS = 60_000;

/**
 * The owner's Slack app, if there is a token for one: by Socket Mode if there is an app token too, otherwise Slack
 * posts to us.
 */
export function open({ config: { app } }: Opening<SlackSettings>): OpenChannel {
  return { parse: parseSlack, start: async (kit) => app && startApp(kit, app) };
}

async function startApp(kit: ChannelKit, config: SlackAppConfig): Promise<RunningChannel> {
  const slack = await openSlack(config);
  const intake: SlackIntake = {
    store: (event) => kit.receiver.receive(event),
    person: slackPeople(slack.web),
    deskChannel: config.deskChannel,
  };
  const sender = slackSender({
    web: slack.web,
    files: kit.files,
    threadOf: threadsIn(kit.db.sql),
    responseUrlOf: responseUrlsIn(kit.db.sql, config.apiUrl),
    deskChannel: config.deskChannel,
    onDesk: (ok, detail) => kit.noteChannel('slack_desk', ok, detail),
  });
  const checking = checkToken(kit, slack);
  const way = config.appToken
    ? bySocket(kit, slack, config.appToken, intake)
    : { hooks: slackHooks({ ...intake, signingSecret: signingSecretOf(config), clock: () => new Date() }) };
  return {
    sender,
    fetchFile: fetchFromSlack(slack.web),
    states: ['slack', 'slack_socket', 'slack_desk'],
    ...('hooks' in way && { hooks: way.hooks }),
    async stop() {
      await Promise.all([checking.stop(), 'stop' in way && way.stop()]);
    },
  };
}

/** The settings refuse a bot token that has neither. */
function signingSecretOf({ signingSecret }: SlackAppConfig): string {
  if (!signingSecret) throw new Error('SLACK_SIGNING_SECRET must be set when SLACK_APP_TOKEN is not.');
  return signingSecret;
}

function bySocket(kit: ChannelKit, slack: Slack, appToken: string, intake: SlackIntake): Pick<RunningChannel, 'stop'> {
  const ending = new AbortController();
  const socket = startSlackSocket({
    ...intake,
    open: () => slack.openSocket(appToken),
    resting: kit.resting,
    signal: ending.signal,
    onError: (error) => kit.log.error(faultOf(error), 'slack envelope not stored'),
    onState: ({ ok, reason, detail }) => {
      if (!ok) kit.log.warn({ reason }, 'slack socket');
      // the owner need not hear of what recovers within a minute
      if (ok || reason === 'token_refused') kit.noteChannel('slack_socket', ok, detail);
    },
  });
  return {
    async stop() {
      ending.abort();
      await socket.stopped;
    },
  };
}

/** Checks the token. It withdraws only its own report: a message may be refused although the token is good. */
function checkToken(kit: ChannelKit, { web }: Slack) {
  let good: boolean | undefined;
  return startLoop(
    unless(kit.resting, async () => {
      await web.auth.test();
      if (!good) kit.noteChannel('slack', true, '');
      good = true;
      return CHECK_MS;
    }),
    (error) => {
      kit.log.warn(faultOf(error), 'slack auth.test');
      if (!isAppRefused(error)) return;
      good = false;
      kit.noteChannel('slack', false, appRefusal(error));
    },
    CHECK_AGAIN_MS,
  );
}
