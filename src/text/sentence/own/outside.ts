import { plainly, plainPattern } from '../../plainly.ts';

/** What an owner asks that is none of the shop's: the day and the hour can be said, the rest cannot be done here. */
export type Outside = 'day' | 'clock' | 'weather' | 'person' | 'voice' | 'sound';

/** Longer words say something else as well, in UTF-16 units. */
const LONGEST = 60;

const DAY_EN =
  '(?:today|tomorrow|tonight|now|it|this (?:week|weekend)|the weekend|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const DAY_ZH = '(?:今天|今晚|明天|后天|现在|这周|周末|下周|周[一二三四五六日])';

const SAID: Readonly<Record<Outside, readonly RegExp[]>> = {
  day: [
    /^(?:so )?(?:what|which)(?:['’]?s| is)? (?:day|date|weekday)(?: of the (?:week|month))?(?: is)?(?: it|today['’]?s?)?(?: today| now)?$|^what(?:['’]?s| is) (?:today['’]?s date|the (?:date|day)(?: today)?|today)$/iu,
    /^(?:今天|今日|今儿)(?:是)?(?:周几|星期几|礼拜几|几号|几月几[号日]|什么日子|哪天)(?:了|来着|啊|呀|呢)?$/u,
  ],
  clock: [
    /^(?:what(?:['’]?s| is) the time|what time is it|the time)(?: now| right now)?$/iu,
    /^(?:现在)?(?:几点(?:钟|了)?|什么时间)(?:了|啊|呀)?$/u,
  ],
  weather: [
    new RegExp(
      `^(?:(?:what(?:['’]?s| is| will)|how(?:['’]?s| is)|show(?: me)?|tell me) )?(?:the )?weather(?: forecast)?(?: (?:be|like|going to be|look(?:ing)? like|for|in [\\p{L} ]{2,20}?))*(?: ${DAY_EN})?$|^(?:is it|will it|is it going to)(?: be)? (?:rain(?:ing|y)?|snow(?:ing)?|sunny|cold|hot|windy)(?: ${DAY_EN})?$`,
      'iu',
    ),
    new RegExp(
      `^(?:看看?|查一?下)?(?:${DAY_ZH})?(?:的)?天气(?:预报)?(?:怎么?样|如何|好吗|咋样)?$|^(?:${DAY_ZH})(?:会|要)?(?:下雨|下雪|冷|热)(?:不(?:冷|热|下)?|吗)$`,
      'u',
    ),
  ],
  person: [
    /^(?:are you|is this|am i (?:talking|speaking|writing) to) (?:an? )?(?:bot|robot|human(?: being)?|real(?: person)?|person|machine|ai|program|computer)$|^(?:who|what) are you$/iu,
    /^(?:你|您)(?:到底)?(?:是不是|是)(?:一?个)?(?:机器人|真人|人工智能|AI|程序|机器|谁|什么|人工|活人)(?:吗|啊|呀|呢)?$/iu,
  ],
  voice: [
    /^(?:can|could|do) (?:you|i)(?: also)? (?:listen to|hear|read|understand|transcribe|play|take|send|use|do|speak|talk)(?: (?:my|a|your|to you(?: by| with)?))?(?: (?:voice|audio)(?: (?:messages?|notes?|memos?|input))?| voicemails?)$|^can (?:you|i) (?:talk|speak)(?: to (?:you|me))?$/iu,
    /^(?:你)?(?:能不能|可不可以|能|可以|会不会|会)(?:发|用|听|听懂|识别|说|转)?(?:一下)?语音(?:消息|留言|条|输入)?(?:吗|么|嘛)?$/u,
  ],
  sound: [
    /^(?:(?:can|could) (?:you|i) )?(?:please )?(?:turn|switch|mute)(?: (?:off|down|on))?(?: the| my)? (?:(?:reminder|notification|alert) )?(?:sounds?|volume|ringtone|beep(?:ing)?|noise|ringing|vibration)(?: (?:off|down|on))?(?: please)?$/iu,
    /^(?:把)?(?:提醒|消息|通知)?(?:的)?(?:声音|铃声|响声|震动|提示音)(?:给我)?(?:关(?:了|掉|上)?|调小|静音|打开|开)(?:一?[点下])?(?:吧)?$|^(?:关掉?|关闭|调小|打开)(?:一下)?(?:提醒|消息|通知)?(?:的)?(?:声音|铃声|震动|提示音)$/u,
  ],
};

const KINDS = Object.keys(SAID) as Outside[];
const ASKED = KINDS.map((kind) => ({ kind, forms: SAID[kind].map(plainPattern) }));

/** Undefined: it asks nothing of the kind. */
export function outsideOf(text: string): Outside | undefined {
  const plain = plainly(text.trim()).replace(/[\s?!.。]+$/u, '');
  if (plain.length > LONGEST) return undefined;
  return ASKED.find(({ forms }) => forms.some((form) => form.test(plain)))?.kind;
}
