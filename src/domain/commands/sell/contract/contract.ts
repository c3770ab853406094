import { isAsked, namesTitle } from '../../../../text/money/contract_terms.ts';
import { isoDay } from '../../../../text/when/zone.ts';
import { carried, hasBytes } from '../../../attachment.ts';
import { recordedIn } from '../../../owner/journal.ts';
import { failed, type Reply } from '../../../reply.ts';
import { contractOfQuote, insertContract, listContracts, loadContract } from '../../../sell/contract/contract.ts';
import { knownAlready, reminderDays } from '../../../sell/contract/due.ts';
import { areLoose, giveContractFile, keepContractFile } from '../../../sell/contract/files.ts';
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

/** Files that were sent before anybody said whose contract it is: 'file12', 'file12+13'. */
const LOOSE = /^file(\d{1,18}(?:\+\d{1,18}){0,9})$/i;
type Loose = readonly string[];

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
  parse: (words) => ({ words }),
  async run(ctx, { words }) {
    const [first, rest] = splitFirst(words);
    const loose = LOOSE.exec(first)?.[1]?.split('+');
    if (loose) return (await areLoose(ctx.tx, loose)) ? said(ctx, rest, loose) : failed(ctx.t.contractCard.noFile);
    const reply = await said(ctx, words, []);
    return !(reply instanceof Incomplete) && reply.failed ? fileWaits(ctx, reply) : reply;
  },
};

async function said(ctx: CommandContext, words: string, loose: Loose): Promise<Reply | Incomplete> {
  const { contractCard: t } = ctx.t;
  const [first, rest] = splitFirst(words);
  const hasFile = loose.length > 0 || (ctx.files ?? []).some(hasBytes);
  if (words === '' && hasFile) return failed(t.whoseContract, askWhose(ctx, loose));
  if (words === '' && !ctx.about) return new Incomplete('contract');
  const id = idIn(first);
  if (id && (await loadContract(ctx.tx, id))) return ofNumber(ctx, id, rest, loose);
  if (id && (!ctx.about || loose.length > 0))
    return failed(
      t.noSuch(id),
      hasFile ? askWhose(ctx, loose) : { buttons: [[{ label: ctx.t.button.showAll, command: '/contracts' }]] },
    );
  const issued = await issuedQuote(ctx, words);
  if (issued) return ofQuote(ctx, issued.quote, issued.rest, loose);
  return writeDown(ctx, words, loose);
}

const lineOf = (loose: Loose): string => `/contract ${loose.length > 0 ? `file${loose.join('+')} ` : ''}`;

const askWhose = ({ t }: CommandContext, loose: Loose) => ({
  rest: { before: lineOf(loose), after: '' },
  asks: t.desk.typeIt(t.need.contract),
});

/** A number alone, or whose they are. */
function onlyShows(words: string): boolean {
  const [first, rest] = splitFirst(words);
  if (idIn(first)) return rest === '' || contractActIn(rest)?.act === 'file';
  return /^c\d{1,18}$/.test(words) || (LOOSE.test(first) && rest === '');
}

async function ofNumber(ctx: CommandContext, id: string, rest: string, loose: Loose): Promise<Reply> {
  const reply = rest === '' ? undefined : await actOnContract(ctx, id, rest);
  if (reply?.failed) return reply;
  const kept = await keepFiles(ctx, id, loose);
  if (reply)
    return kept ? { ...reply, text: [reply.text, ctx.t.contractCard.done.fileKept].filter(Boolean).join('\n') } : reply;
  return contractReply(ctx, id, kept ? ctx.t.contractCard.done.fileKept : undefined);
}

/** The files that came with the line, or that its button names. */
async function keepFiles(ctx: CommandContext, contractId: string, loose: Loose): Promise<boolean> {
  for (const id of loose) await giveContractFile(ctx.tx, id, contractId);
  return (await keepSent(ctx, contractId)).length > 0 || loose.length > 0;
}

async function keepSent(ctx: CommandContext, contractId: string | null): Promise<string[]> {
  const { channel, address } = ctx.place;
  const kept: string[] = [];
  for (const file of (ctx.files ?? []).filter(hasBytes))
    kept.push(
      await keepContractFile(ctx.tx, contractId, { file: carried(file, channel), place: { channel, address } }),
    );
  return kept;
}

