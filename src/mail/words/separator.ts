import { anyOf } from '../../text/plainly.ts';
import { FIELD_OF } from './field_names.ts';
import { isAttribution } from './introduction.ts';

/** Longer lines are always text. */
const LINE_LIMIT = 2000;

/** Words between dashes above a mail that is answered. */
const ORIGINAL = [
  'original messages?|original e-?mails?|original|reply message|replied message|original appointment|in reply to',
  '原始邮件|原邮件|邮件原件|邮件原文|原始信件|原始信息|原始消息|原信|回复的原邮件|回复的邮件|原始郵件|原始訊息|原始讯息|回复邮件|元のメッセージ|元のメール|원본 메일|원본 메시지|원본 이메일',
  'ursprüngliche nachricht|originalnachricht|original-?nachricht|message d.origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|mesajul original|mesaj original',
  'ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|original meddelelse|alkuperäinen viesti|algne kiri|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|původní e-?mail|pôvodná správa|izvorna poruka|eredeti üzenet|orijinal ileti|özgün ileti|orijinal mesaj|исходное сообщение|оригинальное сообщение|вихідне повідомлення|pesan asli|tin nhắn gốc|ข้อความต้นฉบับ|αρχικό μήνυμα',
].join('|');

/** Words between dashes above a mail that is forwarded. */
const FORWARDED = [
  'forward(ed|ing)? (message|mail|e-?mail)s?|forwarded by .{1,80}|fwd\\.?msg',
  '转发邮件信息|转发的邮件|转发的原邮件|转发邮件|转发的消息|轉寄的郵件|轉寄郵件|已转发邮件|已轉寄郵件|被转发的邮件|轉寄訊息|転送されたメッセージ|転送メッセージ|転送メール|전달된 메일|전달된 메시지|전달된 이메일',
  'weitergeleitete nachricht|weitergeleitete e-?mail|message transféré|message transmis|courriel transféré|mensaje reenviado|mensagem (re)?encaminhada|messaggio inoltrato|doorgestuurd bericht|mesaj redirecționat|mesaj redirectionat',
  'vidarebefordrat (meddelande|mejl)|vidaresänt meddelande|videresendt (meddelelse|melding|besked|e-?mail)|edelleenlähetetty viesti|välitetty viesti(\\s?/\\s?fwd\\.msg)?|edastatud kiri|przekazana wiadomość|treść przekazanej wiadomości|wiadomość przekazana|přeposlaná zpráva|preposlaná správa|proslijeđena poruka|továbbított (üzenet|levél)|iletilmiş mesaj|iletilen (ileti|mesaj)|yönlendirilmiş ileti',
  'пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|перенаправлене повідомлення|переслане повідомлення|pesan terusan|pesan yang diteruskan|tin nhắn được chuyển tiếp|ข้อความที่ส่งต่อ|προωθημένο μήνυμα',
].join('|');

/** Apple's line, which has no dashes. */
const APPLE = new RegExp(
  [
    '^((begin )?forwarded message|下面是被转发的邮件|(以下|下面)是转发的邮件|开始转发(的)?邮件|以下是被轉寄的郵件|以下是轉寄的郵件|開始轉寄郵件|転送されたメッセージ|전달된 메시지 시작',
    'anfang der weitergeleiteten (e-mail|nachricht)|début du message (réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (re)?encaminhada|inizio messaggio inoltrato|begin doorgestuurd bericht|începe mesajul redirecționat',
    'vidarebefordrat mejl|start på videresendt (besked|melding)|videresendt melding|välitetty viesti alkaa|początek przekazywanej wiadomości|začátek přeposílané zprávy|začiatok preposlanej správy|započni proslijeđenu poruku|továbbított levél kezdete|ileti(len ileti)? başlangıcı',
    'начало переадресованного сообщения|початок листа, що пересилається)\\s?[:：]$',
  ].join('|'),
  'i',
);
const DASHES = '[-_=*\\u2010-\\u2015─－]{2,60}';
const SEPARATOR = new RegExp(`^${DASHES}\\s?(${ORIGINAL}|${FORWARDED})\\s?[:：]?\\s?(---\\s?.{0,40})?${DASHES}$`, 'i');
const FORWARD = new RegExp(`${FORWARDED}|\\bforward`, 'i');
/** `---- On Thu, 19 Nov 2026 10:12:00 +0800 Mei <mei@x> wrote ----` (Zoho), `-----Mei <mei@x> wrote: -----` (Notes). */
const RULED_INTRODUCTION = /^-{2,10}\s?(\S.{3,140}?)\s?[:：]?\s?-{2,10}$/;
/** `>>> Mei <mei@x> 19/11/2026 10:12 >>>` (GroupWise). */
const GROUPWISE = /^>{3}\s?\S.{3,140}\d\s?[:.]\s?\d\d.{0,10}\s>{3}$/;
/** Between fewer dashes than QQ's these words may mean anything, so they count only with a header block below. */
const AMBIGUOUS =
  /^[-_=*\u2010-\u2015─－]{2,14}\s?(original|in reply to|reply message)\s?[-_=*\u2010-\u2015─－]{2,14}$/i;

