/** One of several of a kind: 'mailbox:you@example.com' is called as the kind is, with which one behind it. */
export function several(channels: Readonly<Record<string, string>>, name: string): string {
  const kind = codeOf(name);
  const which = name.slice(kind.length + 1);
  return which && channels[kind] ? `${channels[kind]} ${which}` : name;
}

/** What stands before the first colon. */
export function codeOf(text: string): string {
  return text.split(':', 1)[0]!;
}

/** What a channel may be called in a filter beside its own name, in lower case. */
export const channelWords = {
  telegram: ['电报'],
  slack: [],
  email: ['mail', '邮件', '邮箱'],
  phone: ['电话', '手机'],
};
