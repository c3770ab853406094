import { headWords } from '../cut.ts';
import { fold } from '../fold.ts';
import { plainPattern } from '../plainly.ts';

/** Of a longer text nothing is looked at. */
const LONGEST = 600;

const AUTO =
  '(?:auto(?:mat\\w+)?[ -]?(?:repl\\w+|answers?|responses?|messages?|responders?|e?-?mails?|texts?|out of office)|autorepl\\w+|(?:canned|machine|robot|computer)[ -](?:repl(?:y|ies)|answers?|responses?|messages?))';
const ROBOT = '(?:bots?|robots?|chatbots?)';
const ANNOYS =
  '(?:useless|pointless|no (?:help|use)|annoying|annoy me|shut up|go away|stop|unwanted|driving me|drive me|getting on my nerves|enough)';
const HUMAN =
  '(?:human(?: being)?|real person|live agent|real agent|somebody real|someone real|anyone real|anybody real)';

/** They want nothing that a machine says, or ask for a person. */
const NO_ROBOTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:no|not|stop|without|hate|dont (?:want|need|like|send|use|give)|never|enough|quit|turn off|switch off|unsubscribe|sick|tired|fed up)\\b[^.!?\\n]{0,40}\\b(?:${ROBOT}|${AUTO}|automated)\\b`,
  ),
  new RegExp(`\\b(?:${ROBOT}|${AUTO})\\b[^.!?\\n]{0,20}\\b${ANNOYS}\\b`),
  /\b(?:stop|dont|do not|never|quit|no)\b[^.!?\n]{0,20}(?:\bautomatically\b|\bauto[ -]?(?:repl|answer|respond)\w*)/,
  new RegExp(
    `\\b(?:talk|speak|chat|write|connect|transfer|get|want|need)\\b[^.!?\\n]{0,20}\\b(?:${HUMAN}|a person(?! (?:to|for)\\b)|real people)\\b`,
  ),
  new RegExp(
    `\\b${HUMAN},? (?:please|pls)\\b|\\b(?:please|pls),? (?:an? )?${HUMAN}\\b|\\b(?:can|could|will|let|have) (?:an? )?${HUMAN}\\b|\\bis (?:there )?${HUMAN}\\b|\\bnot (?:to |with )?(?:an? )?(?:machine|${ROBOT})\\b`,
  ),
  /\b(?:are you|is this|am i talking to)\b[^.!?\n]{0,12}\b(?:bot|robot|chatbot|machine|human|real person)\b(?![ -](?:wash|made|knit|sewn|dry))/,
  /(?:别|不要|不用|不想|停止|拒绝|勿|讨厌|烦).{0,10}(?:自动(?:回复|消息|发)|机器人|机器(?:回|客服))/,
  /(?:机器(?:人|回复?)|自动(?:回复|应答|答复|消息)).{0,6}(?:别|不要|不用|不想|闭嘴|滚|走开|没用|没有用|没啥用|无用|没意义|有意思|有完|烦|关了|关掉|停了)/,
  /(?:别|不要|不用|不想|不需要|少|停止|讨厌|烦|关掉|关闭|取消|停掉|退订|受够).{0,6}自动(?:回|应答|答复)/,
  /(?:别|不要|不用|少).{0,6}(?:(?:系统|模板|群发|自动)(?:回|消息|答|应付|敷衍|糊弄)|[发回].{0,6}自动的)/,
  /(?:能不能|能否|麻烦|让|叫|换|找|来).{0,4}个?人(?:来)?(?:回(?:复|答|我|$)|答复|跟我(?:说|聊|谈))/,
  /转人工|人工(?:客服|呢|在吗)|有没有人工|(?:要|找|换|叫|来|跟|和).{0,3}(?:真人|人工|活人)|(?:真人|人工)(?:回复|客服|服务|来)|(?:是|你是).{0,3}机器人/,
].map(plainPattern);

/** Whether somebody refuses what answers by itself. Unsure means yes: then a person answers. */
export function refusesRobots(words: string): boolean {
  const plain = fold(headWords(words, LONGEST)).replaceAll(/['’]/g, '');
  return NO_ROBOTS.some((shape) => shape.test(plain));
}
