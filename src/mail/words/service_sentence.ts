import { head, headWords } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import { isPrograms } from '../../text/nobody.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { firstAddress, type Sender } from '../send/sender.ts';
import { dialled, type FormReading, isTalk } from './contact_form.ts';
import { isUsable } from './form_address.ts';
import { isPassedOn } from './form_signs.ts';
import { isService } from './service_signs.ts';

interface NoticeMail {
  headers: MailHeaders;
  sender: Sender | undefined;
  subject: string;
  text: string;
}

/** So far down a notice says who it is about. */
const FIRST_LINES = 6;
const LINE_CHARACTERS = 300;
const NAME_CHARACTERS = 60;
const TEXT_CHARACTERS = 20_000;

const CALL = `(?:voice ?-?mail(?: message)?|voice message|missed call|call|fax)`;
const SAID = `(?:message|question|enquiry|inquiry|note|reply|comment|direct message|private message)s?`;
const WHO = String.raw`(?<who>[^:：\n]{1,80}?)`;
const END = String.raw`(?=\s?(?:[:：,;!?]|\.(?:\s|$)|$|\bat \d|\bon (?:\d|[A-Z])|\bvia\b|\babout\b|\bregarding\b|\bthrough\b|\bwith\b))`;
/** Somebody called, or spoke after the tone. */
const CALLED: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:you(?:['’]ve| have)?(?: just)? (?:a |an |one |got |received |missed ){0,3})?(?:a |new |\d+ )*${CALL} from:? ${WHO}${END}`,
    'iu',
  ),
  /^(?<who>[\p{L}+(\d][^:：\n]{1,60}?) (?:has )?(?:called(?: you)?|tried to (?:call|reach) you|left (?:you )?a voice ?-?(?:mail|message))\b/iu,
  /(?:来自|收到)\s{0,3}(?<who>[^，。,\n]{2,40}?)\s{0,3}的(?:一[条个通段]|新)?(?:语音(?:留言|消息|信箱)?|未接(?:来电|电话)|来电|留言)/u,
  /(?:未接来电|语音留言|来电号码|来电提醒)\s?[:：]\s?(?<who>[^，。,\n]{2,40})/u,
  /^(?:您有未接来电[，,]\s?)?(?<who>[+\d][\d\s-]{5,20}\d)\s?(?:在|于)?[^，。,\n]{0,16}(?:给您|向您|给你)?(?:来电|打来(?:了)?电话|打过电话|呼叫)/u,
];
/** Somebody wrote. */
const WROTE: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:you(?:['’]ve| have)?(?: just)? (?:a |an |got |received ){0,3})?(?:a |new |\d+ |unread )*${SAID} from:? ${WHO}${END}`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:your )?(?:guest|buyer|customer|client|visitor|user|member)?\s?(?<who>\p{L}[^:：\n]{0,50}?) (?:has )?(?:just )?(?:sent|left|wrote|asked|messaged) (?:you|your (?:page|shop|store|business|listing)|us)\b(?: (?:an? |the |\d+ |new |another )*${SAID}\b)?`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:your )?(?:guest|buyer|customer|client)?\s?(?<who>\p{L}[^:：\n]{0,50}?) (?:has )?sent (?:an? |new )*${SAID}\b`,
    'iu',
  ),
  /^(?:your )?(?:guest|buyer|customer|client)?\s?(?<who>\p{L}[^:：\n]{0,50}?) (?:wrote|writes|said|says|asks|asked)(?: to you)?\s?:$/iu,
  /(?:买家|用户|客户|房客|住客|客人|顾客|旺旺|会员|网友)?\s?[「“"【]?(?<who>[^「“"【」”"】，。,：:\n]{1,30}?)[」”"】]?\s?(?:刚刚)?(?:给|向|对)(?:您|你|贵店)(?:的[^，。\n]{1,10})?(?:发来|发送|发|留|提出?)(?:了)?(?:一[条个]|新)?(?:的)?(?:新)?(?:消息|留言|私信|咨询|问题|信息)/u,
  /来自\s{0,3}(?:买家|用户|客户|房客|住客|客人)?\s?[「“"]?(?<who>[^「“"」”，。,\n]{1,30}?)[」”"]?\s{0,3}的(?:一[条个]|新)?(?:新)?(?:消息|留言|私信|咨询|询问)/u,
];
const CALLBACK =
  /(?:number|phone|tel(?:ephone)?|call ?back|caller|号码|电话|手机)\s?[:：]?\s{0,3}([+(\d][\d\s()./–-]{4,25}\d)/iu;
const TRANSCRIPT =
  /(?:transcri(?:pt(?:ion)?|bed(?: message)?)|(?<!new |voice |a )message|(?:语音)?转(?:写|文字)(?:内容)?|留言内容|文字内容|内容)\s?[:：]\s{0,5}(?=\S)/iu;
/** What the service says below. */
const FOOTER =
  /^(?:please )?(?:reply|respond|answer|view|read|see|open|log ?in|sign in|click|tap|to (?:reply|respond|answer|view|read|listen)|listen|play|do not reply|this (?:e-?mail|message|mailbox|address)|you(?:['’]re| are) receiving|unsubscribe|manage|©|copyright|duration|length|received|time|date|thanks,? the|the [\w ]{1,20} team|-{2,}\s*$|_{3,}|https?:\S+$|请(?:登录|前往|打开|进入|点击|在|勿|不要)|点击|查看|登录|回复请|收听|时长|时间|本邮件|此邮件|退订)/iu;

/**
 * What a service passes on in a sentence of its own, without fields: who called or wrote, and their words. Nobody reads behind its address; a
 * mail that can be answered is left to be its sender's.
 */
export function readTold(mail: NoticeMail, ownerEmails: readonly string[]): FormReading | undefined {
  const { headers, sender, subject } = mail;
  const from = sender?.email ?? '';
  const text = headWords(mail.text, TEXT_CHARACTERS);
  if (from === '' || isTalk(headers) || ownerEmails.includes(from) || isPassedOn(subject, text)) return undefined;
  const told = toldIn(subject, text);
  if (!told || !isService({ headers, sender, text }, told)) return undefined;
  const phone = dialled(told.who)[0] ?? (told.called ? CALLBACK.exec(text)?.[1]?.trim() : undefined) ?? '';
  const name = nameOf(told.who);
  if ((name === '' && phone === '') || isItself(name, sender)) return undefined;
  const words = { words: wordsIn(text, told) || told.line, perhaps: '' };
  const asked = firstAddress(header(headers, 'reply-to'))?.email;
  const answersAt = asked && asked !== from && isUsable(asked) && !isPrograms(asked);
  const said = { name, phone, unusable: '', words, others: [] };
  return answersAt ? { ...said, sender: { name, email: asked }, asks: true } : { ...said, sender: undefined };
}

interface Announced {
  who: string;
  called: boolean;
  /** Where it is said. */
  line: string;
  /** What stands behind it there. */
  rest: string;
}

function toldIn(subject: string, text: string): Announced | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const line of [...lines.slice(0, FIRST_LINES), subject].map((one) => head(one.trim(), LINE_CHARACTERS))) {
    for (const [called, patterns] of [
      [true, CALLED],
      [false, WROTE],
    ] as const) {
      const match = patterns.map((pattern) => pattern.exec(line)).find((found) => found?.groups?.who);
      if (match) return { who: match.groups!.who!, called, line, rest: line.slice(match.index + match[0].length) };
    }
  }
  return undefined;
}

/** Without the number, and what stands around a name. */
function nameOf(who: string): string {
  const bare = who
    .replace(/[+(]{0,2}\d[\d\s()./–-]{3,25}\d/gu, ' ')
    .replace(
      /^(?:a |an |the |your |our )?(?:guest|buyer|customer|client|caller|visitor|unknown|private number|anonymous)\b/iu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”「」<>()[\],.;-]+|[\s"'“”「」<>()[\],.;-]+$/gu, '');
  const isName = /^\p{L}/u.test(bare) && bare.split(' ').length <= 5 && bare.length <= NAME_CHARACTERS;
  return isName &&
    !/\b(?:our|my|me|us|we)\b|^(?:(?:you|we|i|it|he|she|they|someone|somebody)$|(?:our|my|your|the|this|that|one|hi|hello|dear)\b|您|你|我)/iu.test(
      bare,
    )
    ? bare
    : '';
}

/** A bank's "message from your bank" is its own. */
function isItself(name: string, sender: Sender | undefined): boolean {
  const [own, domain] = [fold(sender?.name ?? ''), sender?.email?.split('@')[1] ?? ''];
  const called = fold(name).trim();
  return called !== '' && (own.includes(called) || domain.includes(called.replace(/\s/g, '')));
}

/** What was said after the tone, or below the sentence that says who wrote; '' where the notice does not hold it. */
function wordsIn(text: string, { line, called, who }: Announced): string {
  const at = text.indexOf(line);
  const below = at < 0 ? text : text.slice(at + line.length);
  const spoken = TRANSCRIPT.exec(below) ?? (called ? TRANSCRIPT.exec(text) : null);
  // "Message from: Anna" ends in a name
  const inLine = called || line.endsWith(who) ? undefined : /[:：]\s{0,5}(\S[^\n]{0,280})$/u.exec(line)?.[1];
  const source = spoken
    ? spoken.input.slice(spoken.index + spoken[0].length)
    : called
      ? ''
      : [inLine, below].filter(Boolean).join('\n');
  const lines = source.split('\n').map((one) => one.trim());
  // "Open on Sunday?" is asked by whoever wrote
  const end = lines.findIndex((one) => FOOTER.test(one) && !/[?？]$/.test(one));
  const said = lines
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
  return said.replace(/^[:：.\s]+/u, '').replace(/^["“「](?<said>[^"“”「」]*)["”」]$/u, '$<said>');
}
