/**
 * Messages are known by their ts within a channel; an answer in a thread as `<ts of the thread>/<ts>`, since only the first
 * message of a thread may be answered.
 */
export function messageId(ts: string, threadTs: string | null | undefined): string {
  return threadTs && threadTs !== ts ? `${threadTs}/${ts}` : ts;
}

/** The ts of the message itself. */
export function tsIn(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The thread that such an id is in, if it is in one. */
export function threadIn(id: string): string | undefined {
  const slash = id.indexOf('/');
  return slash < 0 ? undefined : id.slice(0, slash);
}

/** A chat with one person is named by that person, because it can be opened with them at any time; a channel by its own id. */
export function chatOf(channel: string | undefined, user: string): string {
  return channel === undefined || channel.startsWith('D') ? user : channel;
}

/** What is needed to show somebody a word about their press. Slack has no toast: it is a message only they see. */
export interface Press {
  channel: string;
  user: string;
  /** '' outside threads. */
  thread: string;
}

/** The last part makes each press a different one. */
export function pressId({ channel, user, thread }: Press, unique: string): string {
  return [channel, user, thread, unique].join('/');
}

export function readPress(id: string): Press {
  const [channel = '', user = '', thread = ''] = id.split('/');
  return { channel, user, thread };
}
