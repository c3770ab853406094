import { plainly, plainPattern } from '../plainly.ts';
import { withoutEmoji } from '../sms/opt_out.ts';
import { BESIDE_PERHAPS, FURTHER_PERHAPS, joinedUp, namesOffersOnly, SAYS_MOVED } from './refusal_kinds.ts';

/** Longer words say something else as well, in UTF-16 units. */
const LONGEST = 160;
/** Of longer ones a part may refuse for certain; beyond this nobody writes it. */
const LONGEST_WITH_MORE = 1_000;

/** What says nothing of what is wanted: a greeting, thanks, please. */
const POLITE =
  /^(?:hi|hello|hey|dear (?:sirs?|team|all)|hi (?:there|all|team)|good (?:morning|afternoon|evening)|many thanks|thanks?(?: you)?(?: (?:so|very) much|a lot|anyway)?|thx|ty|cheers|please|pls|sorry|regards|(?:kind|best) regards|best|ok|okay|sent from (?:my )?[\p{L}\d ]{1,30}|发自我的.{1,20}|dear [\p{L}'. -]{1,40}|guten (?:tag|morgen|abend)|hallo|sehr geehrte (?:damen und herren|\p{L}+ \p{L}+)|bonjour|bonsoir|madame|monsieur|hola|buen[oa]s (?:días|tardes)|ciao|buongiorno|danke(?: schön)?|vielen dank|merci(?: d'avance| beaucoup)?|gracias|grazie|bitte|svp|por favor|(?:mit )?(?:freundlichen|freundliche|besten|viele|liebe|schöne) grü(?:ß|ss)en?|mfg|lg|cordialement|saludos|你好|您好|谢谢[你您啊了]?|多谢|感谢|抱歉|不好意思|麻烦[了你您]?|拜托[了你您]?)$/u;

const MAILS =
  'marketing(?: e-?mails?| mails?)?|e-?mails?|mails?|messages?|texts?|newsletters?|ads?|adverts?|spam|offers|promos?|promotions?|updates';
const ASKING =
  "(?:please |pls |kindly |can (?:you|u) |could you |would you |i(?: would|'d)? like you to |i want you to |just )*";
const AFTER = '(?: please| pls| now| immediately| thanks?| thank you| ok)*';
/** What is sent to sell, and to many. */
const OFFERS = '广告|促销|营销|推广|推送|优惠|打折|折扣|上新|新品|群发|宣传';
const OF_MAIL = `${OFFERS}|邮件|消息|信息|短信|东西|资讯|活动|通知|这些|这种|这个|这类`;
const PROMO = '(?:promo(?:tional|tion|s)?|marketing|advertising|sales?|spam|ads?)';

/** As it is typed in haste, too. */
const UNSUBSCRIBE = 'un-?sub(?:s?cr?i?be?)?|unsuscribe|de-?subscribe|opt';
const LISTS = `(?:(?:this|your|the|that|these|all) )?(?:${MAILS}|(?:mailing |e-?mail )?lists?)`;

const FROM_LIST_DE =
  '(?: (?:vom|von (?:ihrem|eurem|der|dem|diesem|dieser)|aus (?:dem|der|ihrem|ihrer)|den|ihren|euren|diesen))?(?: (?:newsletter|rundmails?|verteiler|mailverteiler|mailingliste|liste|e-?mails?|werbung))?';

const whole = (...ways: string[]): RegExp => plainPattern(new RegExp(`^(?:${ways.join('|')})$`, 'u'));

