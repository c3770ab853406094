import { hasLetters, isByPhone } from '../channel.ts';
import type { Context } from '../context.ts';
import { advertisingSender } from '../people/advertising.ts';
import { loadFields } from '../people/fields/field.ts';
import { preferencesPath } from '../people/preferences/link.ts';
import type { Compiled } from '../templates/compile.ts';
import type { TemplateFault } from '../templates/fault.ts';
import { fieldNames, type PersonData } from '../templates/person_data.ts';
import type { Campaign } from './campaign.ts';
import { variantsOf } from './versions/texts.ts';
import type { Version } from './versions/version.ts';

/** So many campaigns' words are kept as they were read; a house sends few at once. */
const MOST_KEPT = 20;
const kept = new Map<string, Compiled>();

/**
 * A campaign's words, ready for as many people as there are. They are read once, so that all its mails share what they have in common;
 * what reads them is loaded when the first campaign needs it. `version`: which of two texts; default: the first. `footer`: whether a line
 * below leads to unsubscribing; default: only of a letter, and then who writes stands above it. A text message, or one in a chat, ends with who writes and the word
 * that stops it.
 */
export async function wordsOf(
  { tx, settings }: Pick<Context, 'tx' | 'settings'>,
  campaign: Pick<Campaign, 'variants' | 'second' | 'channel' | 'asks'>,
  { version = null, footer = hasLetters(campaign.channel) }: { version?: Version | null; footer?: boolean } = {},
): Promise<Compiled | TemplateFault> {
  const short = isByPhone(campaign.channel) ? ('text' as const) : ('chat' as const);
  const close = hasLetters(campaign.channel) ? undefined : short;
  const sender = footer || close ? advertisingSender(settings) : '';
  const fields = campaign.asks ? [CONFIRM_URL] : fieldNames(await loadFields(tx));
  const options = { fields, footer, sender, close };
  const variants = variantsOf(campaign, version);
  const key = JSON.stringify([variants, options]);
  const known = kept.get(key);
  if (known) return known;
  const { compile } = await import('../templates/compile.ts');
  const compiled = compile(variants, options);
  if (!('render' in compiled)) return compiled;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, compiled);
  return compiled;
}

/** Where somebody says that they want no more. */
export const preferencesUrl = (
  { publicUrl, linkKey }: Pick<Context, 'publicUrl' | 'linkKey'>,
  { contactId, channel, address }: { contactId: string; channel: string; address: string },
): string => `${publicUrl}${preferencesPath(linkKey, { contactId, channel, address })}`;

/** Under which name the words of a campaign that asks have the page where its reader agrees. Whatever else they may say is ours, too. */
const CONFIRM_URL = 'confirm_url';
/** That page, in these words. */
export const CONFIRM_PAGE = `{{ fields.${CONFIRM_URL} }}`;

/** What is known of somebody, with where they say that they want no more, and of a campaign that asks where they agree (default: there, too). */
export const withUrl = (
  { asks }: Pick<Campaign, 'asks'>,
  data: PersonData,
  { url, confirmUrl = url }: { url: string; confirmUrl?: string },
): PersonData => ({ ...data, unsubscribe_url: url, ...(asks && { fields: { [CONFIRM_URL]: confirmUrl } }) });

/** The words of each version that is among these, by version. */
export async function wordsOfEach(
  ctx: Pick<Context, 'tx' | 'settings'>,
  campaign: Pick<Campaign, 'variants' | 'second' | 'channel' | 'asks'>,
  some: readonly { version: Version | null }[],
): Promise<Map<Version | null, Compiled | TemplateFault>> {
  const words = new Map<Version | null, Compiled | TemplateFault>();
  for (const version of new Set(some.map((one) => one.version)))
    words.set(version, await wordsOf(ctx, campaign, { version }));
  return words;
}
