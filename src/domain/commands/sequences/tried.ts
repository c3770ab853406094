import { leaveAsTest } from '../../campaigns/asking/test_chat.ts';
import { stepsRead } from '../../campaigns/sequences/read_by.ts';
import { type Sequence, sequenceName } from '../../campaigns/sequences/sequence.ts';
import { turn } from '../../campaigns/turn.ts';
import { hasLetters } from '../../channel.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { partsForMany } from '../../talk/phone/short_text.ts';
import { ownPlace, testGoes } from '../campaigns/own_place.ts';
import type { CommandContext, Incomplete } from '../command.ts';

/** What its steps say to the next of its people, whole; nothing is sent. */
export async function preview(ctx: CommandContext, one: Sequence): Promise<Reply> {
  const { t } = ctx;
  if (one.steps.length === 0) return failed(t.sequence.missing(t.sequence.lack.steps));
  const { name, steps } = await stepsRead(ctx, one);
  const letters = hasLetters(one.channel);
  return {
    title: t.testing.steps(sequenceName(t, one)),
    text: name === undefined ? t.testing.madeUp : t.testing.asReads(name || t.sequence.someone),
    lists: [
      {
        items: steps.map((read, nth) =>
          'missing' in read
            ? { text: `${nth + 1}. ${t.campaign.lacks(read.missing)}` }
            : letters
              ? { text: `${nth + 1}. ${read.subject}`, detail: read.text }
              : { text: `${nth + 1}.`, detail: read.text },
        ),
      },
    ],
    buttons: [[testButton(ctx, one), turn(t.campaign.button.back, `/sequence ${one.id}`)]],
  };
}

const testButton = ({ t }: CommandContext, { id }: Sequence): Button => ({
  label: t.campaign.button.test,
  command: `/sequence ${id} test`,
});

/** All of its steps at once, to whoever has it, by the way that it leaves by. */
export async function test(ctx: CommandContext, one: Sequence, words: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  const { id, channel, steps: all } = one;
  if (all.length === 0) return failed(t.sequence.missing(t.sequence.lack.steps));
  const found = await ownPlace(ctx, { channel, words, line: `/sequence ${id} test` });
  if (!found) return preview(ctx, one);
  if ('ask' in found) return found.ask;
  const { place } = found;
  const { steps } = await stepsRead(ctx, one);
  const lacking = steps.find((read) => 'missing' in read);
  if (lacking && 'missing' in lacking) return failed(t.campaign.lacks(lacking.missing));
  const said = steps.flatMap((read) => ('text' in read ? [read] : []));
  for (const [nth, { subject, text }] of said.entries()) {
    const mark = t.testing.mark(said.length > 1 ? String(nth + 1) : '');
    const words = hasLetters(channel) ? { subject: `${mark} ${subject}`, text } : { text: `${mark}\n${text}` };
    await leaveAsTest(ctx, { channel, place }, { of: `sequence:${id}:${nth}`, ...words });
  }
  const parts = partsForMany(ctx, channel, { people: said.length, read: said.map(({ text }) => text) }, ctx.locale);
  return { text: testGoes(ctx, channel, place, parts && t.campaign.texts(parts.count, parts.most, parts.cost ?? '')) };
}
