import { plainly } from '../../plainly.ts';

const CHINESE =
  /^(?:样信|测试)?[\s,，]?(?:请)?(?:先|再|只)?(?:给我|发我|(?:发送?|寄|试发)?(?:一[份封条个])?(?:样信|测试|邮件)?(?:给|到)我)(?:自己)?(?:的邮箱|邮箱)?(?:先)?(?:发|寄)?(?:一[份封条个])?(?:样信)?(?:看看?|看一下|看一眼|试试?|瞧瞧)?(?:先)?$|^我(?:自己)?$/u;
const ENGLISH =
  /^(?:please )?(?:(?:send|test|mail|e-?mail|show|try)(?: (?:it|this|one|a copy|a test|a sample|the mail))?(?: (?:to|on|for|with))?|to|only to|just to|a copy to|copy to) (?:me|myself)(?: (?:first|only|a copy|a test|a sample|one|please)){0,2}$|^(?:me|myself)(?: first| only)?$/iu;

/** 发给我看看, 先给我发一封, 'send me a copy', 'test me': whether only whoever says it is to get it. */
export function saysToMe(typed: string): boolean {
  const words = plainly(typed).trim();
  return words.length <= 40 && (CHINESE.test(words) || ENGLISH.test(words));
}
