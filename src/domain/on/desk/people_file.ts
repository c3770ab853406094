import { texts } from '../../../text/texts.ts';
import { carried } from '../../attachment.ts';
import { type Context, localeOf } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import { beginImport, loadImport } from '../../exchange/imports.ts';
import { importReply } from '../../exchange/shown.ts';
import { mayAct, type User } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';

/** How a file of people is called; what it really is, its bytes say. */
const ENDINGS = new Set(['csv', 'tsv', 'txt', 'xlsx', 'xls', 'vcf', 'vcard']);
/** Our own export, also where a chat or a person has named a copy of it. */
const OWN_EXPORT = /solo-?crm.{0,100}\.zip$/i;
const TYPES = ['text/csv', 'text/vcard', 'text/x-vcard', 'text/tab-separated-values'];

/** The owner sends a table or cards of people, alone: it is read, and what is in it is shown in the reply (its key is `toldKey`). */
export async function onPeopleFile(
  ctx: Context,
  user: User,
  event: MessageReceived,
  toldKey: string,
): Promise<Reply | undefined> {
  const [file, ...others] = event.attachments;
  if (!file || others.length > 0 || event.album !== undefined || !mayAct(user, 'owner')) return undefined;
  const { name = '', type = '' } = file;
  const isTable =
    OWN_EXPORT.test(name) ||
    ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ||
    TYPES.includes(type.toLowerCase());
  if (!isTable || event.forwardedFrom) return undefined;
  const { channel, chat: address } = event;
  const place = { channel, address };
  const id = await beginImport(ctx, { userId: user.id, file: carried(file, channel), place, toldKey });
  return importReply(texts(localeOf(ctx, user)), (await loadImport(ctx.tx, id))!);
}
