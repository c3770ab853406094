import { isoDay } from '../../../../text/when/zone.ts';
import { carried, hasBytes } from '../../../attachment.ts';
import { failed, type Reply } from '../../../reply.ts';
import { contractOfQuote, insertContract, listContracts, loadContract } from '../../../sell/contract/contract.ts';
import { knownAlready, reminderDays } from '../../../sell/contract/due.ts';
import { giveContractFile, isLooseFile, keepContractFile } from '../../../sell/contract/files.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import type { Quote } from '../../../sell/quote/quote.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { pickContact } from '../../who/pick.ts';
import { idIn, splitFirst } from '../../words/words.ts';
import { issuedQuote } from '../quote/issued.ts';
import { actOnContract, contractActIn } from './act.ts';
import { contractsList } from './contracts.ts';
import { factsIn, NOTHING_SAID, withSaid } from './facts.ts';
import { contractReply, itemOf, todayIn } from './shown.ts';

/** A file that was sent before anybody said whose contract it is: 'file12'. */
const LOOSE = /^file(\d{1,18})$/i;

/**
 * '/contract Anna until 2027-03-31, 3 months notice' writes one down, with the file that came with the line; '/contract 3' shows it,
 * '/contract 3 renews 12 months' says more of it, '/contract 3 notice' notes that notice was given. '/contract Q-2026-001' makes one of a quote.
 */
export const contract: Command<{ words: string }> = {
  name: 'contract',
  role: 'helper',
  changes: true,
  goesOn: true,
  saidAtOnce: 'shows',
  onlyShows: ({ words }) => onlyShows(words),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('contract')),
  async run(ctx, { words }) {
    const [first, rest] = splitFirst(words);
    const id = idIn(first);
    if (id && (await loadContract(ctx.tx, id))) return ofNumber(ctx, id, rest);
    if (id && !ctx.about) return failed(ctx.t.contractCard.noSuch(id));
    const issued = await issuedQuote(ctx, words);
    if (issued) return ofQuote(ctx, issued.quote, issued.rest);
    const loose = LOOSE.exec(first)?.[1];
    if (loose) return ofLooseFile(ctx, loose, rest);
    return writeDown(ctx, words, undefined);
  },
};

/** A number alone, or whose they are. */
function onlyShows(words: string): boolean {
  const [first, rest] = splitFirst(words);
  if (idIn(first)) return rest === '' || contractActIn(rest)?.act === 'file';
  return /^(?:c|file)\d{1,18}$/.test(words);
}

async function ofNumber(ctx: CommandContext, id: string, rest: string): Promise<Reply> {
  const kept = await keepFiles(ctx, id);
  if (rest !== '') return actOnContract(ctx, id, rest);
  return contractReply(ctx, id, kept ? ctx.t.contractCard.done.fileKept : undefined);
}

/** The files that came with the line. */
async function keepFiles(ctx: CommandContext, contractId: string): Promise<boolean> {
  const { channel, address } = ctx.place;
  const files = (ctx.files ?? []).filter(hasBytes);
  for (const file of files)
    await keepContractFile(ctx.tx, contractId, { file: carried(file, channel), place: { channel, address } });
  return files.length > 0;
}

/** A file that was sent alone: whose contract it is comes next, or to which it belongs. */
async function ofLooseFile(ctx: CommandContext, fileId: string, rest: string): Promise<Reply> {
  const { contractCard: t } = ctx.t;
  if (!(await isLooseFile(ctx.tx, fileId))) return failed(t.noFile);
  const ask = { rest: { before: `/contract file${fileId} `, after: '' }, asks: ctx.t.desk.typeIt(ctx.t.need.contract) };
  if (rest === '') return failed(t.whoseContract, ask);
  const known = idIn(rest);
  if (!known) return writeDown(ctx, rest, fileId);
  if (!(await loadContract(ctx.tx, known))) return failed(t.noSuch(known), ask);
  await giveContractFile(ctx.tx, fileId, known);
  return contractReply(ctx, known, t.done.fileKept);
}

async function writeDown(ctx: CommandContext, words: string, loose: string | undefined): Promise<Reply> {
  const line = loose ? `/contract file${loose}` : '/contract';
  const picked = await pickContact(ctx, words, (ref, rest) => `${line} ${ref} ${rest}`);
  if ('ask' in picked) return picked.ask;
  const { contact, rest } = picked;
  const hasFile = loose !== undefined || (ctx.files ?? []).some(hasBytes);
  if (rest === '' && !hasFile) return ofPerson(ctx, contact.id, contact.name);
  const said = factsIn(ctx, rest);
  const facts = withSaid(ctx, NOTHING_SAID, said, `${line} c${contact.id} ${rest}`);
  if ('ask' in facts) return facts.ask;
  const title = said.title ?? ctx.t.contractCard.untitled;
  const id = await made(ctx, { ...facts, title, contactId: contact.id });
  if (loose) await giveContractFile(ctx.tx, loose, id);
  await keepFiles(ctx, id);
  return contractReply(ctx, id, ctx.t.contractCard.done.made(contact.name));
}

/** Whoever has just written it down need not be told what they see. */
async function made(ctx: CommandContext, facts: Parameters<typeof insertContract>[1]): Promise<string> {
  const today = todayIn(ctx);
  const id = await insertContract(ctx.tx, facts, today);
  const { dueOn } = (await loadContract(ctx.tx, id))!;
  const known = knownAlready(dueOn, today, reminderDays(ctx));
  if (known.length > 0) await ctx.tx`update contracts set reminded = (select ${known}::text[]) where id = ${id}`;
  return id;
}

async function ofPerson(ctx: CommandContext, contactId: string, name: string): Promise<Reply> {
  const [one, ...others] = await listContracts(ctx.tx, { contactId }, 2);
  if (one && others.length === 0) return contractReply(ctx, one.id);
  if (one) return contractsList(ctx, { contactId, name }, 1);
  const over = await listContracts(ctx.tx, { contactId, over: true }, 5);
  return {
    ...failed(ctx.t.contractCard.noneOf(name)),
    ...(over.length > 0 && { lists: [{ items: over.map((past) => itemOf(ctx, past)) }] }),
    rest: { before: `/contract c${contactId} `, after: '', need: 'contractFacts' },
    asks: ctx.t.desk.typeIt(ctx.t.need.contractFacts),
  };
}

/** What was accepted is agreed: parties, sum and title are the quote's. Made twice it is one. */
async function ofQuote(ctx: CommandContext, quote: Quote, rest: string): Promise<Reply> {
  if (quote.state !== 'accepted') return failed(ctx.t.contractCard.notAccepted);
  await ctx.tx`select from quotes where id = ${quote.id} for update`;
  const known = await contractOfQuote(ctx.tx, quote.id);
  if (known) return ofNumber(ctx, known, rest);
  const said = factsIn(ctx, rest);
  const { totalMinor, currency, leadTitle, contactId, decidedAt } = quote;
  const startsOn = isoDay(todayIn({ ...ctx, now: decidedAt ?? ctx.now }));
  const worth = totalMinor === '0' ? {} : { valueMinor: totalMinor, currency };
  const facts = withSaid(ctx, { ...NOTHING_SAID, ...worth, startsOn }, said, `/contract ${shownNumber(quote)} ${rest}`);
  if ('ask' in facts) return facts.ask;
  const id = await made(ctx, { ...facts, title: said.title ?? leadTitle, contactId, quoteId: quote.id });
  return contractReply(ctx, id, ctx.t.contractCard.done.made(quote.contactName));
}
