/** The header lines a mail program writes above what it quotes or forwards. Values as written. */
export interface HeaderBlock {
  fields: Partial<Record<Field, string>>;
  /** Index of the first line behind the block. */
  end: number;
}

export type Field = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** Longer lines are text in any case. */
const LINE_LIMIT = 2000;
const MOST_LINES = 30;

/** What mail programs call each field; in Chinese mail the words are often spread by blanks (主　题). */
const NAMES: Readonly<Record<Field, string>> = {
  from: 'from|sender|发件人|发信人|寄件人|寄件者|发送人|发件者|發件人|發信人|来自|自|von|de|da|van|expéditeur|差出人|送信者|от|от кого|보낸 사람',
  date: 'sent|date|sent at|sent time|date sent|sent on|发送时间|发送日期|发件时间|发件日期|日期|时间|寄件日期|傳送時間|發送時間|傳送日期|傳送|已发送|gesendet|datum|envoyé|envoyé le|date d.envoi|enviado|enviado el|enviada em|fecha|data|inviato|送信日時|日時|送信|日付|отправлено|дата|verzonden|보낸 날짜',
  to: 'to|recipient|recipients|收件人|收信人|收件者|接收人|發送至|发送至|发给|至|an|à|para|a|pour|destinataire|宛先|кому|aan|받는 사람',
  cc: 'cc|bcc|抄送|抄送人|抄送至|副本|密送|密件抄送|密件副本|kopie|copie|copie à|copia|con copia|копия|참조',
  subject:
    'subject|re|主题|标题|主旨|主題|件名|题目|邮件主题|邮件标题|betreff|objet|asunto|assunto|oggetto|тема|onderwerp|제목',
  other:
    'reply-to|reply to|回复|答复至|回复地址|importance|priority|重要性|优先级|附件|attachments|attachment|anlagen|organization|组织|message-id|mailed-by|signed-by|cc to|邮件id',
};

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.split('|').map((name) => [name, field as Field] as const)),
);

/** Labels no customer writes about anything but a mail. */
const SURELY_MAIL =
  /^(sent( at| time)?|发送时间|发送日期|发件时间|发件人|寄件人|寄件者|寄件日期|發送時間|傳送時間|收件人|gesendet|betreff|envoyé|asunto|差出人|送信日時)$/;

interface Label {
  field: Field;
  name: string;
  value: string;
}

/** `*From:* Mei <mei@x>`, `主　题：报价`, `| 发件人 | Mei |`, `**发件人：**Mei`; undefined for any other line. */
export function readLabel(line: string): Label | undefined {
  if (line.length > LINE_LIMIT) return undefined;
  const bare = line.replace(/^[\s|*_·•-]{1,6}/, '').replace(/[\s|]{1,6}$/, '');
  const match =
    /^([^:：|*]{1,24})[*_]{0,3}\s?[:：]\s?[*_]{0,2}\s*([\s\S]*)$/.exec(bare) ??
    (/^\s*\|/.test(line) ? /^([^:：|*]{1,24})\s?\|\s?([\s\S]*)$/.exec(bare) : null);
  if (!match) return undefined;
  const name = match[1]!.replace(/[\s\u3000]+$/, '').toLowerCase();
  const field = FIELD_OF.get(name) ?? FIELD_OF.get(name.replace(/[\s\u3000]+/g, ''));
  return field && { field, name: name.replace(/[\s\u3000]+/g, ' '), value: match[2]!.replace(/[\s\u3000;；|]+$/, '') };
}

/** The labels NetEase's phone app writes without a colon, one a line: only looked for under a separator. */
const BARE_LABEL = /^(发件人|发送日期|日期|收件人|抄送至?|抄送人|主题|发送时间)[ \t]+(\S[\s\S]*)$/;

function readBareLabel(line: string): Label | undefined {
  const match = line.length <= LINE_LIMIT ? BARE_LABEL.exec(line) : null;
  const field = match && FIELD_OF.get(match[1]!);
  return field ? { field, name: match[1]!, value: match[2]!.replace(/[\s;；]+$/, '') } : undefined;
}

/**
 * The header block that begins at a line, if one does: a sender and enough else to tell it from a customer's own list ("From:
 * Shanghai, To: Hamburg"). Order-free; wrapped values, empty lines between labels and values on the line below are allowed for.
 * @param announced a separator stands above: then less is asked
 */
export function readHeaderBlock(
  lines: readonly string[],
  start: number,
  announced: 'announced' | 'bare' = 'bare',
): HeaderBlock | undefined {
  const first = lines[start] ?? '';
  if (!readLabel(first) && !(announced === 'announced' && readBareLabel(first))) return undefined;
  const block = collect(lines, start, announced);
  return isMailHeader(block, announced) ? { fields: block.fields, end: block.end } : undefined;
}

interface Collected extends HeaderBlock {
  names: Set<string>;
}