/** Said of what came unasked it can mean nothing else than: no more of it. */
const CERTAIN = whole(
  `${ASKING}(?:take|remove|delete|get|strike|drop) (?:me|my (?:e-?mail|name|number|address|details))(?: (?:off|from|out of))?(?: (?:of )?(?:your|this|that|the|these|all|any)? ?(?:(?:mailing|e-?mail|mail|contact|contacts|marketing|newsletter|distribution) ?)?(?:lists?|${MAILS}|database)?)?${AFTER}`,
  `${ASKING}no more (?:of )?(?:these|this|those|(?:such |your |of these )?(?:${MAILS}))(?: from you)?${AFTER}`,
  `${ASKING}(?:stop|quit) (?:sending|e-?mailing|mailing|texting|messaging|writing|contacting|spamming)(?: to)? ?(?:me|us)?(?: (?:of|these|this|those|any more|anymore|your|such|stuff|more|${MAILS}))*${AFTER}`,
  `${ASKING}(?:don't|do not|dont|never) (?:send|e-?mail|mail|text|message|write|contact|spam)(?: to)? (?:me|us)(?: (?:of|these|this|those|any|anymore|again|your|such|stuff|more|ever|${MAILS}))*${AFTER}`,
  `i (?:don't|do not|dont|no longer) (?:want|wish|need|care)(?: (?:to (?:get|receive|have|see|read)|for))?(?: (?:these|those|this|your|such|any|more|further|of|kind of|sort of))* (?:${MAILS})(?: (?:any ?more|from you))*${AFTER}`,
  `i (?:don't|do not|dont) (?:want|wish) to hear from you(?: any ?more| again)?`,
  `${ASKING}(?:${UNSUBSCRIBE})(?: (?:me|us))?(?: out)?(?: (?:of|from) ${LISTS})?${AFTER}`,
  `${ASKING}(?:cancel|end|stop) (?:my|the|this) (?:subscription (?:to|for|of|from) ${LISTS}|(?:newsletter|e-?mail|mailing) subscription)${AFTER}`,
  // in what else customers write; whole words, which mean nothing else
  `(?:bitte|ich (?:möchte|will|würde)(?: gerne?)?)?(?: ?mich)?(?: gerne?)?(?: bitte)?${FROM_LIST_DE}(?: bitte)? ?(?:abmelden|abbestellen|austragen|abzumelden)(?: bitte)?`,
  `(?:bitte )?(?:melden|tragen|nehmen|streichen) sie mich(?: bitte)?${FROM_LIST_DE}(?: wieder)?(?: (?:ab|aus|heraus|raus|herunter))?(?: bitte)?`,
  '(?:bitte )?(?:ich )?(?:möchte|will|wünsche) (?:bitte )?keine (?:weiteren )?(?:e-?mails?|mails?|newsletter|werbung|nachrichten)(?: von ihnen)?(?: mehr)?(?: (?:erhalten|bekommen|haben))?',
  "(?:je (?:souhaite|veux|voudrais|ne veux|ne souhaite) )?(?:ne )?plus recevoir (?:de |vos |ces |d')?(?:e-?mails?|mails?|courriels?|newsletters?|messages?|publicit[ée]s?)|je me d[ée]s(?:abonne|inscris)",
  '(?:quiero |quisiera |deseo )?(?:desuscribirme|desuscr[ií]b[ae]n?me|cancelar (?:mi|la) suscripci[óo]n)(?: por favor)?',
  "(?:merci de |veuillez |prière de |pouvez-vous |je (?:veux|souhaite|voudrais|désire) )?(?:me |m')?(?:d[ée]sabonner|d[ée]sinscrire|retirer|enlever)(?:-moi)? ?(?:de (?:la|votre|cette|vos) (?:liste(?: de diffusion)?|newsletters?|lettre(?: d'information)?|mails?|e-?mails?))?(?: (?:svp|s'il vous pla[iî]t|merci))*",
  '(?:por favor )?(?:quiero |quisiera |deseo |me gustaría )?(?:den?me|dame|darme) de baja(?: (?:de|en) (?:la|su|esta|este|vuestra) (?:lista|bolet[ií]n|newsletter|correos?))?(?: por favor)?',
  '(?:per favore )?(?:cancellatemi|disiscrivetemi|toglietemi|vorrei (?:disiscrivermi|cancellarmi))(?: (?:dalla|da questa) (?:lista|newsletter|mailing list))?(?: per favore)?|(?:graag )?(?:(?:ik wil )?(?:me|mij) )?(?:graag )?(?:afmelden|uitschrijven)(?: (?:van|voor) de (?:nieuwsbrief|lijst))?(?: graag| aub)?',
  "(?:bitte )?(?:abmelden|abbestellen|austragen)(?: bitte)?|(?:bitte )?keine (?:weiteren )?(?:e-?mails?|mails?|newsletter|werbung)(?: mehr)?(?: bitte)?|(?:me )?d[ée]sabonne[rz]?(?:-moi)?|(?:me )?d[ée]sinscri(?:re|vez-moi)|(?:dar(?:me)? de )?baja|no quiero recibir m[aá]s (?:correos|mensajes|e-?mails?)|(?:annulla|cancella) (?:l')?iscrizione|отпис(?:аться|ка)|配信停止(?:してください|希望|お願いします)?|수신 ?거부",
  `(?:ok |okay |hi |hello |no |thanks |thank you |no thanks |no thank you )?${ASKING}(?:stop|stop ?all|unsubscribe|opt[ -]?out|arr[eê]t)(?: stop)*${AFTER}`,
  `${ASKING}(?:leave me alone|lose my (?:number|e-?mail|address))${AFTER}`,
  `(?:请|麻烦|拜托|求求?[你您])?(?:[你您]们?)?(?:以后|今后)?(?:请)?(?:别|不要|勿|不必|不用)(?:再|老|总|一直)(?:给我|向我|往我这)?(?:继续)?(?:群?发|推送?|寄)(?:送)?(?:给我)?(?:[了来])?(?:${OF_MAIL})*(?:[了啦吧])?`,
  `(?:请|麻烦|拜托)?(?:以后|今后)?(?:请)?(?:别|不要|勿|不必|不用)(?:给我|向我)(?:群?发|推送?)(?:${OF_MAIL}|任何)*(?:[了啦吧])?`,
  `(?:请)?(?:别|不要|停止)(?:群?发|推送?)(?:${OF_MAIL})*(?:[了啦吧])?`,
  `(?:你们?的?|以后|今后|那些?|这些?)*(?:${OFFERS})+(?:类|的|邮件|消息|信息|短信|通知|之类)*(?:就|都|也|以后|请|可以|麻烦)*(?:不用|不必|别|不要)(?:再)?(?:给我)?(?:群?发|推送?|寄)(?:送|来)?(?:给我)?(?:[了啦吧])*`,
  `(?:${ASKING}(?:stop|cancel)|you can stop|(?:there(?:'s| is) )?no need to (?:send|text|mail|e-?mail)(?: me)?|no need for)(?: sending| me| with| the| your| those| these| any| all| more| further)* ${PROMO} (?:${MAILS})(?: any ?more| again| either)*${AFTER}`,
  `(?:以后|今后)(?:都)?(?:不用|不必|别|不要)(?:再)?(?:给我)?(?:群?发|推送?|寄)(?:给我)?(?:${OF_MAIL})*(?:[了啦吧])?`,
  `(?:我)?(?:不想|不要|不愿意?)再?(?:收到?|接收|看到)(?:你们?的?|您的|任何|这样的|此类|${OF_MAIL})*(?:${OF_MAIL})(?:[了啦])?`,
  `(?:我)?(?:不想|不要|不愿意?)再(?:收到?|接收|看到)(?:[了啦])?`,
  `${ASKING}(?:me )?off (?:the|your|this|that|all) (?:mailing |e-?mail )?lists?${AFTER}`,
  '(?:我)?(?:要|想)?退[订定丁钉顶](?:了|吧|掉)*',
  `(?:请|麻烦)?把我(?:的(?:邮箱|号码|地址|联系方式))?(?:从[^,，。]{0,10})?(?:移除|移出|删除|删了|删掉|删|去掉|拉出|踢出)(?:群发|邮件|短信|推送|营销|订阅)*(?:名单|列表|群)?(?:[吧了])?`,
  '(?:请|麻烦|帮我|也|就)*(?:退订|取消订阅)(?:吧|一下|谢谢|这个|这些|掉|了|邮件|短信|消息|广告|推送|你们的?|所有|全部|的)*(?:请)?(?:回复?)?(?:td?)?|回复?td?|td(?:谢谢)?|拒收|停止发送',
  '(?:我)?(?:不想|不愿意?)(?:收到?|接收|看到?)(?:了|啦)',
  `(?:你们?)?再(?:敢|要|给我|乱|继续|来)*(?:群?发|推送?|骚扰|打扰)(?:给我|${OF_MAIL}|我)*(?:的话)?(?:我)?(?:就|会|要|去)*(?:投诉|举报|拉黑|报警|屏蔽)(?:你们?)?(?:了|啦)?`,
  '(?:以后|今后)?(?:请)?(?:别|不要|勿|不必|不用)再?(?:打扰|骚扰|联系)我?们?(?:[了啦])?|求放过|请?勿扰',
);

