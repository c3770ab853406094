import { narrow } from '../normalise.ts';

/** In front they deny the whole: 'no, she did not', 不同意. Better asked once more than a mail to somebody who said no. */
const DENIES =
  /^(?:(?:no|nope|nah|not|never|none|nobody|nein|nicht|kein\w*|non|não|off|false|declined|refused|withdrawn|withdrew|revoked|unsubscribed|opted[ -]?out|unknown|unsure|n\/a)(?![\p{L}\p{N}])|[不没沒未否无無别別]|拒|退订|退訂)/iu;
const WITHIN =
  /\b(?:did ?n['’]?o?t|do(?:es)? ?n['’]?o?t|never|declined|refused|unsubscribed|opted out)\b|[不没沒未]有?(?:同意|答应|答應|愿意|願意|允许|允許)|拒绝|拒絕|退订|退訂/iu;

/** Whether words that should say how somebody agreed say that they did not, or say nothing at all: '-', a space that is not seen. */
export function deniesOrSaysNothing(words: string): boolean {
  const said = narrow(words).trim();
  return !/[\p{L}\p{N}]/u.test(said) || DENIES.test(said.replace(/^[^\p{L}\p{N}]+/u, '')) || WITHIN.test(said);
}
