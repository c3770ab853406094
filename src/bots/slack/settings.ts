import type { ChannelSettings } from '../../channel/channel.ts';
import { matching, url, wrong } from '../../channel/variables.ts';

export interface SlackSettings {
  /** Undefined if there is no app. */
  app: SlackAppConfig | undefined;
  ownerId: string | undefined;
}

export interface SlackAppConfig {
  botToken: string;
  /** If it is set, we use Socket Mode. */
  appToken: string | undefined;
  signingSecret: string | undefined;
  /** Ends in a slash. */
  apiUrl: string;
  /**
   * The channel for cards of customers, with a thread for each conversation; undefined: the owner's own chat with the
   * bot.
   */
  deskChannel: string | undefined;
}

const variables = {
  SLACK_BOT_TOKEN: matching(/^xoxb-[\w-]{5,}$/, ({ variable }) => variable.slackBotToken).optional(),
  SLACK_APP_TOKEN: matching(/^xapp-[\w-]{5,}$/, ({ variable }) => variable.slackAppToken).optional(),
  SLACK_SIGNING_SECRET: matching(/^\S{8,}$/, ({ variable }) => variable.slackSecret).optional(),
  SLACK_API_URL: url(['http:', 'https:'], 'https://slack.com/api/').default('https://slack.com/api/'),
  SLACK_OWNER_ID: matching(/^[UW][A-Z0-9]{2,}$/, ({ variable }) => variable.slackOwner).optional(),
  SLACK_DESK_CHANNEL: matching(/^[CG][A-Z0-9]{2,}$/, ({ variable }) => variable.slackChannel).optional(),
};

export const slackSettings: ChannelSettings<typeof variables, SlackSettings> = {
  variables,
  read: (env) => ({
    app: env.SLACK_BOT_TOKEN
      ? {
          botToken: env.SLACK_BOT_TOKEN,
          appToken: env.SLACK_APP_TOKEN,
          signingSecret: env.SLACK_SIGNING_SECRET,
          apiUrl: `${env.SLACK_API_URL.replace(/\/+$/, '')}/`,
          deskChannel: env.SLACK_DESK_CHANNEL,
        }
      : undefined,
    ownerId: env.SLACK_OWNER_ID,
  }),
  problems({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) {
    const way = SLACK_APP_TOKEN || SLACK_SIGNING_SECRET;
    if (SLACK_BOT_TOKEN && !way) return [wrong('SLACK_APP_TOKEN', ({ variable }) => variable.slackWay)];
    return !SLACK_BOT_TOKEN && way ? [wrong('SLACK_BOT_TOKEN', ({ variable }) => variable.slackBot)] : [];
  },
  /** With Socket Mode, receiving can fail while sending works; if Slack posts to us, we cannot see that it fails. */
  ways({ app }) {
    const out = { name: 'slack', on: app !== undefined };
    return app?.appToken ? [out, { name: 'slack_socket', on: true }] : [out];
  },
  banner: ({ app }) => [app ? 'slackOn' : 'slackOff'],
  owner: ({ ownerId }) => ownerId,
  deskChat: ({ app }) => app?.deskChannel,
};
