import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { WEB_FORM } from '../../webforms/web_form.ts';
import type { CommandContext } from '../command.ts';
import { nearest } from '../similar.ts';

const SHOPS = typedMeanings<string>(({ shops }) => shops);
/** Any system that can post, whatever it is. */
const OWN_SYSTEM = 'erp';
const CLOSED = typedWords(({ closedShops }) => closedShops);

/** The system that a word names, as it is called in addresses: woo is woocommerce, 有赞 is youzan. */
export const shopMeant = (word: string): string | undefined => SHOPS.get(word.toLowerCase());

const LONGEST_FIRST = [...CLOSED].sort((one, other) => other.length - one.length);

/** What a sentence names that lets nobody in, as it is called there; '' where it names none. */
export function closedShopIn(text: string): string {
  const lower = text.toLowerCase();
  const words = new Set(lower.match(/[a-z\d]+/gu));
  return LONGEST_FIRST.find((name) => (/^[a-z\d]+$/u.test(name) ? words.has(name) : lower.includes(name))) ?? '';
}

const NAMES = new Set(SHOPS.values());

/** Whether it is the name of a system as addresses have it. */
export const isShop = (name: string): boolean => NAMES.has(name);

/**
 * A word behind /connect that is no system we know: what it is near to, what helps with one that lets nobody in, and else all there are.
 * What stands behind the word may be a secret, so no button carries it.
 */
export function noSuchShop({ t, providers }: CommandContext, word: string): Reply {
  const button = (provider: string): Button => ({
    label: `+ ${t.channel(provider)}`,
    command: `/connect ${provider}`,
  });
  if (CLOSED.has(word.toLowerCase()))
    return failed(t.connect.closedShop(word), {
      buttons: [[button(shopMeant(OWN_SYSTEM)!)], [{ label: t.connect.importPeople, command: '/import' }]],
    });
  const near = nearest(word, [...SHOPS.keys()]);
  const meant = near && SHOPS.get(near);
  if (meant && providers.includes(meant)) return failed(t.connect.perhaps, { buttons: [[button(meant)]] });
  const all = [...providers, WEB_FORM].map(button);
  return failed(t.connect.unknownShop, { buttons: [all.slice(0, 3), all.slice(3)] });
}
