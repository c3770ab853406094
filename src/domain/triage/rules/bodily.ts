import type { UrgentRule } from './rule.ts';

/** What was done with a product: eaten, drunk, put on. */
const USED =
  '\\b(?:ate|eat(?:en|ing)|drank|drunk|drinking|swallow(?:ed|ing)|chew(?:ed|ing)|lick(?:ed|ing)|nibbled|bit into|used|using|tried|trying|applied|applying|rubbed|wore|wearing|took|taking|fed|gave|had)\\b';
/** How a body, a person's or an animal's, shows that it did no good. */
const SUFFERS = [
  'throw(?:ing|n|s)? up|threw up|vomit\\w*|puk(?:ed|es|ing)|retching|gagging|diarrh\\w*|drool(?:ing|s)|foaming|letharg\\w*|convuls\\w*|twitching|wheez\\w*|trembling',
  '(?:stomach|tummy|belly|abdominal|chest) (?:ache|cramp|pain)s?|(?:got|has|have|had|having|with) (?:\\w+ )?(?:cramps|fever|nausea|hives|welts|blisters|rash(?:es)?)',
  "(?:is|are|was|were|been|being|be|got|gets|feels?|felt|feeling|'s|'re|'m) (?:(?:very|really|so|all|quite|now|both|violently|suddenly) )*(?:sick|ill|unwell|poorly|dizzy|nauseous|shaking|itchy|swollen|breathless)(?! of\\b)",
  "(?:can'?t|cannot|couldn'?t|can hardly|barely) (?:stand|walk|breathe|swallow|get up|keep (?:anything|food|water) down)|short of breath|won'?t (?:eat|drink|get up|move)",
].join('|');
const AFTER = '\\b(?:after|since|from|because of|thanks to)\\b';
const THE_GOODS = `(?:${USED}|\\byour\\b|\\bthe (?:\\w+ )?(?:food|treats?|cream|cake|tea|drink|lotion|soap|oil|mask|biscuits?|cookies?|snacks?|chews?|supplements?|shampoo|serum)\\b)`;
const DENIED = `(?:\\bno|\\bnot|\\bnever|\\bwithout|n'?t)\\b(?: (?:be|been|being|get|getting|got|any|even|ever|at all|had|have)){0,3} (?:${SUFFERS}|sick|ill)`;
/** What it is good for, or would be. */
const CURES =
  /\b(?:(?:helps|helped|helping|(?:it|this|that|they|will|would|could|does|did) help) (?:with|my|him|her|me)|cured?|cleared|soothe[sd]?|relie(?:f|ves?|ved)|stopped (?:the|his|her|my)|(?:all |much |feel(?:s|ing)? )better|is (?:it|this) (?:ok|okay|safe|good|suitable)|(?:would|will|could|can|does|do|is|should) (?:it|this|that|they|your)\b[^.!?\n]{0,40}\b(?:help|for|with|cause|make|safe))\b/;

const SUFFERS_ZH =
  '(?:[在正]吐|(?:还|都|又)在吐|吐个不停|狂吐(?!槽)|直吐(?!槽)|吐(?:了)?(?:一地|好几|[一二两三四五六几]次)|干呕|呕个不停|一直呕|反胃|想吐(?!槽)|犯恶心|(?:肚子|肚|胃|腹部?|胸口?)(?:好|很|特别|一直|绞|有点)?(?:疼|痛|难受|绞痛)|头(?:晕|昏)|发(?:高)?烧|发抖|抽搐|抽筋|没(?:有)?精神|流口水|口吐白沫|站不(?:起来|稳)|不(?:吃不喝|肯吃|吃东西)|(?:很|好|特别|一直|浑身|全身|身上|脸上?|皮肤|发)痒|(?:脸|嘴|手|眼睛?|皮肤|屁股|身上|脖子|舌头)[^,。!?]{0,4}(?:发烫|火辣辣|发红|红了|发麻|肿))';
const USED_ZH = '(?:吃|喝|用|敷|涂|抹|擦|喂|舔|啃|咬|嚼|吞|洗|贴|戴|穿|泡)(?:了|完|过|下|着|的|掉)';

const BODY =
  '(?:eyes?|skin|face|scalp|lips?|throat|hands?|arms?|legs?|neck|head|chest|stomach|son|daughter|child|baby|kids?|dog|cat|wife|husband)';
