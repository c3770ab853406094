import { narrow } from '../normalise.ts';

/** What a file's own column says of whether somebody wants news by mail; `unsure`: it says something, and not which. */
export type SaidOfNews = 'yes' | 'no' | 'unsure';

const YES =
  /^(?:yes|y|true|t|1|x|✓|✔|on|subscribed|opted[ _-]?in|opt[ _-]?in|active|confirmed|granted|ja|oui|sí|si|sim|はい|是|有|要|对|已订阅|订阅|同意|已同意|愿意|接受)$/u;
const NO =
  /^(?:no|n|false|f|0|✗|✘|off|never|none|not[ _-]subscribed|never[ _-]subscribed|non[ _-]?subscribed|unsubscribed?|opted[ _-]?out|opt[ _-]?out|declined|refused|withdrawn|revoked|blocked|blocklisted|blacklisted|suppressed|complained|nein|non|não|いいえ|否|无|無|没有|不|不是|不要|不同意|未同意|未订阅|没订阅|不订阅|已退订|退订|拒绝|拒收|不接受|不愿意)$/u;
/** When they said so: a day, whatever its order. */
const DAY = /^(?=\D{0,4}\d)(?=.*[1-9])\d{1,4}\D\d{1,2}\D\d{1,4}(?!\d)/;
/** A day of a program that knows none: 0000-00-00 00:00:00. */
const NO_DAY = /^[0\s:./TZ-]+$/;

const plain = (value: string): string => narrow(value).trim().toLowerCase();

/** Of a column that is yes for whoever wants news: 'Accepts Email Marketing', 是否订阅. Linear. */
export function wantsNews(value: string): SaidOfNews {
  const word = plain(value);
  if (NO.test(word)) return 'no';
  return YES.test(word) || DAY.test(word) ? 'yes' : 'unsure';
}

/** Of a column that is filled in, or yes, for whoever wants none: 'UNSUB_TIME', 'Email Opt-Out'. Nothing else is said by a no there. */
export function wantsNone(value: string): SaidOfNews | undefined {
  const word = plain(value);
  if (/^(?:unsubscribed?|opted[ _-]?out|opt[ _-]?out|已退订|退订|拒收)$/u.test(word)) return 'no';
  if (word !== '0' && NO_DAY.test(word)) return undefined;
  return NO.test(word) || /^(?:subscribed|未退订|没有退订)$/u.test(word) ? undefined : 'no';
}

/** Whether a value can be nothing but a word of it, whatever its heading says. */
export const tellsOfNews = (value: string): boolean =>
  /^(?:(?:un|not[ _-]|never[ _-]|non[ _-]?)?subscribed|opted[ _-](?:in|out)|已订阅|未订阅|已退订|退订)$/u.test(
    plain(value),
  );
