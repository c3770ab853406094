/** Whether one of these words is a local part, or a piece of one. Lower case. */
const called = (words: string): RegExp => new RegExp(`^([^@]*[._+-])?(?:${words})([._+-][^@]*)?@`);

const NO_REPLY = called('no[-_.]?reply|do[-_.]?not[-_.]?reply|noresponder|nepasrepondre');
/** What carries mail and reports on it; some write a name without an address. */
const DAEMON =
  /^(mailer-daemon|mail-daemon|mail\.daemon|mdaemon|mail[-_. ]?delivery([-_. ]?(system|subsystem))?|bounces?|no-?reply-bounce)([+-][^@]*)?(@|$)|microsoftexchange[0-9a-f]+@/;
const RETURNS = called('mailer-daemon|postmaster|bounces?');
const NOTICES = called('notifications?|newsletters?|auto-?mail(?:er)?|auto-?confirm|automated');
const REPLIES = called('reply');
const PERHAPS_NOTICES = called('news|alerts?|notify|mailer');
const PASSING_ON = called(
  'notices?|alerts?|voice-?(?:mail)?s?|calls?|missed-?calls?|phone|pbx|fax|conversations?|inbox|messaging|messages?',
);
const RELAY =
  /[\d_+].{0,80}@([\w-]+\.)*(members?|marketplace|messages?|messaging|relay|guests?|chat|conversations?|reply)\.[\w-]+\.[\w.-]+$/;

/** Whether a sender's address (lower case) is one that asks not to be answered. */
export const asksNoReply = (address: string): boolean => NO_REPLY.test(address);

/** Whether mail under an address, or under a name without one, is from a mail server itself. Lower case. */
export const isDaemon = (from: string): boolean => DAEMON.test(from);

/** Whether nobody could be answered under an address: it is never whose words a mail holds. */
export const isNobodys = (address: string): boolean =>
  NO_REPLY.test(address) || DAEMON.test(address) || RETURNS.test(address);

/** Whether services send what nobody answers from an address (lower case). */
export const sendsNotices = (address: string): boolean => NO_REPLY.test(address) || NOTICES.test(address);

/** Whether an answer to an address (lower case) would likely be read by nobody. */
export const readsNobodyAt = (address: string): boolean => isNobodys(address) || NOTICES.test(address);

/** Whether a program takes what comes to an address, if anybody does: it is no further person to write to. */
export const isPrograms = (address: string): boolean => readsNobodyAt(address) || REPLIES.test(address);

/** Whether an address may be one for notices. At a small firm it is a person's: that counts only with other signs. */
export const mayBeForNotices = (address: string): boolean => PERHAPS_NOTICES.test(address);

/** Whether services that pass on calls and messages may send from an address; `inbox@` and `phone@` are people's too. */
export const mayPassOn = (address: string): boolean => PASSING_ON.test(address);

/** Whether an address was made for one talk: an answer there reaches whoever wrote. */
export const isRelay = (address: string): boolean => RELAY.test(address);

/** Before or behind the @, where a form that wants an address was given none. */
const NO_MAIL =
  /^(?:no|not?[-_.]?an?|without|missing|unknown|fake|dummy|keine?|ohne|sin|sans|pas[-_.]?de)[-_.]?e?[-_.]?mails?(?:[-_.]?(?:address|adresse))?$|^(?:no|not)[-_.]?(?:given|provided|available)$/;
/** Before and behind it. */
const NOTHING =
  /^(?:none|null|n[-_.]?a|nil|no|nope|nothing|nein|keine?r?|unknown|undefined|anonymous|test|abc|asdf?|x+|a+)$/;

/** Whether an address (lower case) was only put where one was wanted, as noemail@noemail.com: it is nobody's, and many have it. */
export function isStopgap(address: string): boolean {
  const [local = '', domain = ''] = address.split('@');
  const [label = ''] = domain.split('.');
  if (NO_REPLY.test(address) || NO_MAIL.test(local) || NO_MAIL.test(label)) return true;
  return NOTHING.test(local) && NOTHING.test(label);
}

