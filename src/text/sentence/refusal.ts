import { plainly } from '../plainly.ts';
import { withoutEmoji } from '../sms/opt_out.ts';

/** Longer words say something else as well, in UTF-16 units. */
const LONGEST = 160;

/** What says nothing of what is wanted: a greeting, thanks, please. */
const POLITE =
  /^(?:hi|hello|hey|dear (?:sirs?|team|all)|hi (?:there|all|team)|good (?:morning|afternoon|evening)|many thanks|thanks?(?: you)?(?: (?:so|very) much|a lot|anyway)?|thx|ty|cheers|please|pls|sorry|regards|(?:kind|best) regards|best|ok|okay|sent from (?:my )?[\p{L}\d ]{1,30}|发自我的.{1,20}|你好|您好|谢谢[你您啊了]?|多谢|感谢|抱歉|不好意思|麻烦[了你您]?|拜托[了你您]?)$/u;

const MAILS = 'e-?mails?|mails?|messages?|texts?|newsletters?|ads?|adverts?|spam|offers|promos?|promotions?|updates';
const ASKING =
  "(?:please |pls |kindly |can (?:you|u) |could you |would you |i(?: would|'d)? like you to |i want you to |just )*";
const AFTER = '(?: please| pls| now| immediately| thanks?| thank you| ok)*';
const OF_MAIL = '广告|邮件|消息|信息|短信|东西|资讯|推广|推送|优惠|通知|这些|这种|这个|这类';

const whole = (...ways: string[]): RegExp => new RegExp(`^(?:${ways.join('|')})$`, 'u');

/** Said of what came unasked it can mean nothing else than: no more of it. */
const CERTAIN = whole(
  `${ASKING}(?:take|remove|delete|get|strike|drop) (?:me|my (?:e-?mail|name|number|address|details))(?: (?:off|from|out of))?(?: (?:of )?(?:your|this|that|the|these|all|any)? ?(?:(?:mailing|e-?mail|mail|contact|contacts|marketing|newsletter|distribution) ?)?(?:lists?|${MAILS}|database)?)?${AFTER}`,
  `${ASKING}no more (?:of )?(?:these|this|those|(?:such |your |of these )?(?:${MAILS}))(?: from you)?${AFTER}`,
  `${ASKING}(?:stop|quit) (?:sending|e-?mailing|mailing|texting|messaging|writing|contacting|spamming)(?: to)? ?(?:me|us)?(?: (?:of|these|this|those|any more|anymore|your|such|stuff|more|${MAILS}))*${AFTER}`,
  `${ASKING}(?:don't|do not|dont|never) (?:send|e-?mail|mail|text|message|write|contact|spam)(?: to)? (?:me|us)(?: (?:of|these|this|those|any|anymore|again|your|such|stuff|more|ever|${MAILS}))*${AFTER}`,
  `i (?:don't|do not|dont|no longer) (?:want|wish|need|care)(?: (?:to (?:get|receive|have|see|read)|for))?(?: (?:these|those|this|your|such|any|more|further|of|kind of|sort of))* (?:${MAILS})(?: (?:any ?more|from you))*${AFTER}`,
  `i (?:don't|do not|dont) (?:want|wish) to hear from you(?: any ?more| again)?`,
  `${ASKING}(?:unsubscribe|opt) (?:me|us)(?: out)?${AFTER}`,
  `(?:ok |okay |hi |hello |no |thanks |thank you |no thanks |no thank you )?${ASKING}(?:stop|stop ?all|unsubscribe|opt[ -]?out|arr[eê]t)(?: stop)*${AFTER}`,
  `${ASKING}(?:leave me alone|lose my (?:number|e-?mail|address))${AFTER}`,
  `(?:请|麻烦|拜托|求求?[你您])?(?:[你您]们?)?(?:以后|今后)?(?:请)?(?:别|不要|勿|不必|不用)(?:再|老|总|一直)(?:给我|向我|往我这)?(?:继续)?(?:群?发|推送?|寄)(?:送)?(?:给我)?(?:[了来])?(?:${OF_MAIL})*(?:[了啦吧])?`,
  `(?:请|麻烦|拜托)?(?:以后|今后)?(?:请)?(?:别|不要|勿|不必|不用)(?:给我|向我)(?:群?发|推送?)(?:${OF_MAIL}|任何)*(?:[了啦吧])?`,
  `(?:请)?(?:别|不要|停止)(?:群?发|推送?)(?:${OF_MAIL})*(?:[了啦吧])?`,
  `(?:以后|今后)(?:都)?(?:不用|不必|别|不要)(?:再)?(?:给我)?(?:群?发|推送?|寄)(?:给我)?(?:${OF_MAIL})*(?:[了啦吧])?`,
  `(?:我)?(?:不想|不要|不愿意?)再?(?:收到?|接收|看到)(?:你们?的?|您的|任何|这样的|此类|${OF_MAIL})*(?:${OF_MAIL})(?:[了啦])?`,
  `(?:我)?(?:不想|不要|不愿意?)再(?:收到?|接收|看到)(?:[了啦])?`,
  `(?:请|麻烦)?把我(?:的(?:邮箱|号码|地址|联系方式))?(?:从[^,，。]{0,10})?(?:移除|移出|删除|删了|删掉|删|去掉|拉出|踢出)(?:名单|列表|群发)?(?:[吧了])?`,
  '(?:请|麻烦|帮我)?退订(?:吧|一下|谢谢|这个|这些|掉)*',
  '(?:请)?(?:别|不要)再?(?:打扰|骚扰|联系)我?(?:[了啦])?|求放过|请?勿扰',
);

