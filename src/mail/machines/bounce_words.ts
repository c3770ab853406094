import { headWords } from '../../text/cut.ts';
import { warnsOfDelay } from './bounce_certainty.ts';
import { isPersonal } from './machine_words.ts';

/** The parts of a mail in which words of a bounce are looked for. */
interface Said {
  subject: string;
  text: string;
}

const SUBJECT =
  /^[[【(（]?\s*(系统退信|退信|邮件退|邮件系统退信|.{0,12}退信(通知|提醒)?$|(邮件)?(投递|发送|递送|传送|投遞|傳送)失败|(邮件)?(未送达|未传递|未能送达|未能投递|未投递|无法投递|无法送达|无法传递|無法傳遞|傳送失敗)|邮件(延迟|投递)|undeliver|delivery (status )?(notification|failure|has failed|delayed|report)|(mail|e-?mail|message) delivery|returned (mail|to sender)|failure notice|failed delivery|delivery (failure|problem)|mail (system error|could not be delivered)|non[- ]?delivery|warning: (message|could not send|e?mail)|your (message|mail|e-?mail) (could not|wasn.t|to .{1,100} (couldn|could not))|message (not delivered|delayed|undeliver)|(the )?(following )?(e-?mail|message) .{0,40}(could not be|was not|not) delivered|nicht zustellbar|unzustellbar|zustellung .{0,40}fehlgeschlagen|non remis|échec de (la )?remise|no se (puede|pudo) entregar|mancato recapito|配信不能|配達不能|配信エラー|送信エラー|メール(が)?(送信|配信)(できません|エラー))|\[?postmaster\]? .{0,40}(fail|undeliver)/i;
const TEXT =
  /(qmail-send program|dragonfly mail agent|created automatically by mail delivery software|this is the mail system at host|could not be delivered|wasn.t delivered|couldn.t be delivered|unable to deliver|not able to deliver|did not reach the following recipient|error (while )?delivering your (mail|message)|delivery (to the following|has failed|failed)|failed to deliver|permanent (fatal )?errors?|undeliverable|undelivered|returned to (you|sender)|message has been rejected|recipient name is not recognized|wurde nicht zugestellt|konnte nicht zugestellt|n'a pas pu être (remis|livré|distribué)|no se ha podido entregar|non è stato possibile (recapitare|consegnare)|未能成功?投递|未(成功)?(送达|投递)|无法(投递|送达|发送到)|被?退(信|回)|投递失败|发送失败|收件人.{0,12}(不存在|已满|拒收)|配信(できません|できなかった|されませんでした)|送信できません|届けることができません|宛先.{0,20}(存在しません|見つかりません))/i;
/**
 * What only a server says about an address: full, too large, refused, gone. Counts if a postmaster says it, or under an
 * empty return path.
 */
const REFUSED =
  /(mail ?box|inbox|postfach|boîte|buzón|casella|postvak|skrzynka)\b.{0,60}\b(full|voll|pleine|lleno|piena|vol|pełna)|переполнен|over ?quota|quota (is )?exceeded|exceeds? .{0,40}(size|limit|quota)|(size|limit|quota) exceeded|(was|been|is) (blocked|rejected|quarantined|refused|bounced)|blocked by|rejected|refused|abgelehnt|zurückgewiesen|rejeté|refusé|rechazado|rifiutat|geweigerd|odrzucon|отклонен|no longer (works?|employed|in use|with|exists?|active|valid)|(has|have) left (the|our) company|unknown (user|recipient)|(user|mailbox|address|recipient) (is )?(unknown|disabled|inactive|not found|does not exist|unavailable)|拒收|退回|已满|不存在|被拦截|隔离|受信を?拒否|受信できません|容量(超過|オーバー)|いっぱい|전송되지 못|전송(이)? 실패|반송|수신 ?거부|용량 ?초과|가득/i;
const FAILED_ADDRESS = /<?[\w.+-]{1,64}@[\w.-]{3,255}/;
const STATUS = /(?<!\d)[45]\d\d\b|[45]\.\d\.\d/;

/**
 * Whether a mail reads like a bounce. For a mail daemon its words are enough. A postmaster's mail, or one under an
 * empty return path, may be a person's, so it must name an address or say it twice, and ask nothing. Anybody else may
 * write about returned mail, too.
 */
export function looksLikeBounce({ subject, text }: Said, by: 'postmaster' | 'anybody'): boolean {
  const words = headWords(text, 1500);
  const named = FAILED_ADDRESS.test(words);
  const told = TEXT.test(words) || (by === 'postmaster' && warnsOfDelay(subject));
  if (by === 'anybody') return SUBJECT.test(subject) && told && named && STATUS.test(words);
  if (SUBJECT.test(subject)) return told || named;
  if (REFUSED.test(`${subject}\n${words}`) && named && !isReplySubject(subject) && !isPersonal(words)) return true;
  return told && named && !isReplySubject(subject) && !isPersonal(words);
}

/** Whether the words say that a mail did not arrive, at all or for now. */
export function saysUndelivered({ subject, text }: Said): boolean {
  const words = headWords(text, 3000);
  return UNDELIVERED_SUBJECT.test(subject) || TEXT.test(words) || REFUSED.test(words);
}

const UNDELIVERED_SUBJECT =
  /fail|undeliver|not (be )?deliver|(could|can)(n['’]?t| ?not) be|returned|non[- ]?delivery|退信|失败|失敗|无法|未(能|送达|投递|传递)|nicht zustellbar|unzustellbar|non remis|échec|no se (puede|pudo)|mancato|不能|エラー|できません/i;

function isReplySubject(subject: string): boolean {
  return /^(re|回复|答复|fw|fwd|转发)\s?[:：]/i.test(subject);
}

/** A filter between us and the recipient holds our mail back. */
export function quarantined({ subject, text }: Said): boolean {
  return (
    /\byour (e-?mail|message|mail)\b.{0,200}\b(quarantined|not (been )?delivered|blocked)\b|您(发送)?的邮件.{0,60}(隔离|拦截)/is.test(
      `${subject}\n${headWords(text, 1500)}`,
    ) && FAILED_ADDRESS.test(text)
  );
}
