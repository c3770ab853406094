import type { HookFault, Outcome } from '../../outbox/message.ts';
import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import { type Button, failed, type Reply } from '../reply.ts';
import { shortUrl } from './url.ts';

type Named = { id: string; url: string };

const button = (t: Texts, act: 'test' | 'off' | 'on' | 'remove', id: string): Button => ({
  label: t.hook.button[act],
  command: `/hook ${act} h${id}`,
});

/** Why it was not taken. */
export const faultWords = (t: Texts, fault: HookFault): string =>
  fault.why === 'status' ? t.hook.status(fault.status) : (own(t.hook.why, fault.why) ?? fault.why);

export const failingCard = (t: Texts, { id, url }: Named, fault: HookFault): Reply => ({
  title: t.hook.failing(shortUrl(url)),
  text: `${faultWords(t, fault)}\n${t.hook.failingNext}`,
  buttons: [[button(t, 'test', id), button(t, 'off', id)]],
});

export const switchedOffCard = (t: Texts, { id, url }: Named, fault: HookFault): Reply => ({
  title: t.hook.switchedOff(shortUrl(url)),
  text: `${faultWords(t, fault)}\n${t.hook.switchedOffNext}`,
  buttons: [[button(t, 'test', id), button(t, 'on', id), button(t, 'remove', id)]],
});

/** What came back of a try. */
export function triedCard(t: Texts, { id, url }: Named, outcome: Outcome): Reply {
  const again = { buttons: [[button(t, 'test', id)]] };
  if (outcome.result === 'sent') {
    const { status = 200, ms = 0 } = outcome.answered ?? {};
    return { text: t.hook.taken(shortUrl(url), status, ms) };
  }
  const fault = 'fault' in outcome ? outcome.fault : undefined;
  return failed(`${t.hook.notTaken(shortUrl(url))}\n${faultWords(t, fault ?? { why: 'cut' })}`, again);
}
