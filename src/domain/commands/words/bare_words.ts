/** What words behind a command's name say of whom they are for: the customer who would read them, or us. */
interface Cues {
  /** Of the customer as of somebody else: whoever says so does not speak to them. */
  about: RegExp;
  /** To whoever reads it. */
  to: RegExp;
  /** Goes on with the sentence that the command's name begins: 备注好了, note that …. */
  goesOn: RegExp;
}

export const CHINESE: Cues = {
  about: /(?<!其)[他她](?!人|乡|日)|[此这那该](?:个|位)?(?:人|家伙|客户|客人|主|家)|这家|对方/u,
  to: /[您你咱]|^亲|亲[,，!！~～]|我们|谢谢|多谢|感谢|请(?=[问注放稍查看提留告联耐按填]|在)|^麻烦|麻烦(?=提供|发|给|把)|吗|就行|即可|就好|就可以|[呢哦哈啦哟噢～~?？]\s*$/u,
  goesOn:
    /^(?:一栏|颜色|[了好过上下里栏名信写清明已是在就即中的也会吧后前撕机可能都完成纸贴页表单方我来出得给]|内容|时[间候]|一下|不了|没[写有填]|有误)/u,
};

export const ENGLISH: Cues = {
  about:
    /\b(?:he|she|him|her|his|hers|(?:he|she)['’]s)\b|\b(?:this|that|the|a|difficult|bad) (?:client|customer|guy|buyer|woman|man|lady|dude|jerk)\b/i,
  to: /\b(?:you|your|yours|u|we|us|our|ours|i|i['’]\w{1,3}|we['’]\w{1,3}|you['’]\w{1,3}|me|my|please|pls|thanks?|thank|let['’]s|below|attached|enclosed|above|here)\b|\?/i,
  goesOn:
    /^(?:that|this|these|those|the|a|an|is|are|was|were|has|have|had|will|can|could|would|should|may|must|to|on|at|in|for|with|by|of|from|as|and|or|but|it|its|it['’]s|there|all|any|anytime|time|times|also|how|when|if|number|not|only|up|out|off|back|within|via|through|received|complete|completed|closed|sent|ready|sounds|looks|so|taken|down)\b/i,
};

/** A whole sentence: what is said of parcels or tickets, to the customer. */
export const ENGLISH_VERB = /\s(?:is|are|was|were|will|can|takes?|has|have|gets?|costs?|means?)\b/i;

/** What is said behind a Chinese command's name and is none of its words: 赢单了. */
export const PARTICLE = /^[了吧啦呀]{1,2}[\s。.!！~～]*$/u;

/** Names that are said to customers as well: 成交！, 没成功, 售后电话. */
export const SAID_TOO = /^(?:意向|售后|成交|没成)/u;
/** How a sentence to a customer goes on from one of them. */
export const SAID_ON =
  /^(?:[了好过上下里栏名信写清是在就即中的也会吧后前可能都完表单方我来出给价额量率日功型本年交果金书客处部群期险款品员]|电话|服务|人员|问题|政策|保障|微信|以[后前]|之[后前]|记录|马上|今天|明天|立即|稍后|合同|协议|宝贝|商品)/u;

/** How an answer begins. */
export const GREETING = /^(?:您好|你好|亲|好的|收到|谢谢|感谢|没问题|抱歉|不好意思)/u;

/** An answer's words go on with 'reply' like this: Reply within two days. */
export const REPLY_GOES_ON = /^(?:asap|stop|yes|with|within|here|directly|all|address|anytime|soon|no\b)/i;

/** An amount and nothing else: 500, 1,280.50 EUR, 500元. */
export const AMOUNT = /^[¥$€£]?\s?\d[\d.,]{0,15}\s?(?:[a-z]{3}|[$€£¥元块])?$/i;

/** Ids and nothing else: '12', '#3 #4', 'c3'. */
export const IDS = /^(?:[#cvos]?\d{1,18}[\s,，、]{0,3}){1,20}$/i;
