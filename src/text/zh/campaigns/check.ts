import type { check as En } from '../../en/campaigns/check.ts';
import { campaigns } from '../campaigns.ts';
import { hooks } from '../hooks.ts';

const PAGES: Readonly<Record<string, string>> = {
  gmail: 'Google 管理控制台 → 应用 → Google Workspace → Gmail → 对电子邮件进行身份验证',
  outlook: 'Microsoft Defender 门户 → 电子邮件身份验证设置 → DKIM',
  qq: '腾讯企业邮管理后台 → 域名设置',
  '163': '网易企业邮箱管理后台 → 域名设置',
  aliyun: '阿里云控制台 → 邮件推送 → 发信域名',
  ses: 'Amazon SES 控制台 → 已验证身份 → 身份验证',
};

const NAMES: Readonly<Record<string, string>> = campaigns.campaign.limits.providers;
const WHY: Readonly<Record<string, string>> = hooks.hook.why;
const named = (provider: string): string => NAMES[provider] ?? provider;
const page = (provider: string): string => PAGES[provider] ?? '';

export const check: typeof En = {
  mailCheck: {
    looking: (address) => `正在查 ${address} 发的邮件能不能送到：域名解析记录、邮件服务器、退订页面。马上告诉您结果。`,
    makingKey: '正在生成签名用的密钥，马上把要添加的解析记录发给您。',
    noMail: '邮件还不能发，没有可查的。设置方法见 /入门。',
    first: '发给很多人之前，先替您查一下邮件能不能送到。结果马上就来，接着发的按钮也在那里。',
    warns: (what) => `邮件可能进垃圾箱或被拒收。还没弄好的：${what}。`,
    sure: '还是要发吗？',
    anyway: '照样发',
    turnOn: '打开',
    noLink:
      '这些邮件里没有能用的退订链接，所以不发：邮箱服务商会拒收，法规也要求有。请把 PUBLIC_URL 设为客户能打开的 https 网址，再查一遍。',
    fix: '看怎么弄好',
    comma: '、',
    allRight: (address) => `✉️ ${address} 发邮件：样样齐全`,
    someMissing: (address, count) => `✉️ ${address} 发邮件：还有 ${count} 项要弄好`,
    worse: (address) => `✉️ ${address} 发的邮件可能送不到了`,
    groups: { missing: '要弄好的', unsure: '从这里看不出来的', right: '没问题的' },
    parts: {
      spf: 'SPF：谁可以代发',
      dkim: 'DKIM：签名',
      dmarc: 'DMARC：冒名邮件怎么处理',
      reverse: '服务器的反向域名',
      limit: '每天上限',
      unsubscribe: '退订页面',
    },
    record: (type, name, value) => `类型：${type}\n主机记录：${name}\n记录值：${value}`,
    pasteHint:
      '在管理域名的地方添加（阿里云解析、腾讯云 DNSPod、Cloudflare 等）。有的会自动在后面补上域名，那里就不用再写。生效要几分钟到几小时。',
    again: '再查一遍',
    makeKey: '由这里签名',
    setPace: '按这个上限发',
    found: {
      silent: (domain) => `${domain} 的域名解析没有回应，一小时后再查。`,
      providers: (name) => `${name} 自己管，不用您操心。`,
      foreign: (domain, host) =>
        `${domain} 的地址只能用它自己的服务器发，用 ${host} 发会被拒收。请换成您自己域名的地址，或改用它自己的服务器。`,
      spf_right: (domain) => `${domain} 的记录里有您的邮件服务器。`,
      spf_none: (domain) => `${domain} 没有 SPF 记录，收信方不知道谁可以代发。请添加：`,
      spf_lacks: (host) => `记录里没有 ${host}，请改成：`,
      spf_two: (domain) => `${domain} 有两条 SPF 记录，结果都不算数。请合成一条。`,
      spf_broken: (domain) => `${domain} 的 SPF 记录算不出结果：写错了，或者要再查十条以上的记录。请改短。`,
      spf_unsure: (host) =>
        `记录里没有 ${host} 的地址。如果邮件从那里发出，请改成下面这条；如果它再转给别的服务器发，请写上那一台。`,
      dkim_right: (selector, domain) => `${domain} 已有密钥（${selector}），由您的邮箱服务商签名。`,
      dkim_ours: (domain) => `群发邮件由这里签名，${domain} 的密钥已经能查到。`,
      dkim_paste: (domain) =>
        `签名用的密钥已生成，${domain} 的解析里还查不到。请添加下面的记录，再查一遍；查到之前不会用它签名：`,
      dkim_none: (provider, domain) =>
        `${named(provider)}还没有替 ${domain} 签名。请打开：${page(provider)}。也可以由这里签名。`,
      dkim_unsure: (provider, domain) =>
        `${named(provider)}打开签名后会替 ${domain} 签名：${page(provider)}。没有打开的话，可以由这里签名。`,
      dkim_own_relay: (host) => `看不出 ${host} 会不会签名。不会的话，可以由这里签名。`,
      dmarc_right: (policy) => `已有记录（p=${policy}）。`,
      dmarc_none: (domain) =>
        `${domain} 还没有；发得多的，Gmail、雅虎、Outlook 都要求有。请添加，不会影响您现在的邮件：`,
      dmarc_two: (domain) => `${domain} 有两条 DMARC 记录，结果都不算数。请删掉一条。`,
      reverse_right: (ip, name) => `${ip} 叫 ${name}，正反都对得上。`,
      reverse_none: (ip, host) =>
        `${ip} 没有反向域名，很多服务器会因此拒收。请在服务器提供商的控制台把反向解析（PTR）设为 ${host}。`,
      reverse_other: (ip, name) =>
        `${ip} 的反向域名是 ${name}，但 ${name} 不指向它。请给 ${name} 加一条指向 ${ip} 的 A 记录（IPv6 用 AAAA），或者换一个反向域名。`,
      reverse_inside: (host) => `${host} 在您的内网，看不出邮件从哪个公网地址发出。那个地址要有反向域名。`,
      limit_set: (provider, aDay) => `群发每天不超过 ${aDay} 封（${named(provider)}）。`,
      limit_unset: (provider, aDay) =>
        `${named(provider)}的普通账号每天大约能发 ${aDay} 封，超了会被封；群发现在没有设上限。`,
      limit_above: (provider, aDay, set) =>
        `您设了每天 ${set} 封；${named(provider)}的普通账号每天大约只能发 ${aDay} 封。您的账号额度更高吗？`,
      limit_own: (aDay) =>
        aDay === '0' ? '是您自己的服务器，群发没有设上限。新地址会自动慢慢加量。' : `群发每天不超过 ${aDay} 封。`,
      unsubscribe_right: () => '外网打得开。',
      unsubscribe_insecure: () => 'PUBLIC_URL 不是 https 网址，客户和邮箱服务商都打不开。设好之前不能群发。',
      unsubscribe_inside: () => 'PUBLIC_URL 指向您的内网，客户打不开。请设为公网网址。',
      unsubscribe_silent: (fault) => `外网打不开：${WHY[fault] ?? fault}内网穿透或前面的网页服务器开着吗？证书有效吗？`,
      unsubscribe_other: (status) => `PUBLIC_URL 那里回应的不是本程序（HTTP ${status}）。以 /u/ 开头的路径要转到这里。`,
    },
  },
};
