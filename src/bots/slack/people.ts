import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackWeb } from './api.ts';

export interface Person {
  name: string;
  /** e.g. 'zh-CN' */
  language?: string;
}

const REMEMBERED_MS = 24 * 3_600_000;
const MOST = 5_000;
/** Slack waits three seconds for its acknowledgement, and a name is worth only part of that. */
const PATIENCE_MS = 1_000;

/**
 * Looks names up (users.info) and remembers them for a day. Undefined if Slack does not answer in time: then the id has
 * to do.
 */
export function slackPeople(web: SlackWeb, now: () => number = Date.now): (id: string) => Promise<Person | undefined> {
  const known = new Map<string, { person: Promise<Person | undefined>; until: number }>();

  async function look(id: string): Promise<Person> {
    const { user } = await web.users.info({ user: id, include_locale: true });
    const name = user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name || '';
    return { name, ...(user?.locale && { language: user.locale }) };
  }

  /** Two messages that arrive together wait for the same answer, so they continue in order. */
  function remember(id: string): Promise<Person | undefined> {
    const person = look(id).catch(() => {
      known.delete(id);
      return undefined;
    });
    if (known.size >= MOST) known.clear();
    known.set(id, { person, until: now() + REMEMBERED_MS });
    return person;
  }

  return async (id) => {
    if (id === '') return undefined;
    const found = known.get(id);
    const looking = found && found.until > now() ? found.person : remember(id);
    return Promise.race([looking, sleep(PATIENCE_MS, undefined, { ref: false })]);
  };
}
