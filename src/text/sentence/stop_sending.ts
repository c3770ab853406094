import { plainly } from '../plainly.ts';

/** How somebody in a hurry says that sending is to stop, with nothing else in it. Only read while something is being sent. */
const CHINESE =
  /^(?:快|赶紧|赶快|马上|立刻|立即|全部|全|都|先|请|把|群发|邮件|发送|给我|快点){0,4}(?:停一?下|停止|停发|停|别再?发|不要再?发|先?不发|不能发|暂停)(?:所有|全部|群发|发送|发信|邮件|短信|掉|了|吧|啊|一下|先|来){0,4}[\s!！。.~～]*$/u;
const ENGLISH =
  /^(?:(?:please|pls|quick(?:ly)?|no|wait|omg),?\s){0,3}(?:(?:stop|halt|pause|abort|hold)(?:\s(?:it|all|everything|that|this|the|now|of|sending|send|mails?|emails?|texts?|mailings?|campaigns?|newsletters?|them|at|once|immediately|please|pls|for|a|moment)){0,6}|(?:don['’]?t|do\snot)\ssend(?:\s(?:it|that|this|them|any|more|anything|anymore|the|mails?|emails?|campaigns?)){0,4})[\s!.]*$/iu;

/** 停！, 别发了, stop sending!!, pause it: whether it says to stop what is being sent. */
export function saysStop(text: string): boolean {
  const said = plainly(text).trim();
  return said.length <= 60 && (CHINESE.test(said) || ENGLISH.test(said));
}
