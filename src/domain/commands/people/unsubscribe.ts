import { nameOf } from '../../people/name.ts';
import { endStopQuestion } from '../../people/preferences/stop_question.ts';
import { unsubscribe as stopTo } from '../../people/suppression.ts';
import { failed } from '../../reply.ts';
import { type Command, Incomplete } from '../command.ts';
import { decideAll, readAsked } from '../talk/asked_to_stop.ts';
import { unreadReply } from '../talk/unread.ts';
import { pickNamedFirst } from '../who/pick.ts';
import { placesOf } from './consent.ts';

/** '/unsubscribe 张三', or of one address '/unsubscribe 张三 li@example.com': nothing unasked goes to them any more, by a user's word, who may take it back; answers go on. */
export const unsubscribe: Command<{ who: string }> = {
  name: 'unsubscribe',
  role: 'helper',
  careful: true,
  changes: true,
  settles: 'consent',
  parse: (who, { replying }) => (who || replying ? { who } : new Incomplete('name')),
  async run(ctx, { who }) {
    const asked = readAsked(who);
    if (asked && !asked.keep) return decideAll(ctx, { decision: 'stop', count: asked.count });
    const picked = await pickNamedFirst(ctx, who, (ref, rest) => `/unsubscribe ${ref} ${rest}`.trim());
    if ('ask' in picked) return picked.ask;
    const { contact, rest } = picked;
    const { tx, now, t } = ctx;
    const name = nameOf(contact);
    const all = await placesOf(ctx, contact.id);
    if (all.length === 0) {
      // a no is kept for an address: without one the words at least stay with the person
      const keep = { label: t.consent.keepNo, command: `/note c${contact.id} ${t.consent.noInWords}` };
      return failed(t.consent.nowhere(name), { buttons: [[keep]] });
    }
    const places = all.filter(({ address }) => rest === '' || address === rest.toLowerCase());
    if (places.length === 0) return unreadReply(t, rest, `/unsubscribe c${contact.id}`);
    let isNew = false;
    for (const { channel, address } of places) {
      const said = await stopTo(tx, { channel, address, saidBy: 'user', source: 'command', now });
      isNew ||= said.isNew;
    }
    await endStopQuestion(tx, contact.id);
    const show = { label: t.consent.button.show, command: `/consent c${contact.id}` };
    return { text: isNew ? t.consent.stoppedByYou(name) : t.consent.alreadyStopped(name), buttons: [[show]] };
  },
};
