import type { ChannelKit } from '../../../channel/channel.ts';
import { lease } from '../../../db/lease.ts';
import { nameChannel } from '../../../domain/desk/channel_state.ts';
import { faultOf } from '../../../lib/log.ts';
import { startLoop, unless } from '../../../lib/loop.ts';
import type { Outcome } from '../../../outbox/message.ts';
import { outcomeOfFault } from '../fault.ts';
import { INCOMING, type SmsProvider, type Text } from '../provider.ts';
import type { TwilioConfig } from '../settings.ts';
import { openTwilio, type TwilioApi, TwilioRefusal } from './api.ts';
import { missedMessages } from './catch_up.ts';
import { findSent } from './find_sent.ts';
import { fetchFromTwilio } from './media.ts';
import { outcomeOf } from './outcome.ts';
import { MESSAGES_PATH, reportUrl, twilioHooks } from './receive.ts';

/** Twilio posts a text once: what came while we were away is looked for this often. */
const LOOK_MS = 10 * 60_000;
/** A token that was changed, or a number that posts elsewhere, shows within the hour. */
const CHECK_MS = 3_600_000;
const AGAIN_MS = 60_000;
const PATIENCE_MS = 60_000;

/** Texts by Twilio's API. */
export function twilio(kit: ChannelKit, config: TwilioConfig, publicUrl: string): SmsProvider {
  const api = openTwilio(config);
  return {
    submit: (text, signal) => submit(api, config.from, publicUrl, text, signal),
    lookUp: (doubt, signal) => findSent(api, doubt, signal),
    hooks: twilioHooks({ config, publicUrl, store: (event) => kit.receiver.receive(event) }),
    fetchFile: fetchFromTwilio(api, config),
    start: () => keepRunning(kit, api, config, publicUrl),
  };
}

/** Hands one text over. */
export async function submit(
  api: TwilioApi,
  from: string,
  publicUrl: string,
  { to, body, key }: Text,
  signal: AbortSignal,
): Promise<Outcome> {
  const form = new URLSearchParams({
    To: to,
    ...(from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }),
    Body: body,
    StatusCallback: reportUrl(publicUrl, key),
  });
  try {
    return { result: 'sent', externalId: await api.create(form, signal) };
  } catch (error) {
    return error instanceof TwilioRefusal ? outcomeOf(error.refusal) : outcomeOfFault(error, 'Twilio');
  }
}

function keepRunning(kit: ChannelKit, api: TwilioApi, config: TwilioConfig, publicUrl: string) {
  const mine = lease(kit.db, `sms:${config.accountSid}`, kit.holder);
  const onError = (what: string) => (error: unknown) => kit.log.warn(faultOf(error), what);
  const looking = startLoop(
    unless(kit.resting, async () => {
      if (!(await mine.hold())) return AGAIN_MS;
      const missed = await missedMessages(api, config.from, new Date(), AbortSignal.timeout(PATIENCE_MS));
      if (missed.length > 0) await kit.receiver.receiveAll(missed);
      return LOOK_MS;
    }),
    onError('twilio list of messages'),
    AGAIN_MS,
  );
  const checking = startLoop(
    unless(kit.resting, async () => {
      await checkAccount(kit, api, config, publicUrl);
      return CHECK_MS;
    }),
    onError('twilio account'),
    AGAIN_MS,
  );
  return {
    async stop() {
      await Promise.all([looking.stop(), checking.stop()]);
      await mine.release();
    },
  };
}

/** Says in /status what is wrong with the account, and where our number posts customers' texts, if not to us. */
async function checkAccount(kit: ChannelKit, api: TwilioApi, { from }: TwilioConfig, publicUrl: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    await api.check(signal);
  } catch (error) {
    const outcome = error instanceof TwilioRefusal ? outcomeOf(error.refusal) : undefined;
    if (outcome?.result === 'retry' && outcome.channelDown) kit.noteChannel('sms', false, outcome.error);
    throw error;
  }
  await kit.act((ctx) => nameChannel(ctx, 'sms', from));
  // a service, a name or a short code says elsewhere where it posts
  if (!from.startsWith('+')) return;
  const ours = `${publicUrl}${MESSAGES_PATH}`;
  const there = await api.postsTo(from, signal);
  if (there === undefined) kit.noteChannel('sms', false, `sms_from:${from}`);
  else kit.noteChannel(INCOMING, there === ours, there === ours ? '' : `sms_url:${ours}`);
}
