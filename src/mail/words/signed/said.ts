const GREETING =
  /^[\s\p{P}]{0,3}(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|greetings|hallo|halli|servus|moin|grüß\p{L}*|grüezi|gu?ten? (?:tag|morgen|abend)|lieber?|liebes|sehr geehrte\p{L}*|bonjour|bonsoir|salut|cher|chère|hola|buen[oa]s?|estimad[oa]|ciao|buon\p{L}*|salve|gentile|hoi|beste|goede\p{L}*|geachte|olá|bom dia|boa tarde|cześć|dzień dobry|ahoj|dobrý|kedves|hej|hei)(?!\p{L})|^\s*(?:你好|您好|早上好|早安|下午好|晚上好|亲爱的|尊敬的|哈喽|嗨|こんにちは|お世話|안녕)|^\s*(?:здравствуйте|добрый|привет)/iu;
const FAREWELL =
  /^[\s\p{P}]{0,3}(?:(?:many |kind |best |warm )?(?:thanks|thank you|regards|wishes|best|cheers|sincerely|yours)|(?:lg|vg|mfg|danke)|(?:viele |liebe |schöne |mit freundlichen |beste )?gr(?:ü|ue)(?:ß|ss)en?|merci|cordialement|gracias|saludos|grazie|groeten?|谢谢您?|多谢|此致|祝好)(?!\p{L})\W{0,3}(?:\p{L}{2,20}\W{0,3}){0,2}$/iu;
/** Alone it says something. */
const THANKS = /thank|cheers|danke|merci|gracias|grazie|谢/i;
/** Words that say what is wanted, in few as well. */
const COUNTS =
  /\d|(?<!\p{L})(?:one|two|three|four|five|six|ten|both|none|eine?n?|zwei|drei|vier|fünf|beide|deux|trois|dos|tres|due|tre)(?!\p{L})|[一二三四五六七八九十两都]/iu;
const FEW_WORDS = 3;
const FEW_HAN = 6;
/** `Of course, with pleasure!` */
const ASSENT =
  /^(?:[\s\p{P}]*(?:yes|yep|ok|okay|sure|of course|gladly|with pleasure|certainly|no problem|thanks?|thank you|a lot|very much|here|ja|klar|gerne?|natürlich|selbstverständlich|danke|vielen dank|oui|bien sûr|avec plaisir|merci|sí|claro|por supuesto|gracias|certo|volentieri|grazie|graag|natuurlijk|好的?|当然|可以|没问题|谢谢|行|嗯|收到|在此|如下))+[\s\p{P}]*$/iu;
/** A longer line says something. */
const LONGEST = 160;

/**
 * How much the lines above the quotation say. Below a mere greeting or a colon the answer stands further down, and below few words it
 * may; a number or a wish is an answer however short.
 */
export function saidIn(above: readonly string[], isName: (line: string) => boolean): 'nothing' | 'little' | 'much' {
  if (above.some((line) => line.length > LONGEST)) return 'much';
  const isGreeting = (line: string) => wordsIn(line) <= FEW_WORDS && !COUNTS.test(line) && /[,，:：]\s*$/.test(line);
  const isFarewell = (line: string, isLast: boolean) =>
    FAREWELL.test(line) && !COUNTS.test(line) && !(isLast && THANKS.test(line));
  const greeted = GREETING.test(above[0]!) && wordsIn(above[0]!) <= FEW_WORDS + 1;
  const rest = above.slice(greeted || isGreeting(above[0]!) ? 1 : 0);
  while (rest.length > 0 && (isName(rest.at(-1)!) || isFarewell(rest.at(-1)!, rest.length === 1))) rest.pop();
  if (rest.length === 0 || /[:：]\s*$/.test(rest.at(-1)!)) return 'nothing';
  const words = rest.join(' ');
  if (words.length < LONGEST && ASSENT.test(words)) return 'little';
  return wordsIn(words) <= FEW_WORDS && !COUNTS.test(words) ? 'little' : 'much';
}

/** How many words there are in it; few Han are as few words. */
function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}+/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return others + Math.ceil((han * FEW_WORDS) / FEW_HAN);
}

/** `Thanks, the pot came.` */
const THANKED =
  /^[\s\p{P}]{0,3}(?:(?:many|kind|best|warm) )?(?:thanks?|thank you|thx|cheers|danke|vielen dank|herzlichen dank|merci|gracias|muchas gracias|grazie|bedankt|谢|多谢|感谢)/iu;
const LONGEST_THANKS = 10;
/** A name below the words: `Kim`, `Kim Berg`. */
const SIGNED = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u;
/** What stands below a farewell is no longer. */
const LONGEST_BELOW = 60;

/** Whether these lines hold more than a greeting, thanks, a farewell and a name: something that a footer may stand below. */
export function saysMore(lines: readonly string[], isName: (line: string) => boolean): boolean {
  if (lines.some((line) => line.length > LONGEST)) return true;
  const rest = lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).map((line) => line.trim());
  if (rest.length > 0 && isSalutation(rest[0]!)) rest.shift();
  const bye = rest.findLastIndex((line) => FAREWELL.test(line) && !COUNTS.test(line));
  const below = rest.slice(bye + 1);
  if (bye >= 0 && below.every((line) => line.length <= LONGEST_BELOW && !/[.!?。！？]$/.test(line))) rest.splice(bye);
  while (rest.length > 0 && isName(rest.at(-1)!)) rest.pop();
  if (rest.length > 0 && SIGNED.test(rest.at(-1)!) && !ASSENT.test(rest.at(-1)!) && !COUNTS.test(rest.at(-1)!))
    rest.pop();
  return rest.some((line) => !isThanks(line));
}

/** Whether thanks or more stand in these lines, beside a greeting and a name. */
export const thanksOrMore = (lines: readonly string[], isName: (line: string) => boolean): boolean =>
  lines.some((line) => isThanks(line.trim())) || saysMore(lines, isName);

/** `No, thank you.` */
const DECLINES =
  /^[\s\p{P}]*(?:no|nope|nah|nein|non)[\s\p{P}]+(?:thanks?|thank you|thx|danke|merci|gracias|grazie)[\s\p{P}]*$|^[\s\p{P}]*(?:不用|不要|不需要)了?[\s\p{P}]*(?:谢谢)?[\s\p{P}]*$/iu;

/** 老板好 */
const HAIL = /^(?![不很还])[\p{Script=Han}\p{L} ]{0,8}(?:好|在吗|在么|打扰了)[\s\p{P}~]*$/u;

const isSalutation = (line: string): boolean =>
  HAIL.test(line) ||
  (GREETING.test(line) &&
    (wordsIn(line) <= FEW_WORDS + 1 || (wordsIn(line) <= 2 * FEW_WORDS && /[,，:：!！]$/.test(line))));

const isThanks = (line: string): boolean =>
  DECLINES.test(line) ||
  (THANKED.test(line) && wordsIn(line) <= LONGEST_THANKS && !COUNTS.test(line) && !/[?？]/.test(line));