/** Nothing was noted yet: the files of the line wait, and each way on takes them along. It is no act that an undo takes back. */
async function fileWaits(ctx: CommandContext, reply: Reply): Promise<Reply> {
  if (!(ctx.files ?? []).some(hasBytes)) return reply;
  const kept = await recordedIn(ctx.tx, '', () => keepSent(ctx, null));
  const { contractCard: t } = ctx.t;
  const withIt = (line: string) => line.replace(/^\/contract /u, lineOf(kept));
  const buttons = (reply.buttons ?? []).map((row) => row.map((one) => ({ ...one, command: withIt(one.command) })));
  const goesOn = buttons.flat().some(({ command }) => command.startsWith(lineOf(kept)));
  return {
    ...reply,
    hint: [reply.hint, t.fileWaits].filter(Boolean).join('\n'),
    buttons: goesOn ? buttons : [...buttons, [{ label: t.isContract, command: lineOf(kept).trim() }]],
    ...(reply.rest && { rest: { ...reply.rest, before: withIt(reply.rest.before) } }),
  };
}

async function writeDown(ctx: CommandContext, words: string, loose: Loose): Promise<Reply> {
  const line = lineOf(loose);
  const picked = await pickContact(ctx, words, (ref, rest) => `${line}${ref} ${rest}`);
  if ('ask' in picked) return picked.ask;
  const { contact, rest } = picked;
  const hasFile = loose.length > 0 || (ctx.files ?? []).some(hasBytes);
  if (rest === '' && !hasFile) return ofPerson(ctx, contact.id, contact.name);
  const read = factsIn(ctx, rest);
  const running = read.title && namesTitle(rest) ? undefined : await actMeant(ctx, contact.id, rest);
  if (running) return running;
  const facts = withSaid(ctx, NOTHING_SAID, read, `${line}c${contact.id} ${rest}`);
  if ('ask' in facts) return facts.ask;
  const title = read.title ?? ctx.t.contractCard.untitled;
  const id = await made(ctx, { ...facts, title, contactId: contact.id });
  await keepFiles(ctx, id, loose);
  return contractReply(ctx, id, ctx.t.contractCard.done.made(contact.name));
}

/** What reads as done to a contract, or as a question, makes no second one beside one that runs: it is asked about. */
async function actMeant(ctx: CommandContext, contactId: string, rest: string): Promise<Reply | undefined> {
  const act = contractActIn(rest);
  if (!act && !isAsked(rest)) return undefined;
  const running = await listContracts(ctx.tx, { contactId }, 5);
  if (running.length === 0) return undefined;
  const does = act ? ` ${splitFirst(rest)[0]}` : '';
  const buttons = running.map(({ id, title }) => {
    const command = `/contract ${id}${does}`;
    return [{ label: does ? `${title}:${does}` : title, command }];
  });
  return { ...failed(ctx.t.contractCard.whichRuns), hint: ctx.t.contractCard.howToChange, buttons };
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
async function ofQuote(ctx: CommandContext, quote: Quote, rest: string, loose: Loose): Promise<Reply> {
  if (quote.state !== 'accepted') return failed(ctx.t.contractCard.notAccepted);
  await ctx.tx`select from quotes where id = ${quote.id} for update`;
  const known = await contractOfQuote(ctx.tx, quote.id);
  if (known) return ofNumber(ctx, known, rest, loose);
  const said = factsIn(ctx, rest);
  const { totalMinor, currency, leadTitle, contactId, decidedAt } = quote;
  const startsOn = isoDay(todayIn({ ...ctx, now: decidedAt ?? ctx.now }));
  const worth = totalMinor === '0' ? {} : { valueMinor: totalMinor, currency };
  const facts = withSaid(
    ctx,
    { ...NOTHING_SAID, ...worth, startsOn },
    said,
    `${lineOf(loose)}${shownNumber(quote)} ${rest}`,
  );
  if ('ask' in facts) return facts.ask;
  const id = await made(ctx, { ...facts, title: said.title ?? leadTitle, contactId, quoteId: quote.id });
  await keepFiles(ctx, id, loose);
  return contractReply(ctx, id, ctx.t.contractCard.done.made(quote.contactName));
}
