import { headWords } from '../../text/cut.ts';
/** What becomes of a mail according to a server's words: it gave up, it keeps trying, or it does not say. */
export type Certainty = 'failed' | 'delayed' | 'unsure';

/** The subject of a warning; some of these words may also stand above a mail about a parcel. */
const LATE_SUBJECT =
  /delay(ed)?\b|\bdeferred\b|still being retried|delivery incomplete|warning: |^warnung\b|verzögert|retardée?\b|différée?\b|(entrega|env[ií]o) (retrasad|demorad)|ritardat|vertraagd|opóźnion|försenad|forsinket|задерж|отложен|延迟|延遲|延误|暂缓|遅延|지연/i;
/** Not delivered yet, or tried again. */
const LATE =
  /will (be |re-?|keep (on )?|continue (to )?|again )*(retr|try|attempt)|(keep|still) (being )?(re-?)?tr(y|ied|ying)|being retried|retry for|continue to be attempted|attempts? will continue|(has|have|been|was) (temporarily )?(delayed|deferred)|is delayed|(not|n['’]t) (yet )?(been )?(yet )?(delivered|arrived|accepted).{0,20}\byet\b|not yet been delivered|deliver your (mail|message) .{0,60}\byet\b|warning (message )?only|do not need to re-?send|temporary (problem|failure|error)|(noch|bisher|bislang) nicht (zugestellt|zustellbar|ausgeliefert)|(weiter(e|hin)|erneut|nochmals) .{0,20}(versuch|zu(zu)?stell)|zustellversuch.{0,30}(fortgesetzt|weiter)|versuch.{0,40}(weiter|erneut)|(pas|n['’]a) encore (pu )?(être|été)|(nouvelles?|autres?) tentatives?|continuer\w* .{0,20}(tent|essay)|(todavía|aún) no|(todavía|aún)\.|(seguir|continuar)\w* .{0,20}intent|(volver|nuevo)\w* .{0,20}intent|non (è|e) ancora|(ritent|riprov)|nog niet|opnieuw (geprobeerd|proberen)|jeszcze nie|ponown|пока не|ещё не|еще не|повторн|попытк\S+ (доставки )?(будут )?продолж|尚未|还未|暂未|暂时(未|无法|不能|没有)|延迟|延遲|延误|(?<!(请|您|建议|可).{0,6})(继续|繼續|持续|再次|重新|稍后|尽快|定时|自动|内).{0,6}(尝试|嘗試|重试|重試|投递|投遞|发送|重发|递送)|无需重(发|新发送)|まだ(配信|送信|届)|(引き続き|再度|再び|自動的に).{0,12}(再送|配信|送信|試)|遅延|아직|(다시|계속|재) ?(시도|전송)/i;
/** It is final, whatever else is said. */
const GIVEN_UP =
  /permanent(ly)?\b|giving up|given up|gave up|stopped trying|(retry|time ?out) .{0,20}exceeded|in queue too long|too long in (the )?queue|(message|time|delivery) (has )?expired|returned to (you|sender)|return(ing)? (message|mail)|could(n['’]t| not) be delivered (after|and)|no further attempts|endgültig|aufgegeben|dauerhaft|définiti|abandonn|definitiv|permanente|退信|退回|被退|放弃|停止.{0,4}(尝试|重试|投递)|不再(尝试|重试|投递)|放棄|(多次|反复|仍然?|最终).{0,10}(失败|未成功|失敗)|断念|中止|포기|반송/i;
const FAILED_SUBJECT = /\(failure\)|undeliverable|failure notice/i;
/** A final status (RFC 3463). */
const FINAL_STATUS = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])/;
/** Below this line stands the mail that came back, in its author's words. */
const ORIGINAL =
  /^[\s>*]*[-=_*]{2,}[^\n]{0,20}(original|copy of|copie|kopie|below|returned|forwarded|message (header|text)|原始?(邮件|信件)|原文|元のメール)/im;
/** The words are only about what the server would do in some case. */
const CONDITION =
  /\b(if|when|until|unless|should|eventually|wenn|falls|sobald|sollte|bis|si|lorsque|cuando|hasta|se non|quando|als|jeśli)\b|если|когда|如(?![下上图此何])|若|倘|一旦|直到|场合|場合|たら|れば|경우|면\s/iu;
const READ_CHARACTERS = 3000;

/** Whether the subject belongs to a mail that is only late: a warning that nobody has to act on. */
export const warnsOfDelay = (subject: string): boolean => LATE_SUBJECT.test(subject);

/**
 * What became of a mail according to a bounce in free text.
 * @param definite its words say that the mail was not delivered, unless they say that it is only late
 */
export function certaintyOf(subject: string, text: string, definite: boolean): Certainty {
  const words = headWords(text, READ_CHARACTERS).split(ORIGINAL, 1)[0]!;
  const isWarning = warnsOfDelay(subject);
  const said = sentences(words).filter((sentence) => !CONDITION.test(sentence));
  if (!isWarning && (FAILED_SUBJECT.test(subject) || GIVEN_UP.test(subject))) return 'failed';
  if (FINAL_STATUS.test(words) || said.some((sentence) => GIVEN_UP.test(sentence))) return 'failed';
  if (isWarning || LATE.test(words.replace(/\s+/g, ' '))) return 'delayed';
  return definite ? 'failed' : 'unsure';
}

function sentences(text: string): string[] {
  return text.replace(/(?<!\n)\n(?!\n)/g, ' ').split(/(?<=[.!?])\s+|[。！？\n]+/);
}
