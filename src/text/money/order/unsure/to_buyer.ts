import { narrow } from '../../../normalise.ts';

/** Whoever reads it is spoken to: greeted, thanked, asked, wished well, told what to do. */
const SPOKEN_TO_EN =
  /\b(?:you|your|yours|yourself|u|ur|please|pls|plz|thanks?|thank|thx|cheers|hi|hello|hey|dear|sorry|apologies|welcome|enjoy|congrat\w*|regards|hope|glad|unfortunately|yes|yep|yeah|ok|okay|great|perfect|of course|absolutely|certainly|my pleasure|(?:no|not a) (?:problem|worries|hurry|rush)|happy (?:birthday|holidays|new year|easter)|merry christmas|good (?:morning|afternoon|evening|day|night|luck)|got it|talk soon|see attached|feel free|take (?:care|your time)|(?:works|is fine|are fine|sounds good|all good)(?=\W*$)|one moment|just a (?:moment|second|minute))\b|^\W*(?:sure|brew|steep|have a|let me|let['’]s)\b|\b(?:on its|on the) way\b|^looks? like\b|\b(?:is|are) (?:in stock|sold out|out of stock|attached|available|online|included|free)\b|[?？]/iu;
const SPOKEN_TO_ZH =
  /[您你咱亲请谢抱哈哦噢呢吗呀嘛啦哟嗯~～]|不好意思|麻烦|没问题|没关系|稍等|放心|可以|就[行好](?=$|[\s,，。.!！])|好的|有货|恭喜|[祝欢]|注意|下次再|还有什么/u;

/** Who says it, or what they are going to do: an answer, unless it tells of the customer or of their money. */
const SAID_BY_US =
  /\b(?:i|we|me|my|our|ours|us)\b|\b(?!(?:and|but|yet|still|also|soon|customer|client|buyer|money|payment|balance|rest|cash|wire)\b)[a-z]+ (?:will|shall|can|could|would)\b|['’](?:ll|ve|re|m|d)\b|\bshould (?:arrive|reach|come|get there|be (?:there|ready|fine|ok|back))\b|^\W*(?:shipping|sending|packing|posting|mailing|preparing|checking)(?: (?:it|this|them|yours?))*(?: (?:on |by |out |right |next )*(?:now|today|tonight|tomorrow|soon|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b|我|明[天早晚]|后天|稍后|马上|尽快|这就|晚点/iu;

/** Tells of the customer, as nobody does to them. */
const OF_CUSTOMER =
  /\b(?:she|he|they|her|him|his|hers|them|their|customer|client|buyer)(?:['’]s)?\b|客户|客人|买家|对方|顾客|人家|(?<!其)他|她/iu;
/** Money that comes, or is to come. */
const OF_MONEY =
  /\b(?:will pay|pays?|paying|to pay|paid|owes?|owed|owing|unpaid|cheques?|checks? (?:bounced|came|arrived)|wire|bounced|cash(?:ed)?|money)\b|\b(?:gave|sent|owes?|paid|returned|transferred) (?:me|us)\b|钱|付|转账|打款|结账|结清|月结|尾款|余款|欠|到账|收款/iu;

/** 👍 alone is an answer. */
const SIGNS_ONLY = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\s!！.])+$/u;

/** Whether the words greet, address, ask or thank whoever reads them. */
export const isSpokenTo = (text: string): boolean => SPOKEN_TO_EN.test(narrow(text)) || SPOKEN_TO_ZH.test(narrow(text));

/**
 * Whether the words are for somebody to read: they greet, address, ask, thank or promise. What does none of it may as well be about an
 * order, and only its owner knows.
 */
export function speaksToBuyer(text: string): boolean {
  const plain = narrow(text).trim();
  if (isSpokenTo(plain) || SIGNS_ONLY.test(plain)) return true;
  return SAID_BY_US.test(plain) && !OF_CUSTOMER.test(plain) && !OF_MONEY.test(plain);
}
