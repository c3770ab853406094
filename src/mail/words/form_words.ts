import { fieldOf } from './form_labels.ts';
import { isAddressed } from './speech.ts';

/** What a site adds itself: when, from where and by which program something was sent. */
const META =
  /^(?:date|time|timestamp|page|page url|url|link|user[ -]?agent|browser|device|(?:remote |your )?ip(?: address)?|powered by|submitted(?: (?:at|on|from|via))?|submission (?:id|date|time)|sent (?:from|on|via)|form(?: (?:name|id|title))?|site|website|referr?er|source|consent|gdpr|newsletter|privacy(?: policy)?|captcha|id|entry(?: id)?|datum|uhrzeit|seite|datenschutz|提交时间|时间|来源|来源页面|序号|编号|浏览器|设备|页面|答题时间|所用时间|来自ip)$/iu;
/** What the shop asks for its own purposes. */
const ASIDE =
  /\b(?:how did you (?:hear|find|learn|come)|where did you (?:hear|find)|found us|referred by|preferred (?:contact|time|language))\b|wie (?:haben|hast|sind|bist) .{0,20}(?:uns|mich) .{0,12}(?:gefunden|erfahren|gehört|aufmerksam)|(?:从哪里|哪里|怎么|如何|怎样|通过.{0,6})(?:得知|了解|知道|找到|听说).{0,4}(?:我们|本店)|联系时间|了解渠道/iu;
/** A line that ends what was filled in. */
const FOOTER =
  /^(?:-{2,}|_{3,}|={3,}|\*{3,}|—{2,})\s*$|^(?:this (?:e-?mail|message) was sent|sent (?:from|via) (?:a|the|your)|you (?:can reply|received this)|view (?:all |this |the )?(?:responses?|submissions?|entry)|reply (?:directly )?to this|powered by|manage (?:this|your)|unsubscribe|diese (?:e-?mail|nachricht) wurde|本邮件由|此邮件由|查看(?:详情|全部)|点击查看)/iu;
const LABEL = /^[*•\-\s]{0,5}(?:\d{1,3}\s?[.、)）．]\s?)?([^:：=|\n]{1,80}?)\s?[:：=|](?!\/\/|\d{2}\b)\s?(.*)$/u;
/** What the site itself says around the fields, wherever it stands. */
const SITES =
  /^(?:hi|hello|hey|dear)\b[^.!?\n]{0,30}[,!]?$|\b(?:new|following) (?:[\w-]+ ){0,3}(?:message|submission|response|entry|enquiry|inquiry|lead)\b|\b(?:form|website|web site|page) (?:on|at|of|from)\b|\bform (?:submission|response|entry)|unsubscribe|report (?:this|spam|abuse|as)|\bspam\b|privacy policy|terms of|all rights reserved|©|\bcopyright\b|do not reply|don'?t reply|\breceiv(?:e|ed|ing) this (?:e-?mail|message)|(?:your|our) (?:site|form|inbox|dashboard|notification|settings)|\blog ?in to\b|收到.{0,20}(?:留言|表单|询盘|咨询|答卷)|请勿(?:直接)?回复|自动发送|退订|版权所有|通知设置/iu;

type Asks = 'words' | 'other' | 'unknown';
/** Where a line stands: above all fields, in one, or below the line that ends them. */
type Within = Asks | 'above' | 'below';

/** What a form holds besides its labels. */
export interface FormWords {
  /** What its visitor wrote in their own words: the content of its message fields. */
  words: string;
  /** Other lines that may be theirs as well: beside the fields, or a sentence in a field for something else. */
  perhaps: string;
}

/**
 * What the visitor of a form wrote in their own words, without labels, names, addresses and the site's own sentences.
 * Undefined: it has no known field, so any of it may be theirs.
 */
export function formWords(text: string): FormWords | undefined {
  const words: string[] = [];
  const perhaps: string[] = [];
  let within: Within = 'above';
  let known = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (FOOTER.test(line) && within !== 'above') within = 'below';
    const field = fieldAt(line, within === 'words');
    known ||= field !== undefined && field.asks !== 'unknown';
    if (field && within !== 'below') within = field.asks;
    const value = field?.value ?? line;
    if (isAsked(within, field)) words.push(value);
    else if (mayBeSaid(value)) perhaps.push(value);
  }
  return known ? { words: words.join('\n').trim(), perhaps: perhaps.join('\n') } : undefined;
}

const isAsked = (within: Within, field: Field | undefined): boolean =>
  field
    ? within === field.asks && field.value !== '' && field.asks !== 'other'
    : within === 'words' || within === 'unknown';

/** Whether somebody may have written a line themselves, though nobody asked for words. */
function mayBeSaid(line: string): boolean {
  if (line === '' || FOOTER.test(line) || SITES.test(line)) return false;
  const bare = line.replace(/\bhttps?:\S+|\bwww\.\S+|[^\s@]{1,64}@\S+/gi, ' ');
  return isAddressed(bare) || isLongEnough(bare);
}

/** Names, firms and places are shorter than this. */
const isLongEnough = (words: string): boolean =>
  (words.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).filter((word) => /^\p{Ll}/u.test(word)).length >= 4 ||
  /\p{Script=Han}{8}/u.test(words) ||
  (words.match(/[\p{Script=Hiragana}\p{Script=Hangul}]/gu) ?? []).length >= 8;

interface Field {
  asks: Asks;
  value: string;
}

/**
 * The label at the beginning of a line, or the label that is the whole line; within somebody's words only a label that
 * certainly belongs to a form.
 */
function fieldAt(line: string, withinWords: boolean): Field | undefined {
  const [, label = line, value = ''] = LABEL.exec(line) ?? [];
  const asks = asked(label);
  if (label === line) return asks && asks !== 'unknown' && isLabelLine(line) ? { asks, value: '' } : undefined;
  if (asks) return { asks, value };
  return withinWords || /[.!。！,，]\s|\s.*\s.*\s.*\s.*\s.*\s/u.test(label) ? undefined : { asks: 'unknown', value };
}

function asked(label: string): Asks | undefined {
  const words = label.replace(/[*•#【】[\]?？]+/g, ' ').trim();
  if (META.test(words) || ASIDE.test(words)) return 'other';
  const field = fieldOf(label);
  if (field === undefined) return undefined;
  return field === 'message' || SUBJECT.test(words) ? 'words' : 'other';
}

const SUBJECT =
  /^(?:your |ihr |the )?(?:subject|betreff|thema|sujet|objet|asunto|assunto|oggetto|onderwerp|тема|主题|主題|标题|件名|제목)$/iu;

/** A label on its own line is short and no sentence. */
const isLabelLine = (line: string): boolean => line.length <= 60 && !/[.!。！]$/.test(line);