/** A no, to what is offered or to being written to at all: nobody can tell. */
const PERHAPS = whole(
  `no|nope|nah|no(?:,)? (?:thanks?|thank you|thx|need)(?: you)?|(?:i'm |i am |we're |we are |sorry )?not (?:interested|for me|now|today|needed)(?: any ?more| at all)?|i'm (?:good|fine)|i (?:don't|do not|dont) (?:need|want)(?: (?:it|this|that|these|those|any|anything|one))*(?: any ?more)?|not my (?:thing|cup of tea)|too (?:many|much)(?: (?:of these|${MAILS}))*|enough(?: (?:of this|of these|already))?|who (?:are you|is this|gave you my (?:number|e-?mail|address))`,
  `no more${AFTER}|(?:(?:this|that|it|these|those)(?:'s| is| are)? )?(?:(?:just|pure|all|only) )*spam(?:mers?|ming)?|you (?:keep|are|always|never stop)(?: on)? (?:spamming|e-?mailing|mailing|texting|messaging|sending)(?: (?:me|us|these|this|so many|${MAILS}))*`,
  `i (?:have )?(?:never|didn't|did not|haven't|don't remember|do not remember)(?: (?:ever|even))? ?(?:asked|ask|sign(?:ed|ing)?(?: up)?|subscrib(?:e|ed|ing)|agreed?|opt(?:ed)? in)(?: (?:for|to) (?:this|these|that|any of (?:this|these)|${LISTS}))?`,
  `how (?:did|do) you (?:get|have|find|know) my (?:number|e-?mail|address|details)|(?:maybe |perhaps )?(?:next time|another time|not this time|some other time)|i(?:'ve| have) (?:got )?(?:enough|plenty)(?: of)?(?: (?!but\\b)[a-z]+){0,3}`,
  `i want out|enough with (?:the |these |your )?(?:${MAILS})`,
  `${ASKING}(?:cancel|end|stop) (?:my|the) subscription${AFTER}|${ASKING}(?:delete|erase|remove) (?:all )?(?:of )?my (?:personal )?(?:data|info(?:rmation)?|details|account)${AFTER}`,
  '(?:under )?(?:the )?(?:gdpr|dsgvo|pipl)(?: art(?:icle)?)?(?: \\d{1,2})?|(?:\\d{1,2} )?i (?:hereby )?object to (?:any |all |your |the |this |direct |further )*(?:marketing|advertising|ads|mails?|e-?mails?|processing)(?: (?:of|by) (?:my|this|your) \\w+)?',
  '(?:我|暂时|现在|目前|真的|都|就)*(?:不需要|不用|不要|不必|没兴趣|不感兴趣|没需要|没有?需求|不考虑|不买|不想要|不想买|用不着|用不上|没用)(?:这个|这些|了|啦|吧|的)*|(?:这次|这回|这一次|这批|今天)(?:就|先|暂时|还是)*(?:不要|不用|不买|不需要|不考虑|算)(?:了|啦|吧)*|先不(?:要|用|买|需要)(?:了|啦|吧)*|算了(?:吧)?|不|否|烦死了?|真烦|(?:太多|烦)了|(?:你|您)?是谁(?:啊)?|不用发了?|不必发了?|tt',
  '(?:我)?(?:从来?|根本|好像|压根)*(?:没有?|未)(?:订阅|订|关注|注册|同意)(?:过|啊)*(?:你们?的?|这个|这些|邮件|消息|广告)*|(?:下次|以后|下回|改天)(?:有需要|需要)?再(?:说|买|来|看|联系)(?:吧)?|(?:你们?)?(?:是)?(?:谁|怎么|哪里|从哪)[^,，。]{0,6}(?:有|知道|弄到|拿到)(?:的)?我的?(?:邮箱|号码|手机号?|电话|地址|联系方式)(?:的|啊)?',
  `(?:你们?)?(?:怎么|为什么|干嘛|为啥)?(?:又|老是?|总是?|一直|天天|整天|每天)(?:都)?(?:在)?(?:给我)?(?:在)?(?:群?发|推送?)(?:给我)?(?:${OF_MAIL})*(?:啊|呢)?|(?:又是|都是|全是|这是|纯|一堆)*(?:垃圾|骚扰)(?:邮件|短信|信息|广告)?(?:啊|吧)?|(?:别|不要)(?:再)?烦我(?:了)?`,
  '(?:请|麻烦|帮我)?(?:立即|马上)?(?:把)?(?:删除?|移除|去掉|清除)(?:掉)?我(?:的)?(?:所有|全部|个人)?(?:邮箱|号码|手机号?|电话|地址|信息|数据|资料|联系方式|账号)(?:吧|了)?',
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
  if (text.length > LONGEST_WITH_MORE) return undefined;
  // whoever has moved says no to nothing by that
  const parts = partsOf(text, name).filter((part) => !SAYS_MOVED.test(part));
  if (parts.length === 0) return undefined;
  const others = parts.filter((part) => !isCertain(part));
  if (text.length > LONGEST) return others.length < parts.length ? 'perhaps' : undefined;
  const allRefuse = others.every((part) => PERHAPS.test(part) || FURTHER_PERHAPS.test(part));
  // no more offers: whether of anything else is not said
  if (others.length < parts.length) return allRefuse && !parts.every(namesOffersOnly) ? 'certain' : 'perhaps';
  if (parts.some((part) => BESIDE_PERHAPS.test(part))) return 'perhaps';
  return parts.length > 0 && allRefuse ? 'perhaps' : undefined;
}

