/**
 * Lines below `-- ` that no signature has every day, and words above it that want what stands there: a text for a card, sizes, a code,
 * an address from some day on.
 */
const LONGEST = 400;

const MONTH =
  '(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|févr|mars|avril|juin|juil|août|enero|ene|abr|mayo|ago|dic|gen|mag|giu|lug|set|ott|maart|mei)\\p{L}*';
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th|\\.|er)?\\s?(?:of |de )?${MONTH}|${MONTH}\\.?\\s\\d{1,2}|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|${MONTH}(?=\\W)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)|now on)`;
const NEWS = [
  // from some day on
  `(?<!\\p{L})(?:from|until|till|as of|as from|starting|since|ab|bis|seit|vom|dès|jusqu.au|à partir du|desde(?: el)?|hasta(?: el)?|a partir del|dal|fino al|vanaf|tot)(?: the| dem| le)? ${DAY}`,
  '\\d{1,2}月(?:\\d{1,2}[日号])?(?:起|后|以后|开始|之前|前)|(?:自|从)\\d{1,2}月',
  // new, and what
  '(?<!\\p{L})(?:new|temporary|changed|updated|neue\\p{L}*|nouvelle?|nouveau|nuev[ao]|nuov[ao]|nieuwe?)(?!\\p{L}).{0,12}(?<!\\p{L})(?:address|office|phone|number|mobile|e-?mail|place|adresse|anschrift|nummer|büro|numéro|dirección|número|indirizzo|numero|adres)(?!\\p{L})|(?<!\\p{L})(?:we|i)(?:.ve| have)? moved|(?<!\\p{L})(?:umgezogen|verzogen)|新(?:的)?(?:地址|电话|号码|邮箱|手机)|搬到|已搬',
  // codes
  '(?<!post |zip |area |country |sort |dress |post|zip|bank|swift |qr )(?<!\\p{L})(?:\\p{L}+ ?)?(?:codes?|pin|passcode|password|passwor[td]|türcode|kennwort|buzzer|doorbell|voucher|key ?box|locker)\\W{0,3}(?:is |no\\.? |number )?[\\p{Lu}\\d#*-]*\\d|(?:门禁|密码|取件码|验证码|口令|门铃|订单号|单号)',
  // sizes
  '\\d\\s?(?:cm|mm|inch(?:es)?|ft|ml|cl|厘米|毫米|公分|英寸|毫升|尺|寸)(?!\\p{L})|(?<!\\p{L})(?:sizes?|größe|grösse|taille|talla|taglia|maat)\\W{1,3}(?:\\d|[xsml]{1,3}(?!\\p{L}))|尺[码寸]|\\d{2}码',
].join('|');
const IS_NEWS = new RegExp(NEWS, 'iu');

/** Whether a line below `-- ` tells something that a signature does not. */
export function isNews(line: string): boolean {
  return line.length <= LONGEST && IS_NEWS.test(line);
}

/** Words that want something after them: `the card should say`, `please engrave this`, 贺卡上写. */
const WANTS_MORE =
  /(?<!\p{L})(?:(?:should|must|shall|to|can|could|please|will|it|text|card|message|engraving|inscription|label|tag|ribbon) (?:say|says|read|reads|go|be)|saying|reading|(?:engrave|print|write|put|use|embroider|paint|carve|inscribe|add|type|stamp|stitch|spell)\p{L}*(?!\p{L}).{0,40}(?<!\p{L})(?:this|these|that|it|with|on it|on the (?:card|tag|label|ribbon|lid|cup|mug|ring|back)|as|exactly|words?|text|names?)|(?:text|card|message|words?|wording|engraving|inscription|names?|sizes?|measurements?|dimensions?|codes?|order|list) (?:is|are|reads?|as follows)|as follows|gravier\p{L}*.{0,40}|soll\p{L}* .{0,30}stehen|(?:text|gravur|widmung|maße|größen?|namen?|code) (?:lautet|lauten|ist|sind|wäre)|(?:graver|écrire|inscrire|grabar|poner|escribir|incidere|scrivere)\p{L}*(?: .{0,40})?)$|(?:写|刻|印|绣|写上|刻上|印上|写着|写成)(?:下面|这个|这句话?|这段|这些|一?句|字)?$|(?:尺寸|尺码|大小|内容|文字|贺词|祝福语|落款|名字|密码|颜色|数量|规格)(?:就?是|为|如下|要)?$|如下$/iu;
/** Who asks does not announce. */
const ASKS =
  /[?？]|(?<!\p{L})(?:what|how|where|when|which|who|whether|was|wie|wo|welche\p{L}*|ob)(?!\p{L})|什么|多少|哪|怎么|谢/iu;
/** What is wanted by name, wherever it stands. */
const HERE_IS =
  /(?<!\p{L})(?:here(?:['’]s| (?:is|are|come))|hier (?:ist|sind|kommen)|voici|aquí (?:está|están|van)|ecco)(?!\p{L}).{0,30}(?<!\p{L})(?:sizes?|measure\p{L}*|dimensions?|codes?|texts?|words?|wording|message|engraving|inscription|names?|poem|greeting|maße|größen?|text|gravur|namen?|code|tailles?|mesures?|texte|medidas?|texto|misure|testo)(?!\p{L})|(?:这是|以下是|这里是).{0,8}(?:尺寸|尺码|文字|内容|密码|名字)/iu;

/** Whether the last words above `-- ` want what stands below it. */
export function wantsMore(line: string): boolean {
  if (line.length > LONGEST) return false;
  const words = line.replace(/[\s.…。,，]+$/u, '');
  return (WANTS_MORE.test(words) && !ASKS.test(words)) || HERE_IS.test(words);
}
