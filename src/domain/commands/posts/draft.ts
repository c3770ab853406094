import { placeholdersIn } from '../../../text/person/placeholder.ts';
import { fitPost } from '../../../text/post/fit.ts';
import { NETWORKS } from '../../../text/post/networks.ts';
import { linksIn } from '../../../text/post/plain.ts';
import { truncate } from '../../../text/truncate.ts';
import { botAddress, linkLike } from '../../posts/links.ts';
import { listOutlets, outletName } from '../../posts/outlet.ts';
import { inOrder, type Post } from '../../posts/post.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { exactly, momentOf, shown } from '../words/moment.ts';
import { timeAtEnd } from './time_at_end.ts';

/** A caption holds so many characters (Telegram, sendPhoto): a longer text leaves in a message of its own. */
const CAPTION = 1024;
const LEFT_GRAPHEMES = 80;

const turn = (label: string, command: string, style?: Button['style']): Button => ({
  ...{ label, command, turns: true },
  ...(style && { style }),
});

/** A post that has not left: how it is, where it would go, and what of it would not fit there. */
export async function draftReply(ctx: CommandContext, post: Post): Promise<Reply> {
  const { t } = ctx;
  const outlets = (await listOutlets(ctx.tx)).filter(({ state }) => state === 'on');
  const hasLink = linksIn(post.words).length > 0;
  const bot = hasLink ? undefined : await botAddress(ctx.tx);
  const end = post.scheduledAt ? undefined : timeAtEnd(post.words, momentOf(ctx));
  const proposed = post.scheduledAt && post.scheduledAt > ctx.now ? post.scheduledAt : undefined;
  const notes = [
    ...(end ? [t.post.timed(shown(ctx, end.at))] : []),
    ...placeholdersIn(post.words)
      .slice(0, 1)
      .map(({ typed }) => t.post.placeholder(typed)),
    ...(outlets.length === 0 ? [t.post.nowhere] : []),
    ...(hasLink ? [] : [t.post.noLink]),
  ];
  return {
    title: t.post.title(post.id, t.post.state.draft),
    quote: post.words,
    fields: [
      ...(outlets.length > 0
        ? [
            {
              label: t.post.labels.goesTo,
              value: outlets.map((one) => `${t.channel(one.channel)} ${outletName(one)}`).join(' · '),
            },
          ]
        : []),
      ...pictureField(ctx, post),
      ...inOrder(post.networks).map((network) => fitField(ctx, post, network)),
    ],
    ...(notes.length > 0 && { hint: notes.join('\n') }),
    buttons: [
      ...(proposed
        ? [
            [
              turn(
                t.post.button.scheduleAt(shown(ctx, proposed)),
                `/post ${post.id} at ${exactly(ctx, proposed)}`,
                'primary',
              ),
            ],
          ]
        : []),
      ...(end
        ? [[turn(t.post.button.scheduleAt(shown(ctx, end.at)), `/post ${post.id} timed ${exactly(ctx, end.at)}`)]]
        : []),
      [
        turn(t.post.button.now, `/post ${post.id} go`, 'primary'),
        {
          label: proposed || end ? t.post.button.time : t.post.button.schedule,
          command: `/post ${post.id} at`,
          asks: true,
        },
      ],
      [
        { label: t.post.button.edit, command: `/post ${post.id} edit`, asks: true },
        turn(t.post.button.drop, `/post ${post.id} drop`, 'danger'),
      ],
      ...(bot ? [[turn(t.post.button.addBot, `/post ${post.id} bot`)]] : []),
      NETWORKS.map((network) => networkButton(ctx, post, network)),
    ],
  };
}

function pictureField({ t }: CommandContext, { picture, words }: Post): Field[] {
  if (!picture) return [];
  return [{ label: t.post.labels.picture, value: words.length > CAPTION ? t.post.apart : t.post.withPicture }];
}

function fitField(ctx: CommandContext, post: Post, network: Post['networks'][number]): Field {
  const { t } = ctx;
  const { weight, longest, left } = fitPost(post.words, network, linkLike(ctx));
  const value = left
    ? t.post.tooLong(truncate(left.replace(/\s+/gu, ' '), LEFT_GRAPHEMES))
    : t.post.fits(weight, longest);
  return { label: t.post.network[network], value };
}

function networkButton({ t }: CommandContext, { id, networks }: Post, network: Post['networks'][number]): Button {
  const name = t.post.network[network];
  return networks.includes(network)
    ? turn(t.post.button.withoutNetwork(name), `/post ${id} without ${network}`)
    : turn(t.post.button.withNetwork(name), `/post ${id} with ${network}`);
}
