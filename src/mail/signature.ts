/** Whose mail it is: mail programs sign with these. Either may be ''. */
export interface Author {
  name: string;
  /** Lower case. */
  address: string;
}

const LINE_LIMIT = 1000;
const DELIMITED_LINES = 15;
const RULED_LINES = 8;
const NOTICE_LINES = 60;

/** One line added by a phone or a program. */
const PROGRAM_LINE = new RegExp(
  [
    '^[[(（【]?(',
    '发自我的.{0,40}|来自我的.{0,40}|(从|由)我的.{0,40}(发送|发出|傳送)|從我的.{0,40}傳送|自我的.{0,30}(发送|傳送)',
    '|发自\\s?.{0,12}(邮箱|郵件|邮件|手机|iphone|ipad|android|outlook|gmail|移动端|客户端|hd|大师|华为|小米|荣耀|oppo|vivo|foxmail|yahoo|钉钉|飞书|企业微信).{0,30}',
    '|(来自|使用)\\s?.{0,12}(邮箱|outlook|gmail|foxmail|客户端|移动端|手机|钉钉|飞书|企业微信).{0,30}',
    '|(发送)?(从|自) ?(windows|outlook|mac|mail|iphone|android|网易|qq).{0,40}(发送|应用)|发送自 .{1,40}|从 .{1,30}版邮件发送|通过 ?.{1,30}(手机|邮箱|客户端) ?发送',
    '|獲取 ?outlook.{0,200}|取得 ?outlook.{0,200}|(获取|下载) ?(适用于 ?.{1,20} ?的 ?)?outlook.{0,200}',
    '|sent (from|via|with|using) (my |the )?(iphone|ipad|mobile|phone|android|samsung|galaxy|huawei|xiaomi|honor|oppo|vivo|pixel|blackberry|nokia|sony|lg|htc|oneplus|redmi|mail|yahoo|outlook|gmail|proton|aol|windows|surface|tablet|mailspring|spark|superhuman|foxmail|qq|netease|hey|fastmail|airmail|front|mobile)\\b.{0,200}',
    '|sent from my [^,;.]{1,40}|get (outlook|bluemail|typeapp) for .{1,200}|get yahoo mail for .{1,100}',
    '|von meinem .{1,40} gesendet|gesendet (von|mit|aus) .{1,60}|envoyé (de|depuis|à partir de|avec) .{1,60}|enviado (desde|do|a partir|pelo) .{1,60}|inviato d.{1,60}|verstuurd vanaf .{1,40}|отправлено (с|из) .{1,60}|.{1,20}から送信',
    '|签名由 ?.{1,20} ?定制|(this )?signature is customized by .{1,40}',
    ')[)）\\]】]?[.。]?$',
  ].join(''),
  'i',
);

