const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;
/** Statuses that say only that something was wrong (RFC 3463, 3.1), or nothing at all. */
const GENERAL = /^$|^[45](\.0\.0)?$|^[45]\.\d{1,3}\.0$/;

/**
 * What servers say without a code, and the code (RFC 3463) for it. Only words that leave no doubt, because 5.1.1 marks
 * an address.
 */
const SAID: readonly [RegExp, string][] = [
  [
    /(mail ?box|inbox|user|account|recipient|postfach|boîte|buzón|casella)\b.{0,40}\b(is |ist |est |está )?(full|voll|pleine|lleno|piena)\b|over ?quota|quota.{0,20}(exceeded|full)|exceed(s|ed)? .{0,30}(storage|quota)|insufficient (system )?storage|not enough (storage|space)|out of storage|(邮箱|信箱|郵箱|空间|容量|存储).{0,8}(已满|满了|已滿|不足|超限|超出|用尽)|收件人.{0,6}已满|容量(超過|オーバー)|いっぱい/i,
    '5.2.2',
  ],
  [
    /(message|mail|e-?mail|size|attachment).{0,40}(too (large|big)|exceeds? .{0,40}(size|limit|maximum))|(邮件|附件|信件).{0,10}(过大|太大|超过.{0,10}(限制|大小|上限))/i,
    '5.3.4',
  ],
  [
    /(user|mailbox|recipient|address|account)( is| was)? (unknown|not found|does(n't| not) exist|disabled|inactive)|(unknown|no such|non-?existent|invalid) (user|mailbox|recipient|account)|no mailbox here|(用户|收件人|邮箱|地址|帐号|账号|帳號)(地址|帐号|账号)?.{0,6}(不存在|未找到|无效|已停用|被注销)|(不存在|无效)的(用户|收件人|邮箱|地址)|宛先.{0,12}(存在しません|見つかりません)/i,
    '5.1.1',
  ],
  [
    /\b(spam|junk|blacklist|black list|blocklist|block list|dnsbl|spf|dkim|dmarc)\b|垃圾邮件|黑名单|反垃圾|频率(限制|过快)/i,
    '5.7.1',
  ],
];

/**
 * Why one recipient did not get a mail, as an enhanced status; '' if nobody says.
 * @param status from the report; kept unless it is general
 * @param said the server's own words, the most likely first
 */
export function bounceStatus(status: string, ...said: readonly string[]): string {
  if (!GENERAL.test(status)) return status;
  const codes = said.flatMap((words) => ENHANCED.exec(words)?.[0] ?? []);
  const exact = codes.find((code) => !GENERAL.test(code));
  const meant = said.flatMap((words) => SAID.find(([pattern]) => pattern.test(words))?.[1] ?? [])[0];
  // a server that will try again has not refused
  return (
    exact ??
    (status.startsWith('4') && meant !== '5.2.2' ? status : meant?.replace(/^5/, status[0] ?? '5')) ??
    codes[0] ??
    status
  );
}
