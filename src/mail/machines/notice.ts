import { headWords } from '../../text/cut.ts';

/**
 * Recognizes paragraphs of lawyers, list servers and virus scanners, which nobody wrote for the reader. Only certain
 * ones count: a customer may write "Confidential: please quote 200 units" or "To unsubscribe I clicked twice".
 */
const LONGEST = 5000;

/** A notice speaks about the mail it stands in. */
const MEDIUM =
  /\b(this|the|any|its|attached) (e-?mail|message|mail|communication|transmission|transmittal|document|information|contents?|attachments?)(?! (address|account))|\bdiese[rs]? (e-?mail|nachricht|mail)|\bce(t|tte)? (e-?mail|mail|courriel|message|courrier)|\b(este|esta) (correo|mensaje|e-?mail|mensagem)|\bquest[oa] (messaggio|e-?mail|comunicazione)|\b(dit|deze) (e-?mail|bericht)|(本|此|该|這|这封|上述)(封|份)?(电子)?(邮件|郵件|信息|訊息|电邮|e-?mail|通讯|消息)|(この|本)(電子)?(メール|e-?mail)/i;

/** What notices say about it; a customer may say one of these, too. */
const LEGAL = [
  /confidential|vertraulich|confidentiel|confidencia|riservat|vertrouwelijk|保密|机密|機密|秘密|绝密/i,
  /privileged|proprietary|legally protected|rechtlich geschützt|知识产权|商业秘密|法律保护|专有|专用/i,
  /intended (recipient|only|solely|for|exclusively)|addressee|(richtige|beabsichtigte|vorgesehene)r? (adressat|empfänger)|ausschließlich für|destinataire|destinatari|geadresseerde|uitsluitend bestemd|(指定|预期|目标|特定)的?(收件人|收信人|接收|个人)|(并非|不是|非).{0,8}(收件人|收信人|接收者)|仅供|仅限|受信者/i,
  /disclos|disseminat|distribut|copying|unauthori[sz]ed|strictly prohibited|unbefugt|nicht gestattet|interdit|prohibid|proibid|vietat|verboden|未经(授权|许可|允许)|禁止|不得|严禁|披露|散布|复制/i,
  /(notify|inform|advise) (the sender|us immediately|the originator)|delete (this|the|it|all)|destroy|informieren sie|vernichten|löschen sie|supprimer|détrui|elimin|cancellar|verwijder|删除|销毁|通知(发件人|寄件人)|削除/i,
  /virus|malware|病毒|恶意/i,
  /\bliab(le|ility)|warrant(y|ies|s)\b|haftung|responsabil|aansprakelijk|不承担|法律责任/i,
  /received (this|it).{0,30}(in|by) error|irrtümlich|par erreur|por error|per errore|abusievelijk|错误地?(收到|发送)|误(收|发|送)/i,
  /(views|opinions) (expressed|of the)|not (necessarily )?(represent|reflect)|legally binding|rechtsverbindlich|不代表/i,
];

/** A person speaks about themselves, or asks. */
const PERSONAL =
  /\b(i|i['’](m|ve|d|ll)|my|mine|ich|mein\w{0,2}|mir|mich|je|j['’]\w+|mon|mes|yo|mis|mio|mia|ik|mijn)\b|我(?![们司方公])|[?？]/i;
/** What people say to a shop and lawyers do not. */
const TRADE =
  /\b(quot(e|ation)|price|(?<!in )order(ed|s)?|deliver(y|ed)?|refund(ed)?|cancel(led)?|invoice|ship(ped|ping)?|parcel|pieces|units|pcs|bestell\w+|liefer\w+|rechnung|paket|preis|commande|livraison|colis|facture|prix|pedido|envío|precio|factura|ordine|spedizione|prezzo)\b|报价|价格|订单|订购|发货|退款|取消|包裹|发票|下单|注文|返金/i;
const TITLE =
  /^[\W_]{0,6}((confidentiality|legal|privacy|important|disclaimer) (notice|disclaimer|note|statement)|disclaimer|confidentiality|免责声明|保密(声明|提示|通知|条款|须知|告知)|法律声明|重要(声明|提示)|haftungsausschluss|vertraulichkeitshinweis|avis de confidentialité|aviso legal)[\W_]{0,6}$/i;
const SAYING =
  /^[\W_]{0,6}(please (consider|think of|think about) the environment before|think before you print|before printing.{0,40}environment|请在打印(本|此)?邮件前|打印前请?考虑环|bitte (denken|prüfen) sie.{0,60}(umwelt|ausdruck)|pensez à l['’]environnement avant|virus-free\.|this e-?mail has been (checked|scanned) (for|by)|(此|本)(电子)?(邮件|郵件)(已)?(没有|未发现|不含|经过?).{0,20}病毒)/i;
const LIST_FOOTER = /\bmailing list$|\blistinfo\b|groups\.google\.com|^_{2,}$/i;
/** Where a list is, or who serves it. */
const LIST_AT = /\S@\S|https?:/i;
const COMPANY =
  /\bregistered (in (england|scotland|wales|ireland)|office|number|address)|\bcompany (no|number|reg)|\bvat (no|reg|number)|geschäftsführe|\bhr[ab] ?\d|amtsgericht|handelsregister|ust-?id|sitz der gesellschaft|\bsiret\b|\brcs \w|au capital de|partita iva|\bkvk\b/gi;

/** Whether the lines of one paragraph are boilerplate: a legal notice, a scanner's word. */
export function isNotice(lines: readonly string[]): boolean {
  const text = headWords(lines.join(' '), LONGEST);
  if (PERSONAL.test(text) || TRADE.test(text)) return false;
  if (SAYING.test(text)) return text.length < 400;
  const isListAt = LIST_FOOTER.test(headWords(lines[0]!, LONGEST)) && LIST_AT.test(text);
  if (isListAt && lines.length <= 6) return true;
  return MEDIUM.test(text) && LEGAL.filter((words) => words.test(text)).length >= 2;
}

/** Whether a line is a title such as "CONFIDENTIALITY NOTICE": a notice if one follows. */
export function isNoticeTitle(line: string): boolean {
  return line.length <= 100 && TITLE.test(line);
}

/** What the law requires a firm to write below its mail: "registered in England No. 123, registered office …". */
export function isCompanyFooter(lines: readonly string[]): boolean {
  const text = headWords(lines.join(' '), LONGEST);
  return !PERSONAL.test(text) && new Set(text.toLowerCase().match(COMPANY)).size >= 2;
}
