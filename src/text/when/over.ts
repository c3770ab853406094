import { plainly } from '../plainly.ts';

/** So much of a clause is looked at on either side. */
const NEAR = 80;

const OVER =
  /\b(?:was|were|did|had|ordered|bought|paid|placed|came|got|received|arrived|sent|shipped|delivered|called|emailed|wrote|happened|started|stopped|broke|charged|since|spoke|met|talked|chatted|visited)\b|下的?单|[买订寄发付]的|收到|到了|[付发寄买订扣收花]了|[来去聊谈见说看]过|的时候|已经|刚才|刚刚|当时|坏了/i;
const TO_COME =
  /\b(?:will|can|could|would|should|shall|need|needs|please|pls|by|before|until|next|going|want|wants)\b|['’]ll\b|请|能|可以|要|想|会|准备|打算|麻烦|帮|之?前|再|吗/i;

/** Whether what stands there in a text is told of as over: I ordered on Monday, 付了1280元. */
export function speaksOfOver(text: string, start: number, end: number): boolean {
  const before = /[^,，;；、.。!！?？\n]*$/.exec(text.slice(Math.max(0, start - NEAR), start))![0];
  const after = /^[^,，;；、。!！?？\n]*/.exec(text.slice(end, end + NEAR))![0];
  const clause = plainly(`${before} ${text.slice(start, end)} ${after}`);
  return OVER.test(clause) && !TO_COME.test(clause);
}
