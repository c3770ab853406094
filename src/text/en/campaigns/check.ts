import { campaigns } from '../campaigns.ts';
import { hooks } from '../hooks.ts';
import { plural } from '../plural.ts';

const PAGES: Readonly<Record<string, string>> = {
  gmail: 'Google Admin console, Apps, Google Workspace, Gmail, Authenticate email',
  outlook: 'Microsoft Defender portal, Email authentication settings, DKIM',
  qq: 'Tencent Exmail admin, domain settings',
  '163': 'NetEase enterprise mail admin, domain settings',
  aliyun: 'Alibaba Cloud console, Direct Mail, Email Domains',
  ses: 'Amazon SES console, Verified identities, Authentication',
};

const NAMES: Readonly<Record<string, string>> = campaigns.campaign.limits.providers;
const WHY: Readonly<Record<string, string>> = hooks.hook.why;
const named = (provider: string): string => NAMES[provider] ?? provider;
const page = (provider: string): string => PAGES[provider] ?? '';

/** Whether mail to many can arrive, and what to paste where. */
export const check = {
  mailCheck: {
    looking: (address: string): string =>
      `I look whether mail from ${address} can arrive: its DNS records, the mail server, the unsubscribe page. The answer comes in a moment.`,
    makingKey: 'I make a key to sign your mail with. In a moment you get the records to paste.',
    noMail: 'Mail is not set up to send, so there is nothing to look at. /setup says how.',
    first:
      'Before you write to many I look whether your mail can arrive. The answer comes in a moment, with the button to go on.',
    warns: (what: string): string => `Your mail may end up as spam or be refused. Not right yet: ${what}.`,
    sure: 'Send all the same?',
    anyway: 'Send all the same',
    turnOn: 'Put it on',
    noLink:
      'These mails would have no unsubscribe link that works, so they are not sent: mailbox providers refuse them, and the law asks for one. Set PUBLIC_URL to an https address that your customers can reach, then look again.',
    fix: 'What to do about it',
    comma: ', ',
    allRight: (address: string): string => `✉️ Mail from ${address}: nothing is missing`,
    someMissing: (address: string, count: number): string =>
      `✉️ Mail from ${address}: ${plural(count, 'thing')} to put right`,
    worse: (address: string): string => `✉️ Mail from ${address} may not arrive any more`,
    groups: { missing: 'To put right', unsure: 'Cannot be known from here', right: 'Right' },
    parts: {
      spf: 'SPF: who may send',
      dkim: 'DKIM: signature',
      dmarc: 'DMARC: what applies to forgeries',
      reverse: 'Reverse name of the server',
      limit: 'Daily limit',
      unsubscribe: 'Unsubscribe page',
    },
    record: (type: string, name: string, value: string): string => `Type: ${type}\nName: ${name}\nValue: ${value}`,
    pasteHint:
      'Paste records where your domain is managed (Cloudflare, GoDaddy, Alibaba Cloud DNS, DNSPod). Some of them add the domain to the name by themselves: then leave it out there. It takes minutes to hours until others see it.',
    again: 'Check again',
    makeKey: 'Sign the mails here',
    setPace: 'Keep to this limit',
    found: {
      silent: (domain: string): string => `The DNS of ${domain} did not answer. I look again in an hour.`,
      providers: (name: string): string => `${name} takes care of it itself.`,
      foreign: (domain: string, host: string): string =>
        `An address at ${domain} may only send through its own provider, not through ${host}: others refuse it. Send from an address of a domain of your own, or through the provider’s server.`,
      spf_right: (domain: string): string => `The record of ${domain} names your mail server.`,
      spf_none: (domain: string): string =>
        `${domain} has no SPF record, so anybody or nobody may send for it. Add this:`,
      spf_lacks: (host: string): string => `The record does not name ${host}. Replace it by this:`,
      spf_two: (domain: string): string => `${domain} has two SPF records, so neither counts. Make one of them.`,
      spf_broken: (domain: string): string =>
        `The SPF record of ${domain} cannot be evaluated: it has a mistake or asks for more than ten further records. Shorten it.`,
      spf_unsure: (host: string): string =>
        `The record does not name the address of ${host}. If mail leaves from there, replace it by this; if it hands on through another server, name that one.`,
      dkim_right: (selector: string, domain: string): string =>
        `There is a key for ${domain} under ${selector}, with which your provider signs.`,
      dkim_ours: (domain: string): string => `Your campaigns are signed here, and the key for ${domain} is in the DNS.`,
      dkim_paste: (domain: string): string =>
        `The key to sign with is made and not in the DNS of ${domain} yet. Add this, then look again; until then nothing is signed with it:`,
      dkim_none: (provider: string, domain: string): string =>
        `${named(provider)} does not sign for ${domain} yet. Turn it on: ${page(provider)}. Or let the mails be signed here.`,
      dkim_unsure: (provider: string, domain: string): string =>
        `${named(provider)} signs for ${domain} if it is turned on there: ${page(provider)}. If it is not, let the mails be signed here.`,
      dkim_own_relay: (host: string): string =>
        `I cannot see whether ${host} signs. If it does not, let the mails be signed here.`,
      dmarc_right: (policy: string): string => `There is a record (p=${policy}).`,
      dmarc_none: (domain: string): string =>
        `${domain} has none; Gmail, Yahoo and Outlook want one of whoever sends much. Add this; it changes nothing about your mail:`,
      dmarc_two: (domain: string): string => `${domain} has two DMARC records, so neither counts. Delete one.`,
      reverse_right: (ip: string, name: string): string => `${ip} is called ${name}, and that leads back.`,
      reverse_none: (ip: string, host: string): string =>
        `${ip} has no name; many servers refuse that. Set its reverse DNS (PTR) to ${host} at whoever runs the server, in its control panel.`,
      reverse_other: (ip: string, name: string): string =>
        `${ip} is called ${name}, but that name does not lead back to it. Give ${name} an A record (AAAA for IPv6) with ${ip}, or choose another reverse name.`,
      reverse_inside: (host: string): string =>
        `${host} is inside your network, so I cannot see from which address mail leaves it. That one needs a reverse name.`,
      limit_set: (provider: string, aDay: string): string => `Campaigns keep to ${aDay} a day (${named(provider)}).`,
      limit_unset: (provider: string, aDay: string): string =>
        `${named(provider)} lets an ordinary account send about ${aDay} a day and shuts it for more; campaigns have no limit yet.`,
      limit_above: (provider: string, aDay: string, set: string): string =>
        `You have set ${set} a day; an ordinary account of ${named(provider)} may send about ${aDay}. Is yours a larger one?`,
      limit_own: (aDay: string): string =>
        aDay === '0'
          ? 'It is your own server, and campaigns have no limit. A new address begins slowly by itself.'
          : `Campaigns keep to ${aDay} a day.`,
      unsubscribe_right: (): string => 'It answers at its public address.',
      unsubscribe_insecure: (): string =>
        'PUBLIC_URL is not an https address, so customers and mailbox providers cannot use it. Nothing is sent to many before that is set.',
      unsubscribe_inside: (): string =>
        'PUBLIC_URL leads inside your network, so customers cannot reach it. Set it to an address of the public internet.',
      unsubscribe_silent: (fault: string): string =>
        `${WHY[fault] ?? fault} Does the tunnel or the web server in front run, and is its certificate valid?`,
      unsubscribe_other: (status: string): string =>
        `Something else answers at PUBLIC_URL (HTTP ${status}). Paths that begin with /u/ have to lead here.`,
    },
  },
};
