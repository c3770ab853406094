/** What people write before the new sum of something: total 450, change to $40, 改成 300, 总共 256. */
const EN =
  /^(?:(?:the\s)?(?:total|sum|amount|price)(?:\s(?:is|to|now|of))?|(?:change|set|make)(?:\s(?:it|that|this|(?:the\s|its\s)?(?:total|sum|amount|price)))?(?:\s(?:to|be))?|(?:it\s|that\s)?(?:is|costs)\snow|now(?:\s(?:is|costs))?|=)[\s:=]+(?=[^\p{L}]*\d)/iu;
const ZH =
  /^(?:(?:总价|总额|总计|合计|金额|价格|价钱|一共|总共|共)?(?:改价|调价|价格改|调整|调)?(?:改成|改为|改到|改|调到|调成|调为|到|成|为|换成|变成|是|为|现在是)|总价|总额|总计|合计|金额|价格|价钱|一共|总共|共|改价|调价)[\s:：=]*(?=[^\p{L}]*\d|[零一二两三四五六七八九十百千万])/u;

/** What stands behind words that say no more than that a sum follows; the text itself where there are none. */
export const sumAlone = (text: string): string => text.trim().replace(EN, '').replace(ZH, '');
