import type * as z from 'zod';
import { slackSettings } from '../bots/slack/settings.ts';
import { smsSettings } from '../bots/sms/settings.ts';
import { telegramSettings } from '../bots/telegram/settings.ts';
import type { ChannelSettings, OpenChannel, Opening } from '../channel/channel.ts';
import type { RemoteChannel } from '../domain/channel.ts';
import { mailSettings } from '../mail/settings.ts';
import type { Sentence } from '../text/explained.ts';

/** Every channel except the terminal, one line each: its settings and the program that is loaded for it. */
const all = {
  telegram: channel(telegramSettings, () => import('../bots/telegram/index.ts')),
  slack: channel(slackSettings, () => import('../bots/slack/index.ts')),
  email: channel(mailSettings, () => import('../mail/index.ts')),
  sms: channel(smsSettings, () => import('../bots/sms/index.ts')),
} satisfies Record<RemoteChannel, unknown>;

/** What the environment says about each channel. */
export type ChannelConfigs = { [Name in keyof typeof all]: ReturnType<(typeof all)[Name]['settings']['read']> };

interface Entry {
  settings: ChannelSettings<z.ZodRawShape, unknown>;
  load(): Promise<{ open(opening: Opening<unknown>): OpenChannel }>;
}

/** Ties a channel's settings to the program that is opened with them, so that both have the same type. */
function channel<Shape extends z.ZodRawShape, Own>(
  settings: ChannelSettings<Shape, Own>,
  load: () => Promise<{ open: (opening: Opening<Own>) => OpenChannel }>,
) {
  return { settings, load };
}

const entries: [name: string, entry: Entry][] = Object.entries(all);

/** The variables of all channels. */
export const variables: z.ZodRawShape = Object.assign({}, ...entries.map(([, { settings }]) => settings.variables));

type Environment = Record<string, unknown>;

/** One sentence for each combination of variables that does not work, though each is valid alone. */
export function problemsOf(environment: Environment, house: { publicUrl: string | undefined }): Sentence[] {
  return entries.flatMap(([, { settings }]) => settings.problems?.(environment, house) ?? []);
}

/** What the environment says about each channel. `variables` has checked it already. */
export function readChannels(environment: Environment): ChannelConfigs {
  const read = entries.map(([name, { settings }]) => [name, settings.read(environment)]);
  return Object.fromEntries(read) as ChannelConfigs;
}

/** Asks each channel something about its settings and leaves out the channels that have no answer. */
export function askEach<T>(
  configs: ChannelConfigs,
  ask: (settings: Entry['settings'], own: unknown) => T | undefined,
): [name: string, answer: T][] {
  return entries.flatMap(([name, { settings }]): [string, T][] => {
    const answer = ask(settings, configs[name as keyof ChannelConfigs]);
    return answer === undefined ? [] : [[name, answer]];
  });
}

/** Loads the program of each channel. */
export async function loadChannels(): Promise<ChannelPrograms> {
  return Promise.all(entries.map(async ([name, { load }]) => ({ name, open: (await load()).open })));
}

/** Each channel's program, not opened yet. */
export type ChannelPrograms = { name: string; open(opening: Opening<unknown>): OpenChannel }[];

/** Opens each channel with its settings. */
export function openChannels(
  programs: ChannelPrograms,
  configs: ChannelConfigs,
  { key, publicUrl }: Omit<Opening<unknown>, 'config'>,
): Record<string, OpenChannel> {
  const opened = programs.map(({ name, open }) => {
    const config = configs[name as keyof ChannelConfigs];
    return [name, open({ config, key, publicUrl })];
  });
  return Object.fromEntries(opened);
}
