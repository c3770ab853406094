import { headWords } from '../cut.ts';
import { fold } from '../fold.ts';
import { plainPattern } from '../plainly.ts';

/** Of a longer text nothing is looked at. */
const LONGEST = 600;

/** They want nothing that a machine says, or ask for a person. */
const NO_ROBOTS: readonly RegExp[] = [
  /\b(?:no|not|stop|without|hate|dont want|never|enough|quit|turn off|switch off)\b[^.!?\n]{0,40}\b(?:bots?|robots?|chatbots?|auto(?:mat\w+)?[ -]?(?:repl\w+|answers?|responses?|messages?|responders?)|autorepl\w+|automated)\b/,
  /\b(?:talk|speak|chat|write|connect|transfer|get|want|need)\b[^.!?\n]{0,20}\b(?:human|real person|a person|real people|live agent|real agent|somebody real|someone real)\b/,
  /\b(?:are you|is this|am i talking to)\b[^.!?\n]{0,12}\b(?:bot|robot|chatbot|machine|human|real person)\b/,
  /(?:别|不要|不用|不想|停止|拒绝|勿|讨厌|烦).{0,10}(?:自动(?:回复|消息|发)|机器人|机器(?:回复|客服))/,
  /\b(?:bots?|robots?|chatbots?|auto(?:mat\w+)?[ -]?(?:repl\w+|answers?|responses?|messages?))\b[^.!?\n]{0,20}\b(?:useless|pointless|no (?:help|use)|annoying|shut up|go away|stop|unwanted)\b/,
  /(?:机器人|自动(?:回复|应答|答复|消息)).{0,6}(?:别|不要|不用|不想|闭嘴|滚|走开|没用|没有用|没啥用|无用|没意义|烦|关了|关掉|停了)/,
  /(?:别|不要|不用|不想|少|停止|讨厌|烦).{0,6}自动(?:回|应答|答复)/,
  /转人工|人工客服|(?:要|找|换|叫|来|跟|和).{0,3}(?:真人|人工|活人)|(?:真人|人工)(?:回复|客服|服务|来)|(?:是|你是).{0,3}机器人/,
].map(plainPattern);

/** Whether somebody refuses what answers by itself. Unsure means yes: then a person answers. */
export function refusesRobots(words: string): boolean {
  const plain = fold(headWords(words, LONGEST)).replaceAll(/['’]/g, '');
  return NO_ROBOTS.some((shape) => shape.test(plain));
}