function collect(lines: readonly string[], start: number, announced: 'announced' | 'bare'): Collected {
  const block: Collected = { fields: {}, names: new Set(), end: start };
  let open: Field | undefined;
  for (let index = start; index < Math.min(lines.length, start + MOST_LINES); index++) {
    const line = lines[index]!;
    const label = readLabel(line) ?? (announced === 'announced' ? readBareLabel(line) : undefined);
    if (label && (block.fields[label.field] === undefined || label.field === 'cc' || label.field === 'other')) {
      block.fields[label.field] ??= label.value;
      block.names.add(label.name);
      open = label.field;
    } else if (line.trim() === '') {
      if (!labelFollows(lines, index) && !(open && block.fields[open] === '' && valueFollows(lines, index))) break;
      continue;
    } else if (open && goesOn(line, block.fields[open]!, open)) {
      block.fields[open] = `${block.fields[open]} ${line.trim()}`.trim();
    } else break;
    block.end = index + 1;
  }
  return block;
}

function labelFollows(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] || lines[index + 2] || '';
  return readLabel(next) !== undefined;
}

function valueFollows(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 4).some((line) => readLabel(line) !== undefined);
}

/** A wrapped line: indented, a list of addresses, the rest of an address, or the value of a label left empty. */
function goesOn(line: string, value: string, field: Field): boolean {
  if (line.length > LINE_LIMIT) return false;
  if (/^[ \t]+\S/.test(line)) return true;
  if (field === 'subject' || field === 'date') return value === '' && field === 'date';
  return value === ''
    ? /@/.test(line)
    : /[,;，；<]\s*$/.test(value) || /^<[^<>]*@[^<>]*>/.test(line) || /^[^ ]*@[^ ]*[>;,]/.test(line);
}

function isMailHeader({ fields, names }: Collected, announced: 'announced' | 'bare'): boolean {
  const { from, date, to, subject } = fields;
  const others = [date, to, subject].filter((value) => value !== undefined).length;
  if (from === undefined) return false;
  if (announced === 'announced') return others >= 1;
  const sure = /@/.test(from) || [...names].some((name) => SURELY_MAIL.test(name));
  return sure ? others >= 1 : others >= 2 && subject !== undefined;
}

const SEPARATOR_WORDS =
  'original messages?|original e-?mails?|original|reply message|replied message|forward(ed|ing)? (message|mail)s?|original appointment|forwarded email|forwarded by .{1,80}|' +
  '原始邮件|原邮件|邮件原件|邮件原文|原始信件|原始信息|原始消息|原信|回复的原邮件|回复的邮件|原始郵件|原始訊息|转发邮件信息|转发的邮件|转发的原邮件|转发邮件|轉寄的郵件|轉寄郵件|已转发邮件|被转发的邮件|' +
  'ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d.origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|元のメッセージ|転送されたメッセージ|転送メッセージ|исходное сообщение|пересылаемое сообщение|doorgestuurd bericht|oorspronkelijk bericht';

const SEPARATOR = new RegExp(`^[-_=*—─－]{2,60}\\s?(${SEPARATOR_WORDS})\\s?[:：]?\\s?[-_=*—─－]{2,60}$`, 'i');
/** `---- On Thu, 19 Nov 2026 10:12:00 +0800 Mei <mei@x> wrote ----` (Zoho), `-----Mei <mei@x> wrote: -----` (Notes). */
const RULED_INTRODUCTION = /^-{2,10}\s?\S.{3,140}(wrote|写道)\s?[:：]?\s?-{2,10}$/i;
const APPLE =
  /^((begin )?forwarded message|下面是被转发的邮件|(以下|下面)是转发的邮件|开始转发(的)?邮件|以下是被轉寄的郵件|以下是轉寄的郵件|開始轉寄郵件|anfang der weitergeleiteten (e-mail|nachricht)|début du message (réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem encaminhada|inizio messaggio inoltrato|転送されたメッセージ|начало переадресованного сообщения)\s?[:：]$/i;
const FORWARDED =
  /forward|转发|轉寄|weitergeleitet|transféré|réexpédié|reenviado|encaminhada|inoltrato|転送|пересыл|переадрес|doorgestuurd/i;

/** What the line that begins quoted mail says of it: 'forward' when only forwards have it. Undefined for other lines. */
export function separatorKind(line: string): 'forward' | 'any' | undefined {
  if (line.length > 200) return undefined;
  const bare = line.trim();
  if (!SEPARATOR.test(bare) && !APPLE.test(bare) && !RULED_INTRODUCTION.test(bare)) return undefined;
  return FORWARDED.test(bare) ? 'forward' : 'any';
}

/** A line of nothing but underscores or dashes, which Outlook and DingTalk write above the header block. */
export function isRule(line: string): boolean {
  return line.length <= 200 && /^(_{10,}|-{10,}|={10,}|─{5,}|—{5,})$/.test(line.trim());
}
