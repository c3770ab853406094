import { headWords } from '../cut.ts';

const LONGEST = 2_000;
const SENTENCE = /(?<=[.!?。！？\n])/u;
const ASKS = /[?？]\s*$|[吗呢嘛]\s*[。!！~～]*\s*$|[^。！？]{1,12}还是[^。！？]{1,12}[。!！~～]*\s*$/u;
/** Asked to be kind: whoever only thanks for it has answered. */
const COURTESY =
  /\b(?:any ?thing else|how are you|how(?:'s| is) (?:it|everything|business|life)|(?:how|what) (?:else )?can (?:i|we) (?:help|do)|can (?:i|we) help|how (?:did|do) you (?:like|find)|all (?:good|right|well)|isn't it|why not|guess what)\b|还有(?:什么|别的|其他)|还需要(?:什么|别的|其他)|(?:有什么|怎么)(?:可以|能)?帮|(?:最近|[您你])(?:还|都)?好吗/iu;

/** Whether words of ours ask something that whoever reads them is to answer. */
export const asksSomething = (ours: string): boolean =>
  headWords(ours, LONGEST)
    .replaceAll('’', "'")
    .split(SENTENCE)
    .some((sentence) => ASKS.test(sentence) && !COURTESY.test(sentence));
