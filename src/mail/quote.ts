/** A mail's text, cut into what its author wrote now and what came along: quoted history and signature. */
export interface SplitText {
  text: string;
  /** '' when there is nothing of the kind. */
  quoted: string;
}

/** Longer lines are text in any case; no pattern below looks at them. */
const LINE_LIMIT = 1000;
const BLOCK_LINES = 6;
const SIGNATURE_LINES = 15;

/** ----- Original Message -----, ------------------ 原始邮件 ------------------, ---- 回复的原邮件 ----, -----邮件原件----- */
const SEPARATOR =
  /^(-{2,} ?(original message|original|forwarded message|原始邮件|原邮件|邮件原件|回复的原邮件|原始郵件|转发邮件信息|转发的邮件) ?-{2,}|begin forwarded message:|下面是被转发的邮件[:：])$/i;
const UNDERLINE = /^_{20,}$/;
/** The line, or the end of the wrapped line, that introduces a quotation. */
const INTRODUCTION_END = /(wrote|写道|寫道|写到)\s?[:：]$/i;
const INTRODUCTION_START = /^(on|at|在|于|於|\d)/i;
const FROM_LABEL = /^\*?(from|发件人|寄件人|寄件者|发信人)\*? ?[:：]/i;
const OTHER_LABEL =
  /^\*?(sent|date|to|cc|subject|发送时间|发送日期|日期|时间|收件人|收件者|主题|主旨|抄送|寄件日期)\*? ?[:：]/i;
const MOBILE_SIGNATURE =
  /^(发自我的.{0,30}|发自我的 .{0,30}|来自我的.{0,30}|从我的.{0,30}发送|发自(网易邮箱|QQ邮箱|新浪邮箱|华为|小米|139邮箱).{0,20}|sent from my .{1,40}|sent from (mail|yahoo mail|outlook|proton mail|samsung|huawei).{0,40}|get outlook for .{1,200}|获取 ?outlook for .{1,200})$/i;

/**
 * Splits a plain-text mail in one pass over its lines, in time linear in its length: the usual libraries are quadratic in blank
 * lines, which lets one mail stop the service. Knows the habits of Gmail, Outlook, Apple Mail, QQ/Foxmail and 163 in Chinese and
 * English. When nothing but history is there (a bare forward), all of it is the text.
 */
export function splitQuoted(body: string): SplitText {
  const lines = body.replaceAll('\r\n', '\n').split('\n').map(tidy);
  const lastOwn = lines.findLastIndex((line) => line !== '' && !isQuoted(line) && !startsSignature(line));
  const history = historyStart(lines, lastOwn);
  const kept: string[] = [];
  const quoted: string[] = [];
  const signature = signatureStart(lines, history);
  for (const [index, line] of lines.entries()) {
    (index >= signature || isQuoted(line) || isIntroducing(lines, index) || MOBILE_SIGNATURE.test(line)
      ? quoted
      : kept
    ).push(line);
  }
  const text = join(kept);
  return text === '' ? { text: join(lines), quoted: '' } : { text, quoted: join(quoted) };
}

function tidy(line: string): string {
  return (line.length > LINE_LIMIT ? line : line.replaceAll('\u00a0', ' ')).trimEnd();
}

function join(lines: string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** The first line of the history, or the number of lines. */
function historyStart(lines: readonly string[], lastOwn: number): number {
  for (let index = 0; index < lines.length; index++) {
    if (startsHistory(lines, index, lastOwn)) return index;
  }
  return lines.length;
}

function startsHistory(lines: readonly string[], index: number, lastOwn: number): boolean {
  const line = lines[index]!;
  if (line === '' || line.length > LINE_LIMIT) return false;
  if (SEPARATOR.test(line)) return true;
  if (FROM_LABEL.test(line) || UNDERLINE.test(line)) return isHeaderBlock(lines, index);
  const introduction = introductionLength(lines, index);
  return introduction > 0 && !isAnsweredBelow(lines, index + introduction, lastOwn);
}

/** 发件人/From and another label within six lines; under a line of underscores the block may start one line later. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  const block = lines.slice(index, index + BLOCK_LINES);
  return block.some((line) => FROM_LABEL.test(line)) && block.some((line) => OTHER_LABEL.test(line));
}

/** `On 20 Nov 2026 at 10:00, Mei <mei@x> wrote:` and its Chinese sisters; clients wrap it over up to three lines. */
function introductionLength(lines: readonly string[], index: number): number {
  if (!INTRODUCTION_START.test(lines[index]!) && !/@/.test(lines[index]!)) return 0;
  let sentence = '';
  for (let length = 1; length <= 3; length++) {
    const line = lines[index + length - 1];
    if (!line || line.length > LINE_LIMIT) return 0;
    sentence += ` ${line}`;
    if (INTRODUCTION_END.test(line)) return /\d{4}|\d:\d\d|@/.test(sentence) ? length : 0;
  }
  return 0;
}

/** The author wrote under or between the quoted lines: then only those lines are history, not all that follows. */
function isAnsweredBelow(lines: readonly string[], index: number, lastOwn: number): boolean {
  let at = index;
  while (lines[at] === '') at++;
  return at < lastOwn && isQuoted(lines[at]!);
}

function isIntroducing(lines: readonly string[], index: number): boolean {
  return [0, 1, 2].some((back) => index >= back && introductionLength(lines, index - back) > back);
}

function isQuoted(line: string): boolean {
  return /^ ?[>＞]/.test(line);
}

function startsSignature(line: string): boolean {
  return line === '--' || MOBILE_SIGNATURE.test(line);
}

/** Where the signature under a `-- ` line begins, if one stands just before the history or the end; else the history's start. */
function signatureStart(lines: readonly string[], history: number): number {
  for (let index = Math.max(1, history - SIGNATURE_LINES); index < history; index++) {
    if (lines[index] === '--') return index;
  }
  return history;
}