/** Names what is sent to many, or what is no other thing than leaving: `stop` alone may stop a parcel. */
const OF_LISTS = plainPattern(
  /unsub|subscri|opt|list|news|e-?mail|mails?\b|spam|marketing|promo|adver|abmeld|abbestell|austrag|verteiler|werbung|sabonn|sinscri|\bbaja\b|iscri|afmeld|uitschrijv|отпис|配信|correo|mensaje|courriel|publicit|nachricht|\bmich\b|recevoir|\bremove (?:me|us)\b|\btake (?:me|us) off|退订|订阅|邮件|短信|消息|信息|广告|促销|营销|上新|推[送广]|群发|名单|骚扰|打扰/u,
);

const MANY = `(?:e-?mails|mails|mailings?|newsletters?|ads|adverts|spam|offers|promos|promotions|texts|messages|news ?letters|marketing|circulars|notifications|alerts|brochures?|catalog(?:ue)?s)`;
const FEW = `(?:(?:the|your|these|those|this|all|any|more|further|such|of|with|weekly|daily|monthly|promotional|marketing|endless|stupid|sending|getting|to|from|me|us|you|tea|shop) )*`;
const WISHING = `(?:(?:please|pls|kindly|just|can you|could you|would you|will you|i want you to|i'd like you to|and|so|now|hey|hi|hello) )*`;
const BEHIND = `(?: (?:please|pls|now|again|ever|any ?more|any longer|immediately|asap|at all|thanks?|thank you|from you|to me|to us|me|us|at this address|at all times))*`;
/** Said by itself it asks for no more of what is sent to many, or may: beside anything else it is asked. */
const ASKS_NO_MORE: readonly RegExp[] = [
  whole(
    `${WISHING}(?:stop|quit|cease|cancel|end|halt|no|no more|enough)(?: of)? ${FEW}${MANY}${BEHIND}`,
    `${WISHING}(?:stop|quit|cease) (?:mailing|e-?mailing|writing|messaging|contacting|texting|spamming)(?: to)?(?: (?:me|us|this (?:address|number)))?${BEHIND}`,
    `${WISHING}(?:don't|dont|do not|never) (?:e-?mail|mail|contact|spam)(?: to)?(?: (?:me|us|this address))? ?${FEW}${MANY}?${BEHIND}`,
    `${WISHING}(?:don't|dont|do not|never) (?:write|text|message|send)(?: to)?(?: (?:me|us|this address))?(?: ${FEW}${MANY}| (?:again|any ?more|ever again))${BEHIND}`,
    `(?:(?:but|and|so|then) )?(?:i|we)(?:'d| would|'ll)? (?:(?:really|just|do|also) )*(?:rather|prefer|like|want|wish|love|ask|don't want|do not want|no longer want|don't wish|do not wish|don't need|no longer wish)(?: (?:to|not|no|longer|get|receive|have|read|see))* ${FEW}${MANY}${BEHIND}(?<=\\b(?:not|no|don't|rather)\\b.{0,80})`,
    `(?:(?:i|we)(?:'d| would)? (?:like|want|wish|love|prefer) to be |please be so kind and |${WISHING})?(?:taken|removed|struck|deleted) (?:off|from) (?:your|the|this|all|any) (?:mailing |e-?mail |news ?letter )?(?:lists?|mailings?|newsletters?)${BEHIND}`,
    `(?:please )?how (?:can|do|could|would|should|may) (?:i|we) (?:get|come) (?:off|out of) (?:your|the|this|that) (?:mailing |e-?mail )?(?:list|mails|e-?mails|newsletter)`,
    `${WISHING}(?:remove|delete|erase|strike) my (?:e-?mail )?(?:address|e-?mail|name)(?: from (?:your|the) (?:lists?|mailings?))?${BEHIND}`,
    `i(?:'m| am) (?:so )?(?:sick|tired|fed up)(?: and tired)? (?:of|with) ${FEW}${MANY}`,
    `(?:请|麻烦)?(?:以后)?(?:别|不要|勿|不用|不必)再(?:给我)?(?:群?发|推送?)(?:了|啦|吧)*`,
    `(?:我)?(?:不想|不要|不愿意?)再(?:收到?|接收)(?:了|啦)*`,
  ),
  // in what else customers write
  /(?<!\p{L})(?:(?<!\bhab(?:e|en)? (?:\p{L}+ )?)keine?n? (?:weiteren? )?(?:newsletter|werbung|rundmails?|(?:werbe)?e?-?mails?)(?: von (?:ihnen|euch))? ?(?:mehr)?(?: (?:erhalten|bekommen|schicken|senden|haben|zusenden))?(?= ?(?:bitte|danke)? ?$)|(?:newsletter|verteiler|rundmails?|mailingliste|werbung)(?!\p{L}).{0,40}(?:ab(?:zu)?(?:bestell|meld)\p{L}*|aus(?:zu)?trag\p{L}*|lösch\p{L}*|streich\p{L}*|(?<!\p{L})ab(?=$))|(?:abmeld|abbestell|austrag|streich|lösch)\p{L}*.{0,30}(?:newsletter|verteiler|rundmail|liste)|(?:schick|schreib|send)\p{L}* (?:sie |ihr )?(?:mir|uns) (?:bitte )?keine .{0,20}(?:mails?|newsletter|werbung))/u,
  /(?<!\p{L})(?:d[ée]s(?:abonn|inscri)\p{L}*(?! (?:mon|ma|notre) )|plus (?:de|aucune?|jamais de) (?:e-?mails?|mails?|courriels?|newsletters?|pub\p{L}*)|(?:ne |n['’])?(?:(?:souhait|voul|veux|désir)\p{L}* )?plus recevoir|arr[êe]t\p{L}* (?:de m['’](?:envoyer|écrire)|(?:vos|les|ces) (?:e-?mails?|mails?|newsletters?)))/u,
  /(?<!\p{L})(?:(?:dar(?:me|nos)?|den?me|dame|quiero) (?:de )?(?:la )?baja|desuscri\p{L}*|cancelar (?:mi |la )?suscripción|no (?:me )?(?:quiero|deseo|quisiera|envíen|envíe|manden|mande)(?: recibir)? (?:m[aá]s|sus|estos) .{0,12}(?:correos?|e-?mails?|mensajes|boletines|publicidad|newsletters?)|dej\p{L}* de (?:enviar|mandar|escribir)\p{L}*)/u,
  /(?<!\p{L})(?:disiscri\p{L}*|cancella(?:te)?mi|toglie(?:te)?mi|(?:non (?:voglio|desidero|vorrei)|vorrei non) (?:più )?ricevere .{0,16}(?:e-?mail|mail|newsletter|messaggi|pubblicità)|basta (?:con le |con queste )?(?:e-?mail|mail|newsletter))/u,
  /(?<!\p{L})(?:geen (?:nieuwsbrie\p{L}*|(?:e-?)?mails?|reclame)(?: meer)?|(?:nieuwsbrief|mailinglijst).{0,30}(?:afmeld|uitschrijv|opzegg|stop)\p{L}*|(?:afmeld|uitschrijv|schrijf)\p{L}*.{0,30}(?:nieuwsbrief|mailinglijst)|(?:meld|schrijf) (?:me|mij) (?:a\.?u\.?b\.? )?(?:af|uit))/u,
  /(?:отпи[шс]\p{L}*|не (?:присылай|шлит|пишит|хочу (?:больше )?получать)\p{L}*|(?:откаж|отказ|удалит|исключит|убер)\p{L}*.{0,40}рассылк)/u,
  /(?<!\p{L})(?:wypis\p{L}*|(?:rezygnuj|zrezygnow)\p{L}*.{0,24}newsletter\p{L}*|nie (?:chcę|życzę sobie)(?: już| więcej)* (?:otrzymywać|dostawać).{0,24}(?:mail|wiadomo|newsletter)\p{L}*|proszę nie (?:wysyłać|przysyłać))/u,
  /配信(?:を)?(?:停止|解除|やめ|止め)|(?:メルマガ|メール|ニュースレター)(?:を|は|の)?[^。]{0,8}(?:送らない|不要|いりません|要りません|停止|解除|やめて|止めて)|購読(?:を)?(?:解除|停止|やめ)|수신 ?거부|구독 ?(?:취소|해지)/u,
].map(plainPattern);
/** A sender's footer tells its reader what to do. */
const TELLS_READER =
  /(?<!\p{L})(?:hier (?:klicken|abmelden|abbestellen)|klicken sie|klik(?:ken)? (?:hier|op)|klick(?:en)? hier|cliqu\p{L}*|clic(?:ca|k)|haga clic|haz clic|kliknij|click|tap|reply|antworten sie|répond\p{L}* (?:stop|à ce)|нажмите|чтобы|um sich|pour (?:vous|ne plus)|si vous|para (?:dar|cancel)|per (?:disiscriv|annull|non)|om (?:je|u)|wenn sie|falls sie|möchten sie|aby się)|こちら|クリック|[?？]/u;

