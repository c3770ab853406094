/** Mail providers where anybody may have an address: sharing one tells nothing about who somebody is. */
const PROVIDERS = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr live.com live.cn msn.com yahoo.com yahoo.co.uk
  yahoo.co.jp yahoo.fr yahoo.de ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.com gmx.de
  gmx.net web.de t-online.de mail.com mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com zoho.com fastmail.com hey.com
  tutanota.com tuta.com orange.fr free.fr laposte.net wanadoo.fr libero.it virgilio.it naver.com hanmail.net daum.net
  comcast.net verizon.net att.net sbcglobal.net btinternet.com privaterelay.appleid.com qq.com vip.qq.com foxmail.com
  163.com vip.163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com aliyun.com 139.com 189.cn wo.cn 21cn.com tom.com`.split(
    /\s+/,
  ),
);

/** Local parts that name a role, not a person. */
const ROLES =
  /^(?:info|sales|hello|hi|contact|support|service|services|office|admin|mail|shop|team|orders?|billing|marketing|no-?reply|webmaster|postmaster)$/;

/** Whether mail to it reaches whoever is there, not one person. */
export const isRoleAddress = (address: string): boolean =>
  ROLES.test(address.slice(0, Math.max(0, address.indexOf('@'))));

/** The domain if few people share it, as with a company's. `domain` in lower case. */
export function ownDomain(domain: string): string | undefined {
  return domain.includes('.') && !PROVIDERS.has(domain) ? domain : undefined;
}

/** The part before the @ if the same person is likely to have it wherever they have an address: 6 characters or more, and no role. */
export function tellingLocalPart(local: string): string | undefined {
  return local.length >= 6 && !ROLES.test(local) ? local : undefined;
}