/** What shops and shop systems write as a buyer's account where there is none: `customer_id: 0`, "guest", "null". */
const NO_ACCOUNT =
  /^(?:[^\p{L}1-9]*|-1|gid:\/\/\w+\/customer|x|(?:guest|visitor|walk[ -]?in|anonymous|anon|null|nil|none|nobody|undefined|unknown|default|cash|nan|false|n[./]?a\.?|no)(?:[ _-]?(?:user|customer|account|checkout|buyer|id|sale))?|(?:un|not[ _-]?)(?:registered|logged[ _-]?in)|object object|gast|g[aä]ste?|invit[eé]|invitado|ospite|h[oó]spede|gość|misafir|anonym|inconnu|unbekannt|гость|(?:游客|访客|散客|过客|路人|匿名)(?:用户|买家|客户)?|未知|无|未登录|未注册|ゲスト|게스트)$/iu;
const AROUND_ID = /^[\s"'{[(]+|[\s"'}\])]+$/gu;

/** Whether an account's id only says that there is none: by it everybody who buys as a guest would be one person. */
export const isNoAccount = (id: string): boolean =>
  id.length <= 60 && NO_ACCOUNT.test(id.replace(AROUND_ID, '').replace(/(?<=\p{L})[-_ :/]?0{1,36}$/u, ''));

/** What tills and shop systems call whoever gave no name. */
const NOBODYS_NAME =
  /\d|(?<!\p{L})(?:guests?|customers?|clients?|buyers?|users?|counter|till|cash(?:ier)?|register|checkout|pos|walk[ -]?ins?|retail|shop|store|kiosk|online|visitor|anonymous|unknown|none|null|n\/?a|nobody|no ?name|test|sale|kunden?|kundin|kasse|laden|gast|laufkund\p{L}*|barverkauf|comptoir|caisse|magasin|invit[eé]|mostrador|caja|tienda|cliente|banco|cassa|negozio|(?:front|service|help|info)[ -]?desk|reception|take[ -]?away|take[ -]?out|(?:eat|dine)[ -]?in|pick[ -]?up|uber ?eats|deliveroo|lieferando|first last|mrs?|ms|miss|herr|frau|mme)(?!\p{L})|(?:先生|女士|小姐|太太|师傅|老板|老师|用户|同学|朋友)$|顾客|客户|客人|散客|过客|游客|访客|门店|柜台|收银|前台|店员|会员|匿名|未知|无名|线下|到店|现金|零售|外卖|散单|自提|堂食|美团|饿了么|お客様|ゲスト|レジ/iu;

/** Whether a name is one that a till gives to many: Guest, Counter 2, Retail Customer, 门店顾客. */
export const isNobodysName = (name: string): boolean => NOBODYS_NAME.test(name);

const NO_ANSWER =
  /\b(?:do not|don[’']t|cannot|can[’']t|not) (?:directly )?(?:reply|respond|answer)(?: directly)? to (?:this|the) (?:e-?mail|message|mail|address)\b|\b(?:this|the) (?:e-?mail |mail)?(?:address|mailbox|inbox) is (?:not|un) ?(?:monitored|attended|read)|\b(?:replies|answers) (?:to this (?:e-?mail|message|address) )?(?:are|will) not (?:be )?(?:read|monitored|answered)|(?:antworten sie|bitte)[^.\n]{0,30}nicht auf diese (?:e-?mail|nachricht)|auf diese (?:e-?mail|nachricht) (?:bitte )?nicht|ne (?:pas répondre|répondez pas) à ce|no responda a este|non rispondere a quest|(?:请|請)?(?:勿|不要)(?:直接)?(?:回复|回覆)(?:此|本|该|这封)?(?:邮件|郵件|邮箱|信)?/iu;

/** Whether a mail says that answers to it are read by nobody. */
export const asksForNoAnswer = (text: string): boolean => NO_ANSWER.test(text);
