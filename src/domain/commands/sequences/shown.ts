import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { lackingList } from '../../campaigns/sequences/lacking.ts';
import {
  type SequenceProgress,
  sequenceProgress,
  type Upcoming,
  upcoming,
} from '../../campaigns/sequences/progress.ts';
import { type Sequence, type SequenceStep, sequenceName } from '../../campaigns/sequences/sequence.ts';
import { turn } from '../../campaigns/turn.ts';
import { REMOTE } from '../../channel.ts';
import type { Button, Field, Item, List, Reply } from '../../reply.ts';
import { forewarned } from '../campaigns/check.ts';
import type { CommandContext } from '../command.ts';
import { shown } from '../words/moment.ts';
import { missingIn, ownButtons, ownFields } from './own_shown.ts';

/** How many of those who are next are shown. */
const NEXT = 3;
const TEXT_GRAPHEMES = 160;

/** What it says when, who is where, and who is next. */
export async function sequenceReply(ctx: CommandContext, one: Sequence): Promise<Reply> {
  const { t } = ctx;
  const progress = await sequenceProgress(ctx, one);
  const next = await upcoming(ctx, one, NEXT);
  const mail = await forewarned(ctx, one.channel);
  return {
    title: t.sequence.title(sequenceName(t, one), t.sequence.state(one.isOn)),
    text: [t.sequence.about[one.recipe], ...warnings(ctx, one), ...mail.text].join('\n'),
    fields: [...(await ownFields(ctx, one)), ...fieldsOf(t, one, progress)],
    lists: listsOf(ctx, one, progress, next),
    buttons: [...buttonsOf(ctx, one, progress), ...(await ownButtons(ctx, one)), ...mail.buttons, [toList(ctx)]],
  };
}

function warnings({ t, channels }: CommandContext, one: Sequence): string[] {
  const { isOn, reason, channel } = one;
  const whyOff = { ...t.campaign.paused, unclear: t.sequence.unclear };
  const why = reason && reason !== 'asked' ? whyOff[reason] : t.sequence.notYet;
  const missing = missingIn(t, one);
  return [
    ...(isOn ? [] : [why]),
    ...(missing.length > 0 ? [t.sequence.missing(missing.join(' · '))] : []),
    ...(channels.some((way) => way.name === channel && way.on) ? [] : [t.campaign.noWay(t.channel(channel))]),
  ];
}

function fieldsOf(t: Texts, { channel }: Sequence, progress: SequenceProgress): Field[] {
  const { labels } = t.sequence;
  const counted = (label: string, count: number): Field[] => (count > 0 ? [{ label, value: String(count) }] : []);
  return [
    { label: labels.channel, value: t.channel(channel) },
    ...counted(labels.entered, progress.entered),
    ...counted(labels.sent, progress.sent),
    ...counted(labels.replied, progress.replied),
    ...counted(labels.bought, progress.bought),
    ...counted(labels.unknown, progress.unknown),
  ];
}

function listsOf(ctx: CommandContext, one: Sequence, progress: SequenceProgress, next: readonly Upcoming[]): List[] {
  const { sequence } = ctx.t;
  const { labels } = sequence;
  const ended = progress.ended.map(({ why, count }) => ({
    text: sequence.endedLine(count, sequence.ended[why as keyof Texts['sequence']['ended']]),
  }));
  return [
    { title: labels.steps, items: one.steps.map((_, nth) => stepItem(ctx, one, nth, progress)) },
    {
      title: labels.next,
      items:
        next.length === 0
          ? [{ text: sequence.nobodyNext }]
          : next.map(({ contactId, name, at }) => ({
              text: sequence.nextLine(name || sequence.someone, shown(ctx, at < ctx.now ? ctx.now : at)),
              ref: `c${contactId}`,
              contactId,
            })),
    },
    ...(ended.length > 0 ? [{ title: labels.ended, items: ended }] : []),
    ...lackingList(ctx.t, progress.lacking),
  ];
}