const asksNoMore = (said: string): boolean =>
  said.length <= LONGEST && !TELLS_READER.test(said) && ASKS_NO_MORE.some((words) => words.test(said));

/** 可以退订吗: a wish, put as a question. */
const ASKED = plainPattern(
  /^(?:请问)?(?:我)?(?:[你您]们?)?(?:可以|能不能|能否|可不可以|能|麻烦)(?:帮我|帮忙|给我)?(?=退|取消订|别|不)|(?:可以|好|行)?(?:吗|嘛)$/gu,
);

/** Whether one part of what somebody says can only mean that they want no more mail. */
export const refusesMail = (part: string): boolean => {
  const said = asRead(part)
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[?？]$/u, '')
    .replace(THANKS_BEHIND, '')
    .replace(ASKED, '');
  return (isCertain(said) && OF_LISTS.test(said)) || asksNoMore(said);
};

/** Whether one part of it says nothing but that, why, or what is polite. */
export const isLightPart = (part: string): boolean => {
  const said = asRead(part).trim().replace(/\s+/gu, ' ').replace(THANKS_BEHIND, '');
  return (
    [POLITE, PERHAPS, FURTHER_PERHAPS, BESIDE_PERHAPS, SAYS_MOVED].some((kind) => kind.test(said)) || isCertain(said)
  );
};

