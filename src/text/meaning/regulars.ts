import { plainly, plainPattern } from '../plainly.ts';

const AGAIN = plainPattern(
  /^(?:(?:all|every|the|my|our|of|those|to|me|us) )*(?:(?:loyal|regular|repeat|returning|long[ -]?(?:time|standing|term)|faithful|frequent|best|good) (?:customers?|clients?|buyers?|ones|people|shoppers?)|regulars|repeats?)$|^(?:我们?|咱们?|店里|本店)?的?(?:所有|全部|全体|各位|那些|每个)*的?(?:熟客|常客|回头客|老主顾|忠实(?:客户|顾客|粉丝)|老粉丝?|老会员)(?:户|们|都)*$/iu,
);
const ONCE = plainPattern(
  /^(?:(?:all|every|the|my|our|of|those|to|me|us) )*(?:old|older|past|previous|prior|former|existing|earlier|current) (?:customers?|clients?|buyers?|ones|people|shoppers?)$|^(?:我们?|咱们?|店里|本店)?的?(?:所有|全部|全体|各位|那些|每个)*的?(?:老(?:客户?|顾客|客人|买家|用户|朋友)|以前的?(?:客户|顾客|客人|买家))(?:们|都)*$/iu,
);

/** Those who come back, or who have come before, by a word that is neither a tag nor a segment: which of them are meant is asked. */
export function regularsSaid(typed: string): 'again' | 'once' | undefined {
  const said = plainly(typed).trim();
  return AGAIN.test(said) ? 'again' : ONCE.test(said) ? 'once' : undefined;
}
