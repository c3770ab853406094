import type { SmsAlphabet } from '../text/sms/parts.ts';

/** What the domain asks about a channel. It never asks which channel it is. */
export interface ChannelFacts {
  /**
   * A channel of letters: they have subjects, stand in threads and go to others in copy, and their sender is only
   * claimed.
   */
  letters?: true;
  /**
   * The terminal of the machine that holds the data: whoever types there is the owner, and sees only what is answered
   * at once.
   */
  local?: true;
  /**
   * The link that opens a chat with us and brings a word along, as `/start <word>`. `name`: the name under which people
   * find us there.
   */
  link?: (name: string, word: string) => string;
  /**
   * Where everybody reads what we post, as it is typed or pasted: a public name, an id, a link to a message there. The address there;
   * undefined if the words name no such place.
   */
  outlet?: (typed: string) => string | undefined;
  /**
   * Texts to a phone number. They carry words alone, and who sends one proves too little to give commands. People leave
   * by a word (STOP), and are not written to until they come back by one.
   */
  phone?: true;
  /** No field opens there for what we ask, and not every question can be answered below it: what is typed next is the answer. */
  fieldless?: true;
}

/** How texts leave by a channel where they are short and paid for by the piece. */
export interface ShortTexts {
  /** The longest that is taken, in UTF-16 units. */
  longest: number;
  /** The alphabet in which parts are counted. Default: as the letters need. */
  alphabet?: SmsAlphabet;
  /** What one part costs, as a decimal of the currency; its currency, default: the house's. */
  price?: { decimal: string; currency: string | undefined };
}

/** Every channel there is, by its name. */
export const channelFacts = {
  telegram: { link: (name, word) => `https://t.me/${name}?start=${word}`, outlet: telegramChannel },
  slack: { outlet: slackChannel, fieldless: true },
  email: { letters: true },
  sms: { phone: true },
  console: { local: true },
} satisfies Record<string, ChannelFacts>;

/** `@teahouse`, `t.me/teahouse/12`; of one without a public name `-100…` or a link to a message in it, `t.me/c/…/12`. */
function telegramChannel(typed: string): string | undefined {
  const [, hidden, name] =
    /^(?:https?:\/\/)?t\.me\/(?:c\/(\d{5,15})|([a-z]\w{3,31}))(?:\/\d{1,12})?\/?$/i.exec(typed) ?? [];
  if (hidden) return `-100${hidden}`;
  if (name) return `@${name}`;
  return /^(?:@[a-z]\w{3,31}|-100\d{5,15})$/i.exec(typed)?.[0];
}

/** A channel's id, or a link to it or to a message in it: its name alone says too little. */
function slackChannel(typed: string): string | undefined {
  return /^(?:#?|https:\/\/[\w.-]{1,100}\.slack\.com\/archives\/)([CG][A-Z\d]{8,14})(?:\/p\d{1,20})?\/?$/.exec(
    typed,
  )?.[1];
}

/** Where people write from. Identities also have the channel `phone` and the shops' own (`shopify`). */
export type Channel = keyof typeof channelFacts;

const facts = new Map<string, ChannelFacts>(Object.entries(channelFacts));

/** Whether letters come and go there. It takes any name, also a shop's. */
export const hasLetters = (channel: string): boolean => facts.get(channel)?.letters === true;
/** Whether it is the owner's terminal. */
export const isLocal = (channel: string): boolean => facts.get(channel)?.local === true;
/** Whether it is texts to a phone number. */
export const isByPhone = (channel: string): boolean => facts.get(channel)?.phone === true;
/** Whether what is typed next to a question is its answer there. */
export const isFieldless = (channel: string): boolean => facts.get(channel)?.fieldless === true;
/** How a link opens a chat there; undefined if no link can. */
export const linkOf = (channel: string): ChannelFacts['link'] => facts.get(channel)?.link;

/** Which place of which channel is meant; undefined if it is none where we could post. */
export function outletIn(typed: string): { channel: string; address: string } | undefined {
  for (const [channel, { outlet }] of facts) {
    const address = outlet?.(typed);
    if (address) return { channel, address };
  }
  return undefined;
}

/** For queries: the channels of letters, and the owner's terminal. */
export const LETTERS: readonly string[] = [...facts.keys()].filter(hasLetters);
export const LOCAL: readonly string[] = [...facts.keys()].filter(isLocal);
/** The channels on which other people write. */
export const REMOTE: readonly string[] = [...facts.keys()].filter((channel) => !isLocal(channel));

/** Every channel except the owner's terminal. */
export type RemoteChannel = Exclude<Channel, 'console'>;

/** A writer, as the channel knows them. */
export interface Party {
  /** The person's id on the channel: Telegram user id, mail address. */
  address: string;
  name: string;
  /** The channel's hint about their language, such as 'zh-hans' or 'en-GB'. */
  language?: string;
  /** A further identity that the channel itself vouches for. */
  phone?: string;
}

/** Whether a chat is somebody's own with us: it has their address. */
export const isPrivate = ({ chat, from }: { chat: string; from: Party }): boolean => chat === from.address;
