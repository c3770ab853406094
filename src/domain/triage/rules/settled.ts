/** It is put right: the second time it worked, sorted now, no, it arrived. */
const SETTLED = new RegExp(
  [
    "\\b(?:it|that|they|this|everything|all)(?:'s|'ve|'re| is| are| has| have| was| were)?(?: all| now| just| finally| since| already| been| then| even){0,3} (?:worked|works|working|went through|gone through|going through|arrived|came|fine|good|ok(?:ay)?|sorted(?: out)?|solved|resolved|fixed|paid|here|back(?: up| online)?|refunded|found|turned up|showed up)",
    '\\b(?:payment|card|transfer|order|paypal|site|website|shop|parcel|money|refund|second one|other one|another card)(?: is| has| have| was)?(?: now| just| finally| since| then){0,2} (?:(?:went|gone) through|(?:worked|works|is back|back up|fine|ok(?:ay)?|arrived|came|here)(?: just)? (?:now|in the end|after all|then|again|fine|since|the second time|today|this morning))',
    '\\b(?:all|now|since|finally|then|been) (?:sorted|solved|fixed|fine|good|resolved|refunded|through|paid)\\b',
    '\\b(?:sorted|solved|fixed|fine|resolved|paid|works|worked|working|arrived|here|refunded|back)(?: it| up| out| online){0,2} (?:now|in the end|after all|by now|again|since then|meanwhile|already)\\b',
    '\\b(?:then|but|second time|next (?:time|try)|second (?:try|attempt)|another card)(?: it)? worked\\b',
    '\\b(?:(?:then )?(?:it )?went|gone) through\\b',
    '\\bnever ?mind\\b|\\bfound (?:it|them)\\b|\\bgot (?:it|them) (?:now|back|in the end|after all)\\b|\\bmy (?:mistake|bad|fault)\\b|\\bwrong (?:pin|card|password|code|number), sorry\\b',
    "\\b(?:money|amount|charge|refund|payment|sum)\\b(?:(?!n't|\\bnot\\b|\\bnever\\b)[^.!?,\\n]){0,30}? (?:is|are|was|were|has been|have been|came|got|has come) (?:now |already |all )?(?:back|refunded|returned|reversed|credited)\\b(?! on hold)(?![^.!?\\n]{0,20}\\?)",
    '(?:钱|款|费用?|那笔|多[扣收付]的?)[^,。!?\\n没不]{0,6}(?:退(?:回?来|给我|到账?|还|回)|收到|到账)了(?![^,。!?\\n]{0,3}[吗么?])',
    '(?:现在|后来|刚刚?|刚才|又|终于|结果|第二[次遍]|再试|再付|重新|换了?[^,。!?\\n]{1,6}|今天|不过|但是?|已经)[^,。!?\\n]{0,6}?(?:好了|可以了|行了|能用了|付好了?|付上了|付成功了?|成功了|到了|收到了|找到了|解决了|恢复了?|正常了|修好了|退回?来?了|退款了|没事了|搞定了?)',
  ].join('|'),
  'gu',
);

/** In front of it: it is not so, or somebody only hopes or says so. */
const NOT_SO =
  /(?:\b(?:not|never|no longer|if|whether|until|till|unless|hope|hoping|sure|said|say|says|claims?|promised|should|make|when|once|before|wish|why|how|think|thought|supposed|guarantee|want|wants|wanted|need|demand|give|like|only|nothing|none)\b|n't)[^.!?,\n]{0,18}$|(?:没|不|未|如果|要是|等|什么时候|怎么|说|以为|显示|提示)[^,。!?\n]{0,4}$/u;

/** What may be said behind it and takes nothing back. */
const NICE =
  /\bno (?:problems?|worries|harm(?: done)?|issues?|rush|hurry|need)\b|\bnot (?:urgent|to worry)\b|\bdon'?t worry\b|\bno need\b|不用(?:管|急|担心|处理)?了?|没(?:事|关系|问题)了?|不急|不好意思|不要紧/gu;
/** And what does: it broke again, something else is amiss or wanted. */
const AMISS =
  /\b(?:not|never|no|nothing|nobody|without|twice|double|two times|wrong|broke\w*|fail\w*|declin\w*|reject\w*|refus\w*|down|offline|dead|missing|damaged|ruined|smashed|leak\w*|charged|billed|took|unpaid|pending|awaiting|stuck|lost|gone|stopp\w*|error|crash\w*|hurt|burn\w*|hospital|worse|need|asap|urgent\w*|immediately|help|refund me|money back|until|till|for (?:an?|one|two|three|\d+) (?:day|hour|week|minute)s?|once|half|late|too)\b|n't\b|又|[不没未待]|失败|坏|错|扣|断|掉|报错|怎么|急|马上|赶紧|投诉|退[款钱货]|漏|碎|少了|晚了/u;

/**
 * Whether what went wrong is told as put right in the same breath, and nothing behind it takes that back: declined at first but then it worked. What worked for a day and broke
 * again is not.
 */
export function isSettled(text: string): boolean {
  for (const { 0: said, index } of text.matchAll(SETTLED)) {
    const front = text.slice(Math.max(0, index - 30), index);
    if (!NOT_SO.test(front) && !AMISS.test(text.slice(index + said.length).replace(NICE, ' '))) return true;
  }
  return false;
}