const isCertain = (part: string): boolean => part.length <= LONGEST && CERTAIN.test(part);

const asRead = (text: string): string => withoutEmoji(plainly(text)).toLowerCase().replace(/[’‘]/g, "'");

/** What is said, without the polite words, the thanks and the writer's name around it. */
function partsOf(text: string, name: string): string[] {
  const names = new Set(plainly(name).toLowerCase().split(/\s+/u).filter(Boolean));
  return joinedUp(asRead(text))
    .split(BETWEEN)
    .map((part) => part.trim().replace(/\s+/gu, ' ').replace(THANKS_BEHIND, ''))
    .filter((part) => part !== '' && !POLITE.test(part) && !part.split(' ').every((word) => names.has(word)));
}

const STOPPING = `(?:stop|quit|unsubscribe|opt(?:ing)? out|cancel|end|take me off|remove me|leave(?: (?:this|your|the))? list)`;
const SENDING = '(?:sending|e-?mailing|mailing|texting|messaging|writing|contacting|spamming|bothering|calling)';

/** What a customer has stopped that is no mail. */
const THING =
  '(?:orders?|parcels?|packages?|deliver(?:y|ies)|shipments?|shipping|couriers?|drivers?|payments?|transfers?|direct debits?|charges?|bookings?|reservations?|repairs?|jobs?|production|engraving|printing|auctions?|process|clocks?|cars?|machines?|leaks?|alarms?)';