/** Paragraphs of lawyers, list servers and virus scanners: from here to the end nothing was written for the reader. */
const NOTICE = new RegExp(
  [
    '^[\\s*_#【[(（]{0,4}(',
    '(confidentiality|legal|privacy) (notice|disclaimer|note|statement)\\b|disclaimer\\b|important notice\\s?[:：]|confidential(ity)?\\s?[:：]',
    '|(this|the information (contained )?in this|the contents? of this) (e-?mail|message|communication|transmission)\\b.{0,200}\\b(confidential|privileged|intended|proprietary)',
    '|if you (are not the intended|have received this (e-?mail|message|communication) (in error|by mistake))',
    '|please consider the environment before printing|think before you print',
    '|免责声明|保密(声明|提示|通知|条款|须知|告知)|法律声明|(重要)?声明\\s?[:：]\\s?(本|此)(邮件|电子邮件|信息|email)',
    '|(本|此|该)(电子)?(邮件|郵件|信息|电邮|e-?mail)(及其?(所有)?附件|及任何附件|（?包括.{0,20}）?|中?的?(内容|信息)|中?所?含有?的?(信息|内容)?|所载.{0,10}|仅|可能|包含|含有).{0,120}(保密|机密|機密|专用|收件人|收信人|法律保护|指定|未经授权|绝密)',
    '|如果?(您|你)(不是|并非|非)(本|此|该)?(邮件|信息)?的?(预期|指定|目标)?(收件人|接收者|收信人)',
    '|请在打印(本|此)?邮件前|打印前请?考虑环',
    "|you(\\u2019|')?(re| are)? ?receiv(ed|ing) this (message|e-?mail) because|to unsubscribe( from|,|:| send| click)|unsubscribe\\s?[:|]|退订(此|本)?(邮件|请)",
    '|virus-free\\.|this e-?mail has been (checked|scanned)|(此|本)?(电子)?邮件(已)?(没有|未发现|不含|经过?).{0,20}病毒|不含病毒|无病毒',
    ')',
  ].join(''),
  'i',
);
const NOTICE_TITLE = /(notice|disclaimer|statement|声明|提示|通知|须知)\s?[:：*】\]]{0,3}$/i;
const LIST_FOOTER = /mailing list|邮件列表|google groups|unsubscribe|listinfo|退订/i;
const CONTACT =
  /@|https?:|www\.|\b(tel|phone|mobile|fax|cell|mob|e-?mail|wechat|whatsapp|skype)\b|电话|手机|传真|邮箱|地址|微信|公司|QQ|网址|\+?\d[\d -]{7,}/i;
