/** What the domain asks about a channel. It never asks which one it is. */
export interface ChannelFacts {
  /** Letters: they have subjects, stand in threads and go to others in copy, and who sent one is only claimed. */
  letters?: true;
  /** The terminal of the machine that holds the data: whoever types there is the owner, and looks only at what is answered at once. */
  local?: true;
  /** The link that opens a chat with us and brings a word along, as `/start <word>`. `name`: our name, as people find us there. */
  link?: (name: string, word: string) => string;
}

/** Every channel there is, by its name. */
export const channelFacts = {
  telegram: { link: (name, word) => `https://t.me/${name}?start=${word}` },
  slack: {},
  email: { letters: true },
  console: { local: true },
} satisfies Record<string, ChannelFacts>;

/** Where people write from. Identity channels also include `phone` and the shops' own (`shopify`). */
export type Channel = keyof typeof channelFacts;

const facts = new Map<string, ChannelFacts>(Object.entries(channelFacts));

/** Whether letters come and go there. Any name may be asked about, a shop's too. */
export const hasLetters = (channel: string): boolean => facts.get(channel)?.letters === true;
/** Whether it is the owner's terminal. */
export const isLocal = (channel: string): boolean => facts.get(channel)?.local === true;
/** How a link opens a chat there; undefined where no link does. */
export const linkOf = (channel: string): ChannelFacts['link'] => facts.get(channel)?.link;

/** For queries: the channels of letters, the owner's terminal. */
export const LETTERS: readonly string[] = [...facts.keys()].filter(hasLetters);
export const LOCAL: readonly string[] = [...facts.keys()].filter(isLocal);
/** A channel on which others write. */
export const REMOTE: readonly string[] = [...facts.keys()].filter((channel) => !isLocal(channel));

/** Every channel but the owner's terminal. */
export type RemoteChannel = Exclude<Channel, 'console'>;

/** Whoever wrote, as the channel knows them. */
export interface Party {
  /** The person's id on the channel: Telegram user id, mail address. */
  address: string;
  name: string;
  /** The channel's hint of their language, e.g. 'zh-hans', 'en-GB'. */
  language?: string;
  /** Further identities the channel itself vouches for. */
  phone?: string;
}