/** Words that stop something, and no mail of ours: what is denied, what somebody else does, another thing that is stopped, a mistake of theirs. */
const NO_STOP: readonly RegExp[] = [
  new RegExp(
    `(?<!\\b(?:you|they|it|why|u)(?: guys)? )\\b(?:don't|dont|do not|didn't|did not|never|not)(?: (?:ever|even|really|you|want|wish|mean|like|need|to|please|have))* (?<!don't you |dont you )${STOPPING}(?:ped|d)?\\b`,
    'gu',
  ),
  new RegExp(`\\bstop (?!${SENDING}\\b)[a-z]{3,}ing\\b`, 'gu'),
  // what is sent may be a parcel; whoever is written to, or called, is no thing
  new RegExp(`\\bstop(?: sending)? (?:the|my|our|this|that) (?:\\w+ ){0,2}?${THING}\\b(?! (?:${MAILS})\\b)`, 'gu'),
  /\bnon-?stop\b|\b(?:bus|next|one|pit|train|last) stop\b|\bstop(?:s|ped|ping)? (?:by|over|off|at|in)\b/gu,
  // whoever wants it
  /\b(?:add|put|include|sign|keep|leave) (?:me|us|him|her|my \w+)(?: back)? (?:to|on|onto|in|up (?:for|to)) (?:the|your|this|that) (?:\w+ )?(?:mailing |e-?mail )?(?:list|newsletter)\b|\b(?:join|be (?:added|put) (?:to|on)|sign up (?:to|for)|subscribe to|get on) (?:the|your|this|that) (?:\w+ )?(?:mailing |e-?mail )?(?:list|newsletter)\b/gu,
  /\b(?:take|remove|strike) me (?:off|from) (?:the|your|that) (?:waiting|wait|guest|pre-?order|pick-?up|delivery) ?list\b/gu,
  /\bunsub(?:scrib)?ed (?:you )?(?:by (?:mistake|accident)|accidentally|in error)\b|\b(?:accidentally|mistakenly) unsub(?:scrib)?ed\b/gu,
  /(?:误|不小心|手滑|错)[^,，。!?]{0,6}退订(?:了)?/gu,
  /(?<!是)(?:不(?:想|要|是要?|用|打算)|没(?:有)?(?:想|要|打算)|别(?:给我|帮我|把我)?|不要(?:给我|帮我|把我))退订/gu,
  /(?:别|不要|不用|千万别)停(?:下来?|止)?(?!发)|停不下来/gu,
  // by this one and not by that: a carrier, a colour
  new RegExp(
    `(?:别|不要|不用)再?发(?!${OF_MAIL})[^,，。!?]{1,8}[,，]\\s*(?:要|请|改|给我|还是)?(?:发|寄|用|走)(?!了)`,
    'gu',
  ),
].map(plainPattern);
/** What may still be a no beside that. */
const STILL_NO = plainPattern(
  /\b(?:unsub\w*|stop\w*|opt\w*|remove|delete|off|no more|spam\w*|mailing list|leave me alone)\b|退订|(?:别|不要|不用|停止|勿)再?(?:给我)?(?:发|推|打扰|骚扰)|拉黑|投诉/u,
);