/** What makes lines a card rather than a sentence. */
const REACHED_AT =
  /\S@\S+\.\S|https?:|www\.|\b(t|m|p|f|tel|phone|mobile|direct|office|fax|cell)\s?[.:|]?\s?[+(]?\d[\d ().-]{6,}|(电话|手机|传真|微信|邮箱|地址|网址)\s?[:：]|^[+(]?\d[\d ().-]{8,}$/i;
const CARD_LINES = 9;
const BANNER =
  /^[[(（【*\s]{0,3}(external( e-?mail| sender| message)?\s?[\])）】:：*!]|外部邮件|caution\s?[:：!]?.{0,60}\b(external|outside)|(this|the) (e-?mail|message) (originated|was sent|came|is) (from )?.{0,20}(outside|external)|you don.t often get (e-?mail|message)|some people who received this message don.t often|(您|你)(通常不会|不经常|不常)收到来自)/i;

/** Whether one line is what a phone or program signs with. */
export function isProgramLine(line: string): boolean {
  return line !== '' && line.length <= 300 && PROGRAM_LINE.test(line.trim());
}

/** A warning that the receiver's company writes above mail from outside. */
export function isBanner(line: string): boolean {
  return line.length <= LINE_LIMIT && BANNER.test(line);
}

/**
 * Where the signature, the legal notice or the list's footer at the end of a run of the author's lines begins; the number of lines
 * when there is none. A sign-off ("Best, Anna") is the author's own words and stays.
 */
export function signatureStart(lines: readonly string[], author: Author): number {
  const tail = tailStart(lines);
  const begins = lines.findIndex((line, index) => index >= tail && beginsSignature(lines, index, line));
  const end = withoutCard(lines, begins < 0 ? lines.length : begins, author);
  return withoutBusinessCard(lines, end, author);
}

/** Where the last lines begin: a signature with more than 60 behind it is none. */
function tailStart(lines: readonly string[]): number {
  let at = lines.length;
  for (let written = 0; at > 0 && written <= NOTICE_LINES; at--) if (lines[at - 1] !== '') written++;
  return at;
}

function beginsSignature(lines: readonly string[], index: number, line: string): boolean {
  if (line === '' || line.length > LINE_LIMIT * 5) return false;
  if (line === '--' || line === '—' || line === '––') return isShort(lines, index + 1, DELIMITED_LINES);
  if (/^[-_=*—─]{3,80}$/.test(line)) return isRuledOff(lines, index);
  if (/^\|(\s?\|)*$/.test(line))
    return lines.slice(index, index + 12).some((next) => /@|邮箱|签名由|customized by/i.test(next));
  return index > 0 && isNotice(lines, index, line);
}

function isShort(lines: readonly string[], from: number, most: number): boolean {
  return (
    lines.slice(from, from + 3 * most).filter(Boolean).length <= most &&
    !lines.slice(from + 3 * most, from + 3 * most + 50).some(Boolean)
  );
}

/** Under a line of dashes: a list server's footer, a legal notice, or a few lines that look like a card, as QQ writes them. */
function isRuledOff(lines: readonly string[], index: number): boolean {
  const tail = lines.slice(index + 1, index + 1 + NOTICE_LINES).filter(Boolean);
  if (tail.slice(0, 3).some((line) => LIST_FOOTER.test(line.slice(0, 300)))) return true;
  if (tail[0] !== undefined && NOTICE.test(tail[0].slice(0, LINE_LIMIT))) return true;
  if (tail.length === 0 || !isShort(lines, index + 1, RULED_LINES)) return false;
  if (tail.some((line) => line.length > 80 || /[。？！?!]$/.test(line))) return false;
  return (
    tail.some((line) => CONTACT.test(line)) ||
    (/^(-{10,}|—{5,}|─{5,}|_{10,})$/.test(lines[index]!) && tail.length <= 3 && !/\d/.test(tail.join('')))
  );
}

function isNotice(lines: readonly string[], index: number, line: string): boolean {
  if (!NOTICE.test(line.slice(0, LINE_LIMIT))) return false;
  return line.length >= 30 || NOTICE_TITLE.test(line.trim()) || lines[index - 1] === '' || isRuleAbove(lines, index);
}

function isRuleAbove(lines: readonly string[], index: number): boolean {
  return /^[-_=*]{3,}$/.test(lines[index - 1] ?? '');
}

/** Foxmail and NetEase's phone app end each mail with the author's own address, alone or under the name. */
function withoutCard(lines: readonly string[], end: number, { name, address }: Author): number {
  let last = lines.findLastIndex((line, index) => index < end && line !== '' && !isProgramLine(line));
  if (last < 1 || address === '' || !isAddressLine(lines[last]!, address)) return end;
  last = lines.findLastIndex((line, index) => index < last && line !== '');
  const named = name !== '' && lines[last]?.trim() === name && last > 0;
  return named ? last : last + 1;
}

/**
 * "Jane Doe / Head of Buying / T +44 20 7946 0018": short lines that begin with the author's name and hold a way to reach them. Right
 * under a sign-off the name belongs to it and stays.
 */
function withoutBusinessCard(lines: readonly string[], end: number, { name }: Author): number {
  const last = lines.findLastIndex((line, index) => index < end && line !== '');
  const least = Math.max(1, last - CARD_LINES);
  const at = lines.findLastIndex((line, index) => index < last && index >= least && isNameLine(line, name));
  if (at < 1) return end;
  const under = lines.slice(at + 1, last + 1).filter(Boolean);
  if (under.some((line) => line.length > 100 || /[?!。？！]$/.test(line))) return end;
  // a name and a number alone may be what the mail is about: call me
  if (under.length < 2 || !under.some((line) => REACHED_AT.test(line))) return end;
  return lines[at - 1] === '' ? at : at + 1;
}

/** The whole name, or the first one with a second; perhaps a title behind it. */
function isNameLine(line: string, name: string): boolean {
  const first = name.trim().toLowerCase().split(/\s+/u)[0] ?? '';
  const [written = ''] = line
    .trim()
    .toLowerCase()
    .split(/\s*[|,，/·–-]\s*/u);
  return (
    first.length > 1 &&
    line.length <= 60 &&
    (written === first || written.startsWith(`${first} `)) &&
    written.split(' ').length <= 4
  );
}

function isAddressLine(line: string, address: string): boolean {
  const bare = line.trim().toLowerCase();
  return (
    bare.length <= address.length + 12 && bare.replace(/^(邮箱|e-?mail)\s?[:：]\s?|^<|>$|^mailto:/g, '') === address
  );
}