function stepItem({ t, locale }: CommandContext, one: Sequence, nth: number, progress: SequenceProgress): Item {
  const step = one.steps[nth]!;
  const [waiting, sent] = [progress.waiting[nth]!, progress.sentOf[nth]!];
  const { of, fallback } = step.variants;
  const words = of[locale] ?? of[fallback] ?? Object.values(of)[0]!;
  const body = truncate(words.body.replace(/\s+/g, ' '), TEXT_GRAPHEMES);
  return {
    text: t.sequence.step(nth + 1, whenOf(t, one, step, nth), words.subject),
    detail: [
      body,
      ...(waiting > 0 ? [t.sequence.waiting(waiting)] : []),
      ...(sent > 0 ? [t.sequence.sentOf(sent)] : []),
    ].join('\n'),
    buttons: stepButtons(t, one, nth),
  };
}

function stepButtons(t: Texts, { id, recipe, steps }: Sequence, nth: number): Button[] {
  const { button } = t.sequence;
  const asked = (label: string, command: string): Button => ({ label, command, asks: true });
  return [
    asked(button.text(nth + 1), `/sequence ${id} text ${nth + 1}`),
    ...(recipe === 'winback' && nth === 0 ? [] : [asked(button.time(nth + 1), `/sequence ${id} after ${nth + 1}`)]),
    ...(steps.length > 1 ? [turn(button.drop(nth + 1), `/sequence ${id} drop ${nth + 1}`)] : []),
  ];
}

function whenOf({ sequence: t, ...rest }: Texts, { recipe }: Sequence, { after }: SequenceStep, nth: number): string {
  const length = lengthOf({ sequence: t, ...rest }, Math.abs(after));
  if (nth > 0) return t.afterStep(length);
  if (after === 0 && recipe === 'birthday') return t.onDay;
  if (after === 0 && recipe === 'winback') return t.atOnce;
  if (after === 0 && recipe === 'own') return t.begun;
  return after < 0 ? t.before(length) : t.afterOccasion[recipe](length);
}

const toList = ({ t }: CommandContext): Button => ({ label: t.sequence.list, command: '/sequence' });

/** In the largest unit that it is a whole number of. */
export function lengthOf({ sequence }: Pick<Texts, 'sequence'>, minutes: number): string {
  if (minutes % (24 * 60) === 0) return sequence.days(minutes / (24 * 60));
  return minutes % 60 === 0 ? sequence.hours(minutes / 60) : sequence.minutes(minutes);
}

function buttonsOf({ t, channels }: CommandContext, one: Sequence, progress: SequenceProgress): Button[][] {
  const { button } = t.sequence;
  const { id, recipe, isOn, channel } = one;
  const others = REMOTE.filter((name) => name !== channel && channels.some((way) => way.name === name && way.on));
  const first = one.steps[0]?.after;
  const mayBegin = isOn || missingIn(t, one).length === 0;
  const add: Button = { label: button.add, command: `/sequence ${id} add`, asks: true };
  const rows: Button[][] = [
    mayBegin ? [isOn ? turn(button.off, `/sequence ${id} off`) : turn(button.on, `/sequence ${id} on`, 'primary')] : [],
    [
      add,
      ...(one.steps.length > 0
        ? [
            turn(button.preview, `/sequence ${id} preview`),
            { label: t.campaign.button.test, command: `/sequence ${id} test` },
          ]
        : []),
      ...(recipe === 'birthday'
        ? [
            first === 0
              ? turn(button.dayBefore, `/sequence ${id} after 1 1d before`)
              : turn(button.onDay, `/sequence ${id} after 1 0d`),
          ]
        : []),
    ],
    others.map((name) => turn(button.channel(t.channel(name)), `/sequence ${id} by ${name}`)),
    progress.doubtful
      ? [{ label: button.doubts(progress.unknown), command: `/campaign ${progress.doubtful} doubts` }]
      : [],
  ];
  return rows.filter((row) => row.length > 0);
}
