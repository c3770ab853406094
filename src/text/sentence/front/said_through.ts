import { plainly, plainPattern } from '../../plainly.ts';

/** So much of a message is looked at, in UTF-16 units. */
const MOST = 200;

const LANGUAGE =
  '(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|hebrew|chinese|mandarin|cantonese|japanese|korean|vietnamese|thai|greek|czech|swedish|danish|norwegian|finnish|hungarian|romanian)';
const ASKS = '(?:(?:please|pls|can you|could you|just|ok|then)[ ,]{1,2}){0,3}';
const WHOM =
  '(?: (?:back|to|it|this|that|with|as follows|the following|him|her|them|kindly|politely|nicely|briefly|please))';
const PARTS = '\\s{0,3}(?:[:：](?![/\\\\)(])\\s{0,3}(?=\\S)|(?=[“"「『]))';
/** Whoever is to say something for us is told so in front of it: reply: yes; translate to German: it is ready. */
const FRONTS: readonly RegExp[] = [
  new RegExp(
    `^${ASKS}(?:reply|answer|respond|say|(?:write|text|message|tell|email|mail)(?= (?:back|to|him|her|them|this)))${WHOM}{0,4}${PARTS}`,
    'iu',
  ),
  new RegExp(`^${ASKS}let (?:him|her|them) know${PARTS}`, 'iu'),
  new RegExp(
    `^${ASKS}(?:(?:translate|put|write|say|answer|reply|send|tell (?:him|her|them))${WHOM}{0,3} )?(?:(?:to|into|in) ${LANGUAGE}|(?:more |a bit |very )?(?:politely|nicely|formally|kindly worded))(?: (?:please|pls|for (?:him|her|them)))?${PARTS}`,
    'iu',
  ),
  new RegExp(`^${ASKS}message${PARTS}`, 'iu'),
  /^(?:write|text|reply|answer) back (?:with )?(?=(?:yes|no|ok(?:ay)?|sure|thanks|sorry)\b[^\n]{0,60}$)/iu,
  new RegExp(
    `^${ASKS}(?:rephrase|reword|rewrite|polish|proofread|soften)(?: (?:this|it|that))?(?: (?:politely|nicely|a bit|for (?:him|her|them))){0,2}${PARTS}`,
    'iu',
  ),
  new RegExp(
    `^${ASKS}(?:make|put|say) (?:it|this|that) (?:(?:sound|a bit|a little|more) ){0,3}(?:friendl(?:y|ier)|nicer?|nicely|politer?|politely|short(?:er)?|formal(?:ly)?|warm(?:er|ly)?|kind(?:er|ly)?|soft(?:er|ly)?|clear(?:er|ly)?)(?: (?:please|pls))?${PARTS}`,
    'iu',
  ),
  new RegExp(
    `^${ASKS}(?:auf (?:deutsch|englisch)|en (?:fran[çc]ais|espa[ñn]ol|anglais)|in het nederlands)${PARTS}`,
    'iu',
  ),
  new RegExp(`^${ASKS}translate(?: (?:this|that|it|the following))?${PARTS}`, 'iu'),
];

const LANGUAGE_ZH =
  '(?:英|中|德|法|日|韩|俄|泰|西班牙|意大利|葡萄牙|阿拉伯|越南|荷兰|土耳其|波兰)(?:文|语)|粤语|普通话|白话|外语';
