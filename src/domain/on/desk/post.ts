import { type Texts, texts } from '../../../text/texts.ts';
import { typedWords } from '../../../text/typed.ts';
import { carried, hasBytes } from '../../attachment.ts';
import { commandOf } from '../../commands/called.ts';
import { lineLabel } from '../../commands/line_button.ts';
import { runCommand } from '../../commands/run.ts';
import { similarTo } from '../../commands/similar.ts';
import { hasSlash } from '../../commands/slash.ts';
import { commands } from '../../commands/table.ts';
import { splitFirst } from '../../commands/words/words.ts';
import { type Context, localeOf } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import { mayAct, type User } from '../../owner/user.ts';
import { failed, type Reply } from '../../reply.ts';
import { keepContractFile } from '../../sell/contract/files.ts';
import { placeOf } from './answer_card.ts';

/** A photo goes with a post, is the logo of the business, or a file is a contract. */
/** Contract Anna until …: said of a file it is one, also without a slash. */
const CONTRACT = typedWords((typed) => typed.contractFiles);
const TAKE_PICTURES: readonly string[] = ['post', 'business', 'contract'];

/** A photo whose caption is a command that takes one: the words run as any line does, with the file beside them. */
export async function onCaption(ctx: Context, user: User, event: MessageReceived): Promise<Reply | undefined> {
  if (event.attachments.length === 0 || event.forwardedFrom) return undefined;
  const words = event.text.trim();
  const line = CONTRACT.has(splitFirst(words)[0].toLowerCase()) ? `/contract ${splitFirst(words)[1]}` : words;
  if (!commandOf(line)) return withSlip(ctx, user, event, line);
  if (!TAKE_PICTURES.includes(commandOf(line)?.name ?? '')) return undefined;
  return runCommand({ ...ctx, files: event.attachments }, user, line, placeOf(event), undefined);
}

/** '/contrct Anna …' below a file: it waits until its sender has said whether a contract was meant. */
async function withSlip(ctx: Context, user: User, event: MessageReceived, line: string): Promise<Reply | undefined> {
  const [word, rest] = splitFirst(line);
  const files = event.attachments.filter(hasBytes);
  if (!hasSlash(word) || files.length === 0 || !mayAct(user, 'helper')) return undefined;
  if (!similarTo(word, commands).some(({ name }) => name === 'contract')) return undefined;
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const place = { channel: event.channel, address: event.chat };
  const kept: string[] = [];
  for (const file of files)
    kept.push(await keepContractFile(ctx.tx, null, { file: carried(file, event.channel), place }));
  const command = `/contract file${kept.join('+')} ${rest}`.trim();
  return {
    ...failed(t.desk.unknownCommand(word)),
    hint: [t.desk.meant, t.contractCard.fileWaits].join('\n'),
    buttons: [[{ label: lineLabel({ locale, commands }, `/contract ${rest}`.trim()), command }]],
  };
}

/** How files of what a contract is written on end. */
const PAPERS = new Set(['pdf', 'doc', 'docx', 'odt']);
const endOf = (name = ''): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** A document alone, of which nobody says what it is: it may be a contract, which a tap says. */
export async function onPaperAlone(ctx: Context, user: User, event: MessageReceived): Promise<Reply | undefined> {
  const [file, ...others] = event.attachments;
  if (!file || others.length > 0 || event.text.trim() !== '' || event.album !== undefined) return undefined;
  if (!mayAct(user, 'owner') || event.forwardedFrom || !PAPERS.has(endOf(file.name))) return undefined;
  const { contractCard: t } = texts(localeOf(ctx, user));
  const { channel, chat: address } = event;
  const id = await keepContractFile(ctx.tx, null, { file: carried(file, channel), place: { channel, address } });
  return {
    text: t.whatIsIt(file.name!),
    buttons: [[{ label: t.isContract, command: `/contract file${id}` }]],
  };
}

/** The owner has passed on a post of a channel: that may be to say where posts go. */
export function withOutlet(
  t: Texts,
  user: User,
  { forwardedFrom: from }: MessageReceived,
  reply: Reply | undefined,
): Reply | undefined {
  if (!reply || !from?.outlet || !mayAct(user, 'owner')) return reply;
  const button = { label: t.post.button.outlet(from.name), command: `/post to ${from.outlet} ${from.name}` };
  return { ...reply, buttons: [[button], ...(reply.buttons ?? [])] };
}
