import * as z from 'zod';
import type { ChannelSettings } from '../../channel/channel.ts';
import { url } from '../../channel/variables.ts';

export interface SlackSettings {
  /** Undefined: there is no app. */
  app: SlackAppConfig | undefined;
  ownerId: string | undefined;
}

export interface SlackAppConfig {
  botToken: string;
  /** Its presence chooses Socket Mode. */
  appToken: string | undefined;
  signingSecret: string | undefined;
  /** With a slash at its end. */
  apiUrl: string;
  /** The channel where cards of customers go, each conversation in a thread; undefined: the owner's own chat with the bot. */
  deskChannel: string | undefined;
}

const variables = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{5,}$/, 'must look like xoxb-… (the app’s page OAuth & Permissions, Bot User OAuth Token)')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{5,}$/, 'must look like xapp-… (Basic Information, App-Level Tokens, scope connections:write)')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S{8,}$/, 'must be the Signing Secret of the app’s page Basic Information')
    .optional(),
  SLACK_API_URL: url(['http:', 'https:'], 'https://slack.com/api/').default('https://slack.com/api/'),
  SLACK_OWNER_ID: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/, 'must look like U0123ABCD (your Slack profile, ⋮, Copy member ID)')
    .optional(),
  SLACK_DESK_CHANNEL: z
    .string()
    .regex(
      /^[CG][A-Z0-9]{2,}$/,
      'must be a channel’s id like C0123ABCD (at the end of the channel’s details), not its name',
    )
    .optional(),
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
    if (SLACK_BOT_TOKEN && !way)
      return [
        'SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET must be set when SLACK_BOT_TOKEN is',
      ];
    return !SLACK_BOT_TOKEN && way
      ? ['SLACK_BOT_TOKEN must be set when SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is']
      : [];
  },
  /** With Socket Mode, coming in can fail while going out works; where Slack posts to us, we cannot see that it fails. */
  ways({ app }) {
    const out = { name: 'slack', on: app !== undefined };
    return app?.appToken ? [out, { name: 'slack_socket', on: true }] : [out];
  },
  banner: ({ app }) => [app ? 'slackOn' : 'slackOff'],
  owner: ({ ownerId }) => ownerId,
  deskChat: ({ app }) => app?.deskChannel,
};
