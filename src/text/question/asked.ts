import { headWords } from '../cut.ts';
import { offersSomething } from './offered.ts';

const LONGEST = 2_000;
const SENTENCE = /(?<=[.!?。！？\n])/u;
const ASKS = /[?？]\s*$|[吗呢嘛]\s*[。!！~～]*\s*$|[^。！？]{1,12}还是[^。！？]{1,12}[。!！~～]*\s*$/u;
/** Asked to be kind: whoever only thanks for it has answered. */
const COURTESY =
  /\b(?:any ?thing else|how are you|how(?:'s| is) (?:it|everything|business|life)|(?:how|what) (?:else )?can (?:i|we) (?:help|do)|can (?:i|we) help|how (?:(?:did|do) )?you (?:like|find)|(?:leave|write) (?:us |me )?a review|all (?:good|right|well)|isn't it|why not|guess what)\b|还有(?:什么|别的|其他)|还需要(?:什么|别的|其他)|(?:有什么|怎么)(?:可以|能)?帮|(?:最近|[您你])(?:还|都)?好吗|喜欢吗|满意吗|评价|好评/iu;

/** Offered to be kind, for a matter that may come: `let me know if you have any questions`. */
const OFFERED =
  /\b(?:(?:please|just|do|feel free to) )*(?:let (?:me|us) know|tell (?:me|us)|ask|call|write|contact|text|message|reply|reach out)(?: (?:to )?(?:me|us))?,? (?:if|when(?:ever)?|should) (?:you|there|any)[^,.!?\n]{0,30}\b(?:any(?:thing)?|some(?:thing)?|questions?|help|problems?|else)\b[^.!?\n]*|\b(?:if|should) (?:you|there|any)[^.!?\n]{0,30}\b(?:any(?:thing)?|questions?|help|problems?|else)\b[^.!?\n]*|(?:如果?|若|要是)?有(?:任何|什么|其他|其它|别的|啥)?(?:问题|疑问|需要|需求|情况|事)[^。！？\n]*|[^。！？，,\n]{0,12}随时[^。！？，,\n]*/giu;
/** What we do ourselves: `我们确认一下`. */
const OURS =
  /我们?(?:这边|这就|来|去|会|再|先|马上|稍后|帮[您你]|给[您你]|跟.{1,4}?|和.{1,4}?){0,3}(?:确认|核对|回复|告诉[您你]|发[您你给])/gu;
const LEAD = String.raw`(?:^|[,;:–—-]|\b(?:please|pls|plz|kindly|just|simply|and|then|so|but|or|only|do))\s*`;
const VERB =
  'confirm|say|tell (?:me|us)|let (?:me|us) know|choose|pick|decide|specify|advise|reply|answer|respond|send (?:me|us|over|your|the|a)|give (?:me|us)|share|provide|name|check (?:and|whether|if)';
/** Asked for without a mark: `Please confirm.`, `Which size do you need`. */
const WANTS: readonly RegExp[] = [
  new RegExp(`${LEAD}(?:${VERB})\\b(?! (?:you|it to you|hello|hi)\\b)`, 'iu'),
  /(?:^|[,;:–—-])\s*(?:(?:so|and|ok|okay|hi|hello|then|or|but) )*(?:which|what|when|where|who|how)(?: (?!i\b|you\b|we\b|it\b|he\b|she\b|they\b|the\b)\w+){0,3}? (?:do|does|did|would|will|shall|should|can|could|may) (?:you|i|we|they|it|he|she)\b/iu,
  /(?:^|[,;:–—-])\s*(?:(?:so|and|ok|okay|hi|hello|then|or|but) )*(?:(?:what|when|where|which|who)(?:'s| is| are) (?:your|the|it|yours)\b|(?:do|does|would|will|shall|can|could|may|are|did) (?:you|i|we)\b)/iu,
  /\b(?:i|we)(?:'d| would)?(?: just| still| only| also)* (?:need to know|need your|like to know|wonder)\b|\b(?:wait(?:ing)?|await(?:ing)?)(?: for)? your\b|\bup to you\b|\byou (?:choose|decide|pick)\b|\byour (?:choice|call)\b/iu,
  /请问|(?:请|麻烦|劳烦|劳驾|烦请|拜托|辛苦|帮忙|帮我|记得)[您你]?[^，,。！？]{0,12}?(?:确认|告诉|告知|回复|回一?[下个声]|发(?:我|给我|一?下|来|过来)|选|提供|说一?[下声]|给(?:我|个|一下)|填|核对|决定|定一?下|报(?:一下|给我|个)|留(?:一?下|个)|拍(?:一?下|[张个]|给))/u,
  /(?:告诉|告知|通知)(?:我们?|一[下声])|说一[声下]|吱一?声|确认一?下|回复?(?:我|个|一[下声]|[是好\d]|yes|ok)|(?:发|给|报)(?:给?我们?)(?:一下|吧|就行|即可|就好|哈|哦)?[。!！~～\s]*$|把[^，,。]{1,16}(?:发|报|告诉|写|留|拍)(?:给?我|一?下|过?来)|给我们?(?:看|说|留)|等[您你]的?(?:回复|回话|确认|消息|决定|答复|选择)|(?:由|看|等)?[您你](?:来)?(?:定|选|挑|决定)(?:吧|一下|就行|就好|哦|哈|一个)?[。!！~～\s]*$/iu,
  /(?<!不|都)(?:[您你][^，,。不]{0,6}|要|需要|想要|选|寄|送|约|订|定|放)(?:几[个只件点号份套位天盒把]|多少|哪[个种款天里家位些边一]|什么(?:时候|颜色|尺寸|规格|时间|地址|款|字))(?!都)|(?<![看知问道])(\p{Script=Han})不\1/u,
];

/** Whether words of ours ask something that whoever reads them is to answer. */
export const asksSomething = (ours: string): boolean =>
  sentences(headWords(ours, LONGEST)).some(
    (sentence) => (ASKS.test(sentence) && !COURTESY.test(sentence)) || wantsAnswer(sentence),
  );

const sentences = (words: string): string[] => words.replaceAll('’', "'").split(SENTENCE);

/** The sentences of words of ours, without what is offered for a matter that may come. */
export const sentencesOf = (ours: string): string[] => sentences(ours).map(withoutKindness);

const withoutKindness = (sentence: string): string => sentence.replace(OFFERED, ' ').trim();

function wantsAnswer(sentence: string): boolean {
  if (COURTESY.test(sentence)) return false;
  const left = withoutKindness(sentence).replace(OURS, ' ').trim();
  return WANTS.some((sign) => sign.test(left)) || offersSomething(left);
}