/** Whoever wants to be written to again, left by mistake, or leaves something and keeps the mails. */
const WANTS_MAILS: readonly RegExp[] = [
  /(?<!\b(?:you|they|he|she|it|don't|dont|do not|not|never|why|who|somebody|someone) )(?:\b(?:re-?subscribe|subscribe (?:me|us) (?:again|back)|(?:put|add|take|sign|let|get) (?:me|us)(?: up)? (?:back|again)(?= (?:on|onto|to|in|up|for|please)\b|\s*(?:$|[.,!\n]))|sign (?:me|us) up again)\b)/u,
  /\bunsub\w*\b[^.!?\n]{0,60}\b(?:by (?:mistake|accident)|accidentally|in error|unintentionally|wrongly)\b|\b(?:by (?:mistake|accident)|accidentally|in error|mistakenly|unintentionally)\b[^.!?\n]{0,40}\bunsub\w*/u,
  /\bnot (?:from |off |of |to )?(?:the |your |these |my |any )?(?:e-?)?(?:mails?|newsletters?|news|mailing(?: list)?|mailings)\b(?! (?:that|which|i|any ?more|address))|\b(?:still|do) (?:want|like|love|read|need) (?:mine|(?:the|your|to (?:get|receive) (?:the|your)) (?:e-?mails?|mails?|newsletters?|news))\b|\bkeep (?:the |your |sending (?:me |us )?(?:the |your )?)(?:e-?mails?|newsletters?|news)\b/u,
  /(?:误|不小心|手滑|手误|错)[^,，。!?]{0,8}(?:退订|取消(?:了)?订阅|点(?:了|到)?退)|(?:恢复|重新|再次)(?:我的?)?(?:订阅|关注)|(?:退订|取消订阅)[^。!?]{0,12}(?:恢复|点错|按错|误操作|不是故意)|(?:把我)?(?:加|拉)回(?:来|去|名单|列表|群)|(?:不是|不退|别退|不取消)(?:订阅)?(?:的)?(?:邮件|通知|短信|资讯|消息)|(?:邮件|通知|短信|资讯)(?:还|照|仍|继续)(?:是)?(?:要|收|发|想)/u,
].map(plainPattern);

export const wantsMails = (text: string): boolean =>
  text.length <= LONGEST_WITH_MORE && WANTS_MAILS.some((words) => words.test(asRead(text)));

/** Whether the words that seem to ask for no more are of something else, or say the opposite: "please don't stop", 误点了退订. */
export function isNoStop(text: string): boolean {
  if (text.length > LONGEST_WITH_MORE) return false;
  const said = asRead(text);
  if (wantsMails(text)) return true;
  const left = NO_STOP.reduce((words, pattern) => words.replace(pattern, ' '), said);
  return left !== said && !STILL_NO.test(left);
}
