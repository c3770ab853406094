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

/** 停！, 别发了, stop sending!!, pause it: whether it says to stop what is being sent. */
export function saysStop(text: string): boolean {
  const said = plainly(text).trim();
  return said.length <= 60 && (CHINESE.test(said) || ENGLISH.test(said));
}