const PARTS_ZH = '\\s{0,3}(?:[:：]\\s{0,3}(?=\\S)|(?=[“"「『]))';
const FRONTS_ZH: readonly RegExp[] = [
  `^(?:请|麻烦|帮我|给我|就|直接|那就|你)*(?:(?:跟|对|给|和)[他她](?:说|讲|回复?|写)|(?:回复?|回答|答复?|说|写)(?:一?下|一句|[他她]|给[他她]|说|道)*)${PARTS_ZH}`,
  `^(?:请|麻烦|帮我|给我|你)*(?:(?:用|拿|以)(?:${LANGUAGE_ZH})(?:来)?(?:回复?|答复?|说|写|告诉|发|讲)?|(?:把这[句段条])?(?:翻译?|译)(?:成|为|一下|到)?(?:${LANGUAGE_ZH})?(?:再?[回发说])?|(?:客气|礼貌|委婉|正式|简短)(?:一?点儿?|地|些)?(?:回复?|说|拒绝|讲))(?:给)?[他她]?(?:${PARTS_ZH}|\\s{1,3}(?=\\p{Script=Han}))`,
  `^(?:请|麻烦|帮我)?(?:(?:说|讲|写|回)(?:得|的)?(?:客气|礼貌|委婉|正式|简短|热情|友好|好听|温和)(?:一?点儿?|些)|(?:改写|润色|换个?说法|重新措辞)(?:一?下)?)(?:再?[回发说])?${PARTS_ZH}`,
].map((source) => plainPattern(new RegExp(source, 'u')));

/** What is to be said stands between: say yes to her. */
const BETWEEN = new RegExp(
  `^${ASKS}(?:say|write|reply|answer|explain|suggest|propose|mention|pass on)\\s(?<rest>(?!to\\b)[^\\n?]{1,60}?) to (?:him|her|them)(?: (?:now|today|please|pls))?[.! ]*$`,
  'iu',
);
const BETWEEN_ZH = plainPattern(
  /^(?:请|帮我)?(?:跟|对|给|和)[他她]?(?:说|回)[一]?[声句](?<rest>[^\s，,。您你]{1,12})[。!！]*$/u,
);

/** What is to be said stands right behind the verb: say yes, say that it is ready, 说已经做好了. What it is to be said with is none of it. */
const RIGHT_BEHIND: readonly RegExp[] = [
  new RegExp(
    `^${ASKS}(?:say|answer|reply|text)(?: back)?(?: with)? (?<rest>yes|no|ok(?:ay)?|sure|sorry|thanks|thank you|congratulations|congrats|happy birthday|merry christmas|good luck|get well soon)(?: (?:please|pls|then))?[.!]*$`,
    'iu',
  ),
  new RegExp(
    `^${ASKS}(?:say|write|reply|answer|explain|mention)(?: back)? that (?<rest>(?:it|we|i|the|his|her|he|she|they|there|everything|our|my)(?![\\p{L}])(?!.*\\b(?:you|your)\\b)[^\\n?]{3,150})$`,
    'iu',
  ),
  ...[
    '^(?:请|你|就|直接|那就|[跟对和][他她])*说(?<rest>(?:好|可以|行|不行|不可以|没问题|谢谢|要|不要|是|对)吧?)[。.!！]*$',
    `^(?:请|你|就|直接|那就|帮我|[跟对和][他她])*(?:用(?:${LANGUAGE_ZH})(?:来)?(?:回复?|答复?)?)?说?(?<=[说回复答])(?<rest>(?:已经?|都?做好|我们|今天|明天|后天|现在|没货|有货|缺货|马上|还在|还没|发了|寄了|到了|在路上|下周)[^您你？?\\n]{0,40})$`,
  ].map((source) => plainPattern(new RegExp(source, 'u'))),
];

/** Of a message that asks us to say something to the customer (reply: yes, two left; 用英文回：好了) what that is. Undefined: it is said to them itself. */
export function saidThrough(text: string): string | undefined {
  const typed = text.trim();
  const plain = plainly(typed.slice(0, MOST));
  const front = [...FRONTS, ...FRONTS_ZH].map((form) => form.exec(plain)?.[0]).find((found) => found !== undefined);
  if (front !== undefined) return unquoted(typed.slice(front.length));
  if (typed.length > MOST) return undefined;
  const forms = [BETWEEN, BETWEEN_ZH, ...RIGHT_BEHIND];
  const rest = forms.map((form) => form.exec(plain)).find((found) => found !== null)?.groups?.rest;
  return rest === undefined ? undefined : typed.slice(plain.lastIndexOf(rest)).slice(0, rest.length);
}

/** Without the quotes around all of it. */
const unquoted = (words: string): string | undefined =>
  /^[“"「『](?<all>[^“”"「」『』]*)[”"」』][\s.。]*$/u.exec(words)?.groups?.all?.trim() ?? (words.trim() || undefined);
