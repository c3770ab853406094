/** Where somebody can be reached: a mail address, a phone however it is written, an account. */
const ADDRESS =
  /[\w.%+-]{1,64}@[a-z\d.-]{1,100}\.[a-z]{2,24}|@[a-z\d_]{3,32}|\+?\d(?:[ ().-]{0,2}\d){6,15}|[零〇一幺二两三四五六七八九]{7,15}|(?<![a-z])[a-z][a-z\d_-]*[\d_-][a-z\d_-]*/gu;
/** How it is called, and what is said around it. */
const CALLED =
  /(?<![a-z])(?:(?:my|new|old|own|personal|private|work|home|main|other|number|no|phone|mobile|cell|landline|tel|telephone|whats ?app|telegram|signal|wechat|weixin|wx|vx|v|e-?mail|mail|address|contact|account|id|handle|line|insta(?:gram)?|facebook|fb|is|are|it's|this|that|here's|here|at|on|via|by|under|or|and|also|the|you|can|could|please|pls|just|add|call|ring|text|message|reach|contact|me|us|now|instead|hi|hello|hey|thanks|thank)(?![a-z]))|就是|这是|也是|微信|威信|薇信|[v微]信|手机|电话|座机|号码|邮箱|邮件|地址|联系(?:方式)?|账号|同号|你好|您好|老板|加一?下?|打|发|找|换了?|聊聊?|谢谢|[我的号是个吧哈啊呀了这也或和跟请麻烦可以新有]/gu;

/** Whether a text only tells where its writer can be reached: what they want, nobody can know. Takes normalised text. */
export function saysOnlyWhereToReach(text: string): boolean {
  const without = text.replace(ADDRESS, ' ');
  const named = without !== text || /微信|威信|薇信|[v微]信|手机号|电话/u.test(text);
  return named && !/[\p{L}\p{N}?]/u.test(without.replace(CALLED, ' '));
}
