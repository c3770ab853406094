/** How a WeChat number is named in front of it. An id has 6 to 20 letters, digits, - and _ and begins with a letter; a phone is one too. */
const WECHAT =
  /(?:微信号?码?|薇信|威信|\b(?:wechat|weixin|we-?chat id|wx|vx)\b)\s{0,3}(?:id|号)?\s{0,3}[:：=]?\s{0,3}([a-z][\w-]{5,19}|1[3-9]\d{9})(?![\w-])/iu;

/** The WeChat number that a line names, and the line without it; '' for none. */
export function wechatIn(words: string): { wechat: string; rest: string } {
  const found = WECHAT.exec(words);
  if (!found) return { wechat: '', rest: words };
  return {
    wechat: found[1]!,
    rest: `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`.trim(),
  };
}