/** A no, to what is offered or to being written to at all: nobody can tell. */
const PERHAPS = whole(
  `no|nope|nah|no(?:,)? (?:thanks?|thank you|thx|need)(?: you)?|(?:i'm |i am |we're |we are |sorry )?not (?:interested|for me|now|today|needed)(?: any ?more| at all)?|i'm (?:good|fine)|i (?:don't|do not|dont) (?:need|want)(?: (?:it|this|that|these|those|any|anything|one))*(?: any ?more)?|not my (?:thing|cup of tea)|too (?:many|much)(?: (?:of these|${MAILS}))*|enough(?: (?:of this|of these|already))?|who (?:are you|is this|gave you my (?:number|e-?mail|address))`,
  '(?:我|暂时|现在|目前|真的|都|就)*(?:不需要|不用|不要|不必|没兴趣|不感兴趣|没需要|没有?需求|不考虑|不买|不想要|不想买|用不着|用不上|没用)(?:这个|这些|了|啦|吧|的)*|算了(?:吧)?|不|否|烦死了?|真烦|(?:太多|烦)了|(?:你|您)?是谁(?:啊)?|不用发了?|不必发了?',
);

/** Marks between what is said, also blanks beside Chinese. */
const BETWEEN = /[\n,.!?;:，。！？；：、~～…()（）"“”—]+|(?<=\p{Script=Han})\s+/u;

/** 请别再发了谢谢: thanks need no mark in front of them there. */
const THANKS_BEHIND = /(?<=\p{Script=Han})(?:谢谢[你您]?|多谢|拜托了?)$/u;

/**
 * Whether somebody who answers what came unasked says no to it: `certain` where they want no more of it, `perhaps` where it may be only what was
 * offered, or something stands beside it. `name`: the writer's own, below their words. Undefined: it reads like no refusal, or says too much.
 */
export function refusalIn(text: string, name = ''): 'certain' | 'perhaps' | undefined {
  if (text.length > LONGEST) return undefined;
  const said = withoutEmoji(plainly(text)).toLowerCase().replace(/[’‘]/g, "'");
  const names = new Set(plainly(name).toLowerCase().split(/\s+/u).filter(Boolean));
  const parts = said
    .split(BETWEEN)
    .map((part) => part.trim().replace(/\s+/gu, ' ').replace(THANKS_BEHIND, ''))
    .filter((part) => part !== '' && !POLITE.test(part) && !part.split(' ').every((word) => names.has(word)));
  const others = parts.filter((part) => !CERTAIN.test(part));
  const allRefuse = others.every((part) => PERHAPS.test(part));
  if (others.length < parts.length) return allRefuse ? 'certain' : 'perhaps';
  return parts.length > 0 && allRefuse ? 'perhaps' : undefined;
}
