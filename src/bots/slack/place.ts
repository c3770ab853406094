/**
 * A message is identified by its ts within a channel; an answer in a thread by `<ts of the thread>/<ts>`, since only
 * the first message of a thread may be answered.
 */
export function messageId(ts: string, threadTs: string | null | undefined): string {
  return threadTs && threadTs !== ts ? `${threadTs}/${ts}` : ts;
}

/** The ts of the message itself. */
export function tsIn(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The thread that such an id belongs to; undefined if none. */
export function threadIn(id: string): string | undefined {
  const slash = id.indexOf('/');
  return slash < 0 ? undefined : id.slice(0, slash);
}

/**
 * A chat with one person is named by that person, because it can be opened with them at any time; a channel is named by
 * its own id.
 */
export function chatOf(channel: string | undefined, user: string): string {
  return channel === undefined || channel.startsWith('D') ? user : channel;
}

/** What we need to answer a press. Slack has no toast: the answer is a message that only the person sees. */
export interface Press {
  channel: string;
  user: string;
  /** '' outside of threads. */
  thread: string;
}

/** The last part makes each press different. */
export function pressId({ channel, user, thread }: Press, unique: string): string {
  return [channel, user, thread, unique].join('/');
}

export function readPress(id: string): Press {
  const [channel = '', user = '', thread = ''] = id.split('/');
  return { channel, user, thread };
}
