/** One of several of a kind: 'mailbox:you@example.com' is called what its kind is called, followed by which one it is. */
export function several(channels: Readonly<Record<string, string>>, name: string): string {
  const kind = codeOf(name);
  const which = name.slice(kind.length + 1);
  return which && channels[kind] ? `${channels[kind]} ${which}` : name;
}

/** What stands before the first colon. */
export function codeOf(text: string): string {
  return text.split(':', 1)[0]!;
}
