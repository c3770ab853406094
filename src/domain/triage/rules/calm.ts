import { withoutHarmless } from './harmless.ts';
import { blanked } from './index.ts';

const USE_EN = '(?:eat|drink|us|tak|hav|apply|wear|swallow|try|chew|lick)(?:ing|e|s|es)?';
const ILL_EN =
  '(?:sick|ill|unwell|dizzy|nause\\w+|headaches?|(?:stomach|tummy|belly|chest)[ -]?(?:aches?|pains?|cramps?|upset)|cramps|upset stomach|vomit\\w*|throw up|puke|diarrh\\w*|(?:a )?rash(?:es)?|hives|itch\\w*|swollen|allerg\\w*|poison\\w*|choke|faint|pass out)';
const PERSON =
  '(?:i|you|he|she|we|they|one|people|anyone|anybody|someone|customers|it|this|that|(?:my|our|a|the|your) \\w+(?: \\w+)?)';

/** What something may do to a body, asked before it is eaten, drunk or used. */
const ASKED: readonly RegExp[] = [
  new RegExp(
    `(?:(?<=^|[.!?,;:\\n] ?|(?<![a-z])(?:if|whether|wondering|know|but|and|or|so|hi|hello|hey|please) )(?:(?:does|do|will|would|can|could|might|may|should) (?:${PERSON} )?|(?:has|have) (?:anyone|anybody|people|someone|customers|others) )|(?<![a-z])(?:if|whether) ${PERSON} (?:will|would|can|could|might|may) )(?=[^.!?\\n]{0,60}\\b(?:${USE_EN}|cause|make|give)\\b)[^.!?\\n]{0,60}?\\b${ILL_EN}\\b[^.!?\\n]{0,60}`,
    'gu',
  ),
  /(?:吃|喝|用|敷|涂|抹|擦|戴|穿|泡|贴|喂|舔)(?:了|完|多了?|过|的时候)?(?:之后|以后|后|的话)?,?(?:(?:会不会|有没有可能|是不是(?:会|容易)|容不容易|可不可能|能不能)[^,。!?\n]{0,14}|(?:会|容易|有可能)(?!不会)[^,。!?\n]{0,12}(?:吗|么|嘛)|(?:应该|该)?不会[^,。!?\n]{0,12}(?:吧|吗|么))/gu,
];
const OPENING = new RegExp(`^\\w+ (?:${PERSON} )?`, 'u');
/** It has happened, or is at work: whoever asks then asks for help. */
const HAPPENED =
  /\b(?:ate|eaten|drank|drunk|swallowed|licked|chewed|else|still|already|ever since|just|made|been using|after (?:i|he|she|we|they) )\b|\b(?:he|she|we|they|son|daughter|child|kids?|children|baby|wife|husband|mum|mom|dad|dog|cat|friend)(?:'s|'re| is| are| was| were| has| have got| got| gets| keeps?| felt| feels)\b|\bi(?:'m| am)(?! (?:pregnant|allergic|looking|thinking|interested|curious|wondering|sensitive|vegan|diabetic|planning|asking|new|worried))|\bi (?:was(?! (?:just )?wondering)|feel|got|had|used|took|have (?:a|an|been|had|got)\b)|已经|刚|一直|昨[天晚]|今[天早晚]|现在|误|不小心|[吐拉晕疼痛肿痒](?:了|得|个不)|怎么办|正常吗|救|干燥剂|脱氧剂|保鲜剂|生石灰|磁|电池|硅|清洁|洗洁|洗衣|消毒|漂白|酒精|农药|鼠药|香薰|精油|蜡|珠|纽扣|硬币|玻璃|过期|发霉|变质|坏/u;

const ILLNESS =
  /\b(?:sick|ill|unwell|poorly|fever|(?:the )?flu|in (?:the )?hospital)\b|住(?:了|进)?(?:医)?院|医院|(?:摔|受|扭|弄)伤|骨折|发(?:高)?烧|拉肚子|闹肚子|头(?:晕|昏)|头疼|呕吐/gu;
/** What somebody says who has not done, or cannot do, what was theirs to do. */
const EXCUSES =
  /\b(?:could(?:n'?t| not)|can(?:'?t|not)|(?:was|am)(?:n'?t| not) able to|unable to|did(?:n'?t| not)|haven'?t|forgot to|missed)\b[^.!?\n]{0,30}\b(?:pick(?:ed)? up|pick (?:it|them)|collect\w*|fetch\w*|get to|come|pay|reply|replied|answer\w*|respond\w*|confirm\w*|call|appointment|delivery|post office)\b|\b(?:late|slow|delayed) (?:reply|response|answer|payment)|\bi(?:'ll| will) (?:fetch|collect|pick|pay|come)|\b(?:can|could|would) you\b[^.!?\n]{0,12}\b(?:deliver|leave)\b[^.!?\n]{0,30}\b(?:to|with|at)\b|\btook a (?:day|week) off\b|\b(?:can|could|may) (?:we|i) (?:meet|move|reschedule|postpone|change|come|pick|collect|book)\b|\b(?:we|i)(?:'ll| will)? come\b[^.!?\n]{0,12}\b(?:next|later|another|on)\b|\breschedul\w*|\bpostpon\w*|改[到成天]|没(?:能|法|有|空|来得及|办法)?(?:去|来|过去|过来|到)?(?:店里?)?(?:取|拿|去取|领|付|回复|回你|回您|看到|看见)|不(?:能|去|来|过去|过来)(?:过去|过来)?(?:取|拿|领)|(?:回复|回)晚了|晚回/u;
/** What was bought, or whoever sold it, may be to blame; or it goes on, or others have it as well. */
const BLAMES =
  /\byou (?:gave|sold|served|sent|did|made|put|fitted|left|used|installed|hurt)\b|\byour (?!(?:(?:e-?)?mails?|messages?|calls?|letters?|invoices?|repl(?:y|ies)|parcel|shop|store|studio|class|lesson|session|course|team)\b)|\b(?:after|from|since|because of|with|by) (?:eating|drinking|using|having|taking|wearing|trying|the|your|that|this|it|what|i|we|he|she)\b|\b(?:ate|eaten|eating|drank|drunk|drinking|food|poison\w*|made (?:me|him|her|us)|all night|last night|still(?! (?:there|here|available|have|got|open|valid|possible|ok))|again|everyone|everybody|whole family|both|we all|guests?)\b|你们?|您家|贵店|在[^,。]{0,4}店|(?:吃|喝|用)(?:了|完|过)(?!药)|敷|涂|抹|做完|买的|中毒|都|一直|全家|还在|又/u;

/** Behind who is asked about. */
const saysIt = (question: string): boolean => HAPPENED.test(question.replace(OPENING, ' '));

/**
 * Blanks what sounds like harm and is none: what something may do to a body, asked beforehand, and the writer's own illness as the reason why
 * they did not come, pay or answer. Where it has happened, or what was bought may be to blame, nothing is blanked.
 */
export function withoutCalm(words: string): string {
  const text = withoutHarmless(words);
  const others = blanked(text, ASKED);
  const rest = HAPPENED.test(others) || ASKED.some((asked) => text.match(asked)?.some(saysIt)) ? text : others;
  return EXCUSES.test(rest) && !BLAMES.test(rest) ? blanked(rest, [ILLNESS]) : rest;
}

const OWN_ILLNESS = new RegExp(`${ILLNESS.source}|吃坏(?:了)?肚子`, 'u');
const CURED =
  /\b(?:it|this|that|they|tea|cream|oil|balm|lotion|drops)(?:'s| has| have| really| did| does)? help(?:s|ed)\b|\b(?:cured|soothed)\b|\b(?:cleared|gone) up\b|\b(?:all|much|so much|feel(?:s|ing)?) better\b|不(?:再|会)?(?:痒|吐|疼|痛|晕)了|好多了|管用/u;

/** Whether somebody was ill, and it is why something was left undone, or is better by what they had: that alone blames nobody. */
export const toldOfIllness = (text: string): boolean =>
  CURED.test(text) || (OWN_ILLNESS.test(text) && EXCUSES.test(text));

/** Nothing was paid twice. */
export const NOT_TWICE: readonly RegExp[] = [
  /(?:不是|不算|并非|没有?)(?:重复|多|双重|两次)[扣付收划][^,。!?\n]{0,4}|\b(?:not|isn't|wasn't|never) (?:(?:a|been|charged|billed) ){0,3}(?:double|duplicate|twice)\b(?: \w+)?/gu,
];