/**
 * What the line that begins quoted mail says about it: 'forward' if only forwards have this line. Undefined for other
 * lines.
 */
export function separatorKind(line: string): 'forward' | 'any' | undefined {
  if (line.length > 200) return undefined;
  const bare = line.trim();
  if (APPLE.test(bare)) return 'forward';
  if (GROUPWISE.test(bare)) return 'any';
  const ruled = RULED_INTRODUCTION.exec(bare)?.[1];
  if (!SEPARATOR.test(bare) && !(ruled && isAttribution(ruled))) return undefined;
  return FORWARD.test(bare) ? 'forward' : 'any';
}

/** Whether it may also be the author's own sentence. */
export function isAmbiguousSeparator(line: string): boolean {
  return line.length <= 200 && AMBIGUOUS.test(line.trim());
}

/** A line of only underscores or dashes, which Outlook and DingTalk write above the header block. */
export function isRule(line: string): boolean {
  return line.length <= 200 && /^(_{10,}|-{10,}|={10,}|─{5,}|—{5,})$/.test(line.trim());
}

/** Words between dashes in a language that we have no list for: a separator if a header block follows. */
export function isRuledTitle(line: string): boolean {
  return line.length <= 100 && /^\s?[-_=]{4,40}\s?[^-_=\s](?:[^-_=]|-(?!-)){2,60}[-_=]{4,40}$/.test(line.trimEnd());
}

const INSIDE = new RegExp(
  `(?<![-_=*\\u2010-\\u2015─－])${DASHES}\\s?(${ORIGINAL}|${FORWARDED})\\s?[:：]?\\s?${DASHES}`,
  'i',
);
/** An introduction at the end of a line that begins with the author's own words. */
const GLUED_INTRODUCTION =
  /(?<=[^\s-])\s{0,3}(?:-{2,10}\s?|(?<=\s))(On (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d{1,4})[^<>@]{4,120}[<(]?[^\s<>()@]{1,64}@[^\s<>()@]{3,200}[>)]?,? wrote\s?:)$/;
const LABELS = new RegExp(
  `(?<=^|[\\s>;)\\]"]|[\\p{L}\\p{N}])(${anyOf([...FIELD_OF.keys()].filter((name) => name.length > 1))})\\s?[:：]`,
  'giu',
);

/**
 * Splits one line into the several that it was: Samsung and Yahoo write a separator and the whole header block into one
 * line, and poor converters glue the author's last words to the separator or introduction.
 */
export function unglued(line: string): string[] {
  if (line.length > LINE_LIMIT) return [line];
  const separator = /[-_=*\u2010-\u2015─－]{2}/.test(line) ? INSIDE.exec(line) : null;
  if (separator) return unglueSeparator(line, separator.index, separator[0]);
  const introduction = /wrote\s?:$/i.test(line) ? GLUED_INTRODUCTION.exec(line) : null;
  return introduction && /\d{4}/.test(introduction[1]!)
    ? [line.slice(0, introduction.index), introduction[1]!]
    : [line];
}

function unglueSeparator(line: string, at: number, separator: string): string[] {
  const before = line.slice(0, at).trim();
  const after = line.slice(at + separator.length).trim();
  if (/^[>＞]/.test(before) || (before === '' && after === '')) return [line];
  const block = after === '' ? [] : fieldLines(after);
  // dashes follow it: a separator that was quoted in a sentence
  if (after !== '' && block.length < 3) return [line];
  return [...(before === '' ? [] : [before]), separator.trim(), ...block];
}

/**
 * Splits `From: Kim <kim@x>To: me <me@x>Sent: Tuesday, 9 AM GMTSubject: Cups` into lines: each field occurs once, with
 * its name capitalised.
 */
function fieldLines(text: string): string[] {
  const seen = new Set<string>();
  const starts: number[] = [];
  for (const { 1: name = '', index } of text.matchAll(LABELS)) {
    const field = FIELD_OF.get(name.toLowerCase())!;
    if (seen.has(field) || name[0] !== name[0]!.toUpperCase()) continue;
    seen.add(field);
    starts.push(index);
    if (field === 'subject' && seen.size >= 3) break;
  }
  if (starts[0] !== 0) return [];
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim());
}
