import type { Config, SlackConfig } from '../../config.ts';
import { faultOf } from '../../lib/log.ts';
import { startLoop, unless } from '../../lib/loop.ts';
import type { Channel, House, Way } from '../../service/house.ts';
import { openSlack, type Slack } from './api.ts';
import { fetchFromSlack } from './files.ts';
import type { SlackIntake } from './intake.ts';
import { isAppRefused } from './outcome.ts';
import { slackPeople } from './people.ts';
import { slackHooks } from './receive.ts';
import { responseUrlsIn } from './respond.ts';
import { appRefusal, slackSender } from './send.ts';
import { startSlackSocket } from './socket.ts';
import { threadsIn } from './thread.ts';

/** A token that was revoked shows by itself as soon as something is sent; otherwise once an hour is soon enough. */
const CHECK_MS = 3_600_000;
const CHECK_AGAIN_MS = 60_000;

/** The owner's Slack app, when there is a token for one: Socket Mode if there is an app token too, else Slack posts to us. */
export async function startSlack(house: House): Promise<Channel | undefined> {
  const { slack: config } = house.config;
  if (!config) return undefined;
  const slack = await openSlack(config);
  const intake: SlackIntake = {
    store: (event) => house.receiver.receive(event),
    person: slackPeople(slack.web),
    deskChannel: config.deskChannel,
  };
  const sender = slackSender({
    web: slack.web,
    files: house.files,
    threadOf: threadsIn(house.db.sql),
    responseUrlOf: responseUrlsIn(house.db.sql, config.apiUrl),
    deskChannel: config.deskChannel,
    onDesk: (ok, detail) => house.noteChannel('slack_desk', ok, detail),
  });
  const checking = checkToken(house, slack);
  const way = config.appToken
    ? bySocket(house, slack, config.appToken, intake)
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

/** By Socket Mode coming in fails apart from going out; what is posted to us cannot be seen to fail. */
export function slackWays({ slack }: Config): Way[] {
  const out = { name: 'slack', on: slack !== undefined };
  return slack?.appToken ? [out, { name: 'slack_socket', on: true }] : [out];
}

/** config.ts refuses a bot token without either. */
function signingSecretOf({ signingSecret }: SlackConfig): string {
  if (!signingSecret) throw new Error('SLACK_SIGNING_SECRET must be set when SLACK_APP_TOKEN is not.');
  return signingSecret;
}

function bySocket(house: House, slack: Slack, appToken: string, intake: SlackIntake): Pick<Channel, 'stop'> {
  const ending = new AbortController();
  const socket = startSlackSocket({
    ...intake,
    open: () => slack.openSocket(appToken),
    resting: house.resting,
    signal: ending.signal,
    onError: (error) => house.log.error(faultOf(error), 'slack envelope not stored'),
    onState: ({ ok, reason, detail }) => {
      if (!ok) house.log.warn({ reason }, 'slack socket');
      // what mends itself within a minute is not worth a word to the owner
      if (ok || reason === 'token_refused') house.noteChannel('slack_socket', ok, detail);
    },
  });
  return {
    async stop() {
      ending.abort();
      await socket.stopped;
    },
  };
}

/** It takes back only its own word: what is sent may be refused although the token is good. */
function checkToken(house: House, { web }: Slack) {
  let good: boolean | undefined;
  return startLoop(
    unless(house.resting, async () => {
      await web.auth.test();
      if (!good) house.noteChannel('slack', true, '');
      good = true;
      return CHECK_MS;
    }),
    (error) => {
      house.log.warn(faultOf(error), 'slack auth.test');
      if (!isAppRefused(error)) return;
      good = false;
      house.noteChannel('slack', false, appRefusal(error));
    },
    CHECK_AGAIN_MS,
  );
}
