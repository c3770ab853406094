import { plainly } from '../plainly.ts';

/** How somebody in a hurry says that sending is to stop, with nothing else in it. Only read while something is being sent. */
const CHINESE =
  /^(?:快|赶紧|赶快|马上|立刻|立即|全部|全|都|先|请|把|群发|邮件|发送|给我|快点){0,4}(?:停一?下|停止|停发|停{1,5}|取消(?=群发|发送|邮件)|别再?发|不要再?发|先?不发|不能发|暂停)(?:所有|全部|群发|发送|发信|邮件|短信|掉|了|吧|啊|一下|先|来){0,4}[\s!！。.~～]*$/u;
const ENGLISH =
  /^(?:(?:please|pls|quick(?:ly)?|oh no|no|wait|omg)[,!]?\s){0,3}(?:(?:stop|halt|pause|abort|hold)(?:\s(?:it|all|everything|that|this|the|now|of|sending|send|mails?|emails?|texts?|mailings?|campaigns?|newsletters?|them|at|once|immediately|please|pls|for|a|moment)){0,6}|(?:don['’]?t|do\snot)\ssend(?:\s(?:it|that|this|them|any|more|anything|anymore|the|mails?|emails?|campaigns?)){0,4})[\s!.]*$/iu;

/** How somebody says that something is wrong, or to wait: of what is being sent it means to stop, elsewhere it may mean anything. */
const WRONG =
  /^(?:[啊哎呀糟糕不好了天哪完蛋]{1,4}[\s,，!！]{0,3})?(?:等一?[下等]|等等|慢着|且慢|先等等|撤回(?:来|去)?|收回来?|(?:全)?(?:发|搞|弄|写|选)错(?:人|了|人了|对象了?|内容了?|群了?)|错了|发多了|不对)(?:了|吧|啊|一下|快){0,2}[\s!！。.~～]*$|^(?:(?:oh no|oops|omg|no|please|pls)[\s,!]{1,3}){0,2}(?:wait(?: a (?:moment|minute|second|sec))?|hang on|hold on|cancel (?:that|it|this|everything|all)|call (?:it|that) back|recall(?: it| that)?|(?:that (?:is|was)|it['’]?s|that['’]?s)? ?(?:the )?wrong (?:people|person|list|mail|e-?mail|text|one|customers|group)|(?:that was |a |my )?mistake|oh (?:no|shit|god)|oops)[\s!.]*$/iu;

/** 发错了！, wait, wrong people!!: whether it says so while a campaign is at work. */
export function saysWrong(text: string): boolean {
  const said = plainly(text).trim();
  return said.length <= 40 && WRONG.test(said);
}

/** 停！, 别发了, stop sending!!, and with what is wrong beside it: 快停下！发错了. */
export function saysStop(text: string): boolean {
  const said = plainly(text).trim();
  if (said.length > 60) return false;
  if (isStop(said)) return true;
  const parts = said.split(MARKS).filter((part) => part.trim() !== '');
  return (
    parts.length > 1 && parts.some(isStop) && parts.every((part) => isStop(part) || WRONG.test(part) || SLIP.test(part))
  );
}

const isStop = (said: string): boolean => CHINESE.test(said) || ENGLISH.test(said);

const MARKS = /\s*[,，.。!！;；:：~～\n–—]+\s*|\s+-\s+/u;
const SLIPS = '错|漏|掉了|不对|有误|有问题|wrong|typos?|mistakes?|errors?|broken|mixed up|missing';
/** What is wrong with it, in a few words: 价格写错了, 'the link is broken'. */
const SLIP = new RegExp(`^(?=.{1,30}$).*(?:${SLIPS})(?:了|的|啦|!|！)*(?:\\s[\\p{L}]+){0,3}$`, 'iu');

const CRY =
  "停|别再?发|先别|不要再?发|不能发|中断|终止|完了|完蛋|糟了?|坏了|等等|等一?下|慢着|撤回|撤销|收回|取消|算了|stop+|sto?po|halt|abort|wait|hold on|hang on|cancel|recall|undo|no no|oh no|oops|shit|damn|fuck|crap|omg|don['’]?t send|do not send|call (?:it|that|them) back|take (?:it|that) back";
const BEFORE = '(?:[啊哎呀糟糕不好了天哪快赶紧请先全都\\s,，!！]|oh|no|please|pls|quick(?:ly)?|hey|god|omg)*';
const BEGINS = new RegExp(`^${BEFORE}(?:${CRY}|${SLIPS})`, 'iu');
const HOLDS = new RegExp(`(?:${CRY}|${SLIPS})`, 'iu');
const SHOUTS = /[!！]|^[^a-z]*[A-Z]{3}[^a-z]*$|(\p{L}+)(?:[\s,，]*\1){2}/u;

/** Whether words may be a cry because of what leaves this moment: they begin with stop or wrong, or hold it and are short or loud. */
export function criesStop(text: string): boolean {
  const said = plainly(text).trim();
  if (said.length > 120) return false;
  const isShort = /\p{Script=Han}/u.test(said) ? [...said].length <= 10 : said.split(/\s+/u).length <= 4;
  return BEGINS.test(said) || (HOLDS.test(said) && (isShort || SHOUTS.test(said)));
}
