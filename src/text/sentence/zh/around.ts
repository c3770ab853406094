import type { Does } from '../rule.ts';

/** Said around what is meant. */
export const BEFORE =
  /^(?:(?:请|麻烦(?:你|您)?|帮我|帮忙|劳驾|能不能|可不可以|可以|你能|你(?=帮|给)|我想(?=[查看找加删改存记设])|我要(?=[查看找加删改存记设])|对了|那个|嗯+|哦+|啊|哎呀?|顺便|另外|还有(?=[,，])|不好意思|等等|等一下|算了|诶|喂|在吗|早(?:上好|安)?(?=[\s,，!！])|(?:中午|下午|晚上)好)[\s,，、!！:：~～]*)+/u;
/** Said to us behind what is meant; none of it is asked for where the sentence holds somebody's words. */
export const BEHIND =
  /(?:谢谢(?:你|您|啦|了)?|拜托(?:了)?|辛苦(?:了)?|哈|哦|噢|呀|啊|呢|嘛|吧|[\s,，。.!！?？~～…])*$/u;
/** Behind what is kept, that it is to be: it is no part of it. */
export const TO_BE_KEPT: Partial<Record<Does, RegExp>> = {
  ticket:
    /[\s,，。;；]*(?:请|帮我|麻烦|给(?:他|她)?)?(?:开|建|记|登记|新建|加)(?:一?[个张条]|一下|下)?(?:售后|工单|投诉|问题)(?:单)?(?:吧|一下)?[\s。.!！]*$/u,
  feedback: /[\s,，。;；]*(?:请|帮我|麻烦)?记(?:一下|下来|一笔|录一下|上|下)(?:吧|来)?[\s。.!！]*$/u,
};
/** Behind words that are kept: courtesy alone, and a particle behind 提醒我. 去酒吧 ends in a noun. */
export const COURTESY =
  /(?:[\s,，。.!！~～]*(?:谢谢(?:你|您|啦|了)?|拜托(?:了)?|辛苦(?:了|啦)?)|(?<=[我忘了下声])[哈哦噢呀啊呢嘛吧])?[\s,，。.!！?？~～…]*$/u;