const PAINS =
  '(?:burn|burned|burnt|burning|stinging|itching|bleeding|swelling|blistered|sting|stung|itch|itchy|swell|swollen|bleed|hurt|blister|peel|red|raw|sore|numb|cough|sick|dizzy|vomit)';

/** Somebody, or an animal, is unwell after they ate, drank or used what was bought. Eating alone is no harm: the dog ate it, can I order another. */
export const bodilyRules: readonly UrgentRule[] = [
  {
    why: 'harm',
    counts: 'any',
    says: new RegExp(
      `${USED}[^.!?\\n]{0,60}?(?:${SUFFERS})|(?:${SUFFERS})[^.!?\\n]{0,30}?${AFTER}[^.!?\\n]{0,20}?${THE_GOODS}`,
      'u',
    ),
    unless: new RegExp(`${CURES.source}|${DENIED}|haha|\\blol\\b`, 'u'),
  },
  {
    why: 'harm',
    counts: 'any',
    says: new RegExp(`${USED_ZH}[^。!?\\n]{0,24}?${SUFFERS_ZH}`, 'u'),
    unless:
      /治|缓解|改善|好多了|有没有用|管用|止[吐痒痛疼泻]|不(?:再|会)?(?:痒|吐|疼|痛|晕)|会不会|能不能|可不可以|可以[^,。!?]{0,6}吗|适合|担心|怕/u,
  },
  {
    // not the writer, but somebody beside them
    why: 'harm',
    counts: 'any',
    says: /\b(?:hurt|injured|burn(?:ed|t)?|scalded|sick|ill|bitten|poisoned)\b[^.!?\n]{0,12}\b(?:but|though|although|only|however)\b,? (?:my|our|his|her|their|the|one of (?:my|our|the|us)|somebody|someone)\b(?: (?!not|never)\w+){0,3} (?:was|were|did|is|has|had|got)\s*(?:$|[.!?,;\n])|\b(?:i'm|i am|we're|we are|i was|we were) (?:fine|ok|okay|alright|all right|unhurt|unharmed|safe)(?! (?:with|for|to|about|if|either|on))\b[^.!?\n]{0,8}\b(?:but|though|my|only)\b[^.!?\n]{0,30}\b(?:(?:is|was|are|were)(?:n't|nt| not)|got (?:hurt|burn\w*|injured)|was (?:hurt|burn\w*|injured))\s*(?:$|[.!?,;\n])|我(?:们)?(?:倒|是|自己|还好|还)?(?:没事|没受伤|没(?:烫|伤|砸|摔)[到着伤]?)[^。!?\n]{0,4}(?:但|可|不过|只是|就是)?(?:是)?[^,。!?\n]{0,6}(?:妈|爸|孩子|宝宝|儿子|女儿|老人|老公|老婆|朋友|客人|他|她|狗|猫)[^,。!?\n]{0,4}(?:有事|伤|烫|砸|摔|流血|不行)/u,
  },
  {
    why: 'harm',
    counts: 'unless wish',
    says: new RegExp(
      `\\b(?:gave|gives|giving) (?:my|our|his|her) (?:\\w+ ){1,2}(?:an? )?(?:\\w+ )?(?:rash|blisters|hives|burns?|eczema|sores|electric shock|diarrh\\w*|food poisoning)\\b|\\b(?:ma(?:de|kes)|left|leaves|turned) (?:(?:my|his|her|our|their|the) (?:\\w+ )?${BODY}(?:'s \\w+)?|me|him|us)(?: \\w+){0,3} ${PAINS}\\b|(?:眼睛|头皮|皮肤|脸上?|手|嘴唇?|喉咙|身上)[^,。!?\\n]{0,14}(?:火辣辣|灼热|灼痛|(?:辣|刺|疼|痛|痒|肿|烧)得(?:睁不开|受不了|厉害|要命|慌|睡不着|不行|哭|很|直))`,
      'u',
    ),
    unless:
      /\b(?:hot|spicy|chill?i|pepper|sauce|curry|lovely|laugh\w*|tears?|happy|joy|love|excite\w*|homesick|blush|if it makes|dye|wash(?:es)? off|funny|onions?)\b|感动|笑|辣椒|火锅|洋葱/u,
  },
];
