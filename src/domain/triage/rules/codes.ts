import { asksReader } from '../../../text/asks.ts';
import { normalise } from '../normalise.ts';

/** What services write around a code that they send: whose it is, what for, how long, and that nobody may see it. */
const OF_SERVICE =
  /\b(?:one[- ]?time|otp|verif\p{L}*|authenticat\p{L}*|sign(?:ing)?[- ]?(?:in|up)|log(?:ging)?[- ]?(?:in|on)|security|expires?|valid (?:for|once|until|\d)|(?:do not|don'?t|never|not) (?:share|tell|give|forward)|never ask|(?:didn'?t|did not) request|to (?:confirm|verify|approve|finish|complete|download)|your (?:[\p{L}-]+ ){0,3}(?:code|pin|passcode|password|passphrase)|g-\d)|验证|校验|动态|登录|注册|绑定|有效|(?:切|请)?勿|打死|本人操作|【[^】]{1,20}】|[您你]的[^,，。]{0,8}(?:码|口令)|银行/u;
/** What opens something of a customer's, or hands it over. */
const OPENS =
  /\b(?:gates?|doors?|entrances?|entry|buildings?|garage|(?:key|lock)[- ]?(?:box|safe)|lockers?|alarm|safe|parcels?|packages?|pick[- ]?up|collect(?:ion)?|courier|driver|deliver(?:y|ies)|lobby|lift|elevator|stairs?|yard|buzzer|intercom|barrier|parking|flat|apartment|wi-?fi|vouchers?)\b|门|单元|楼|电梯|取[件货]|提货|柜|驿站|车库|小区|道闸|wifi|无线|箱/u;
/** Beside that, it is a service's only where it says so itself. */
const SURELY =
  /\b(?:one[- ]?time|verif\p{L}*|expires?|valid|(?:do not|don'?t|never|not) (?:share|tell|give)|is your)\b|【[^】]{1,20}】|您的|有效|[切请]勿/u;
const SENT = /^[\s\W]*【|[切请]勿|\b(?:not|never|don'?t) (?:share|tell|give)\b/u;
/** What else they say: of the device, the account, what to do with it. */
const FRAME =
  /\b(?:ignore|device|account|browser|minutes?|seconds?|app|page|payments?|transfer|password|e-?mail|number|fraud|we|nobody|anybody|anyone|if|in case|good for|enter|type|use|code|team|https?)\b|忽略|分钟|秒|泄露|操作|页面|输入|账[户号]|设备|转发|密码|告诉|收银|付款|支付|转账|网点|领取|过期|链接|验证|码/u;
const OF_THEIRS = /\b(?:i|i'm|i've|i'll|my|me|mine)\b|我(?![们司方行])/u;

/** Whether words with a code in them say nothing but the code and what the service that sends it says of it. */
export function isCodeAlone(written: string): boolean {
  const { text } = normalise(written);
  if (!OF_SERVICE.test(text) || OF_THEIRS.test(text) || (OPENS.test(text) && !SURELY.test(text))) return false;
  const others = text.split(/[.!?;,\n。！？；，]+/u).filter((part) => !/\d/.test(part) && !OF_SERVICE.test(part));
  if (others.some((part) => asksReader(part) && !FRAME.test(part))) return false;
  return SENT.test(text) || others.every((part) => FRAME.test(part) || isShort(part));
}

/** A greeting, the name of a firm. */
const isShort = (part: string): boolean => !/\p{L}+\P{L}+\p{L}+\P{L}+\p{L}|\p{Script=Han}{3}/u.test(part);
