import { head } from '../../../text/cut.ts';
import { cleanName } from '../../../text/normalise.ts';
import { MEANINGS, type Meaning } from '../../../text/table/header_words.ts';
import { typedWords } from '../../../text/typed.ts';
import type { Attachment } from '../../attachment.ts';
import { isArchive } from '../../exchange/archive/shown.ts';
import type { Column } from '../../exchange/column.ts';
import {
  beginImport,
  changeImport,
  type Import,
  lastImports,
  loadImport,
  meanAnother,
} from '../../exchange/imports.ts';
import { columnsReply, importReply, listsNobody, meaningsReply } from '../../exchange/shown.ts';
import { rewriteTold } from '../../exchange/told.ts';
import { type Field, LONGEST_NAME, loadFields, makeField } from '../../people/fields/field.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { Command, CommandContext } from '../command.ts';
import { replyKey } from '../reply_key.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { whyNoField } from './field_name.ts';
import { askHow, readHow, SURE } from './how_agreed.ts';

type Args =
  | { of: 'all' }
  | { of: 'file'; file: Attachment }
  | { of: 'list'; words: string }
  | { of: 'one'; id: string; step: 'show' }
  | { of: 'one'; id: string; step: 'go' }
  | { of: 'one'; id: string; step: 'theirs' }
  | { of: 'one'; id: string; step: 'cancel' }
  | { of: 'one'; id: string; step: 'agreed'; words: string }
  | { of: 'one'; id: string; step: 'people' }
  | { of: 'one'; id: string; step: 'columns'; page: number }
  | { of: 'one'; id: string; step: 'column'; at: number; to: Meaning | FieldRef | undefined };

/** The number of a field. */
interface FieldRef {
  id: string;
}

const MOST_LISTED = 5;
const AGREED = typedWords(({ agreed }) => agreed);
/** Of what is said how people agreed. */
const LONGEST_WORDS = 500;
/** A file that we keep, with its name: what `crm import` says. */
const KEPT = /^(file:[0-9a-f]{64})(?:\s+(\S[^\n]{0,200}))?$/;

/** '/import' and people on lines below it, or a file: what would be done with them is shown first; '/import 3 go' does it. */
export const importThem: Command<Args> = {
  name: 'import',
  role: 'owner',
  changes: true,
  unrecorded: 'noted',
  takesKeys: true,
  takesLines: true,
  onlyShows: (args) =>
    args.of === 'all' ||
    (args.of === 'one' && (args.step === 'agreed' ? args.words === '' : ['show', 'columns'].includes(args.step))),
  parse(words) {
    if (words.trim() === '') return { of: 'all' };
    const [, ref, name = ''] = KEPT.exec(words) ?? [];
    if (ref) return { of: 'file', file: { kind: 'document', ref, ...(name && { name }) } };
    return stepIn(words) ?? { of: 'list', words };
  },
  async run(ctx, args) {
    if (args.of === 'all') return overview(ctx);
    if (args.of === 'file') return begin(ctx, args.file);
    if (args.of === 'list' && !mayList(args.words)) return noList(ctx, args.words);
    if (args.of === 'list') {
      const bytes = Buffer.from(args.words);
      return begin(ctx, { kind: 'document', ref: await ctx.keepFile(bytes), bytes: bytes.length, type: 'text/plain' });
    }
    const one = await loadImport(ctx.tx, args.id, ctx.tx`for update`);
    if (!one || one.userId !== ctx.user.id) return failed(ctx.t.import.noSuch);
    return stepOf(ctx, one, args);
  },
};

function stepIn(words: string): Args | undefined {
  const [first, rest] = splitFirst(words);
  const id = idIn(first);
  const [step, more] = splitFirst(rest);
  if (!id || /\n/.test(words)) return undefined;
  if (step === '') return { of: 'one', id, step: 'show' };
  if (step === 'go' || step === 'theirs' || step === 'cancel' || step === 'people') return { of: 'one', id, step };
  if (AGREED.has(step)) return { of: 'one', id, step: 'agreed', words: more };
  const [number, meaning] = splitFirst(more);
  const at = Math.max(1, Number(/^\d{1,3}$/.exec(number)?.[0] ?? 1));
  if (step === 'columns') return { of: 'one', id, step, page: at };
  return step === 'column' ? { of: 'one', id, step, at, to: meaningIn(meaning) } : undefined;
}

function meaningIn(word: string): Meaning | FieldRef | undefined {
  const id = /^f(-?\d{1,18})$/.exec(word)?.[1];
  return id === undefined ? MEANINGS.find((one) => one === word) : { id };
}

async function stepOf(ctx: CommandContext, one: Import, args: Extract<Args, { of: 'one' }>): Promise<Reply> {
  const { t } = ctx;
  if (args.step === 'cancel') return cancel(ctx, one);
  if (args.step === 'people') return importReply(t, await readAsPeople(ctx, one));
  if (args.step === 'show' || one.state !== 'asked') return importReply(t, one);
  if (args.step === 'go' || args.step === 'theirs') return importReply(t, await go(ctx, one, args.step));
  if (isArchive(one)) return importReply(t, one);
  if (args.step === 'agreed') return agree(ctx, one, args.words);
  if (args.step === 'columns') return columnsReply(t, one, args.page);
  if (!one.columns[args.at - 1]) return failed(t.import.noSuch);
  return columnStep(ctx, one, args.at, args.to);
}

/** The user says that all of its people agreed to get news: how, in their words, is kept with each of them. */
async function agree(ctx: CommandContext, one: Import, words: string): Promise<Reply> {
  const { t } = ctx;
  const buttons: Button[][] = [[{ label: t.import.back, command: `/import ${one.id}`, turns: true }]];
  const how = t.import.agreedHow(one.id);
  if (words === '') return { text: how, buttons };
  const said = readHow(head(words, LONGEST_WORDS));
  const line = `/import ${one.id} agreed`;
  const turns = { turns: true } as const;
  const asked = askHow(t, said, { yes: `${line} ${SURE} ${said.words}`, no: line, more: turns });
  if (asked) return asked.buttons ? asked : { ...asked, hint: how, buttons };
  return importReply(t, await changeImport(ctx, one, { agreed: said.words }));
}

/** What a column is, and else what it can be. */
async function columnStep(
  ctx: CommandContext,
  one: Import,
  at: number,
  meant: Meaning | FieldRef | undefined,
): Promise<Reply> {
  const { t } = ctx;
  const fields = await loadFields(ctx.tx);
  if (!meant) return meaningsReply(t, one, at, fields);
  const means = async (to: Meaning | Field) => importReply(t, await meanAnother(ctx, one, at - 1, to));
  if (meant === 'field') {
    const made = await fieldOf(ctx, one.columns[at - 1]!, fields);
    return 'ask' in made ? made.ask : means(made);
  }
  if (typeof meant === 'string') return means(meant);
  const field = fields.find(({ id }) => id === meant.id);
  return field ? means(field) : failed(t.import.noSuch);
}

/** A field made of a column that none is called as yet. */
async function fieldOf(
  ctx: CommandContext,
  { heading, looks }: Column,
  fields: readonly Field[],
): Promise<Field | { ask: Reply }> {
  const name = cleanName(heading, LONGEST_NAME);
  const wrong = whyNoField(ctx.t, fields, name);
  if (wrong) return { ask: failed(wrong) };
  const made = await makeField(ctx.tx, { name, kind: looks ?? 'text', choices: [] });
  return made ?? { ask: failed(ctx.t.field.taken(name)) };
}

/** `theirs`: of our own export also what is otherwise here. */
function go(ctx: CommandContext, one: Import, step: 'go' | 'theirs'): Promise<Import> {
  const archive = one.archive && {
    ...{ ...one.archive, phase: 'keeping' as const },
    prefer: step === 'theirs' ? ('file' as const) : ('here' as const),
  };
  return changeImport(ctx, one, { state: 'running', counts: {}, position: 0, archive });
}

/** Its columns are kept, so it is read as a list of people. */
async function readAsPeople(ctx: CommandContext, one: Import): Promise<Import> {
  return listsNobody(one) ? changeImport(ctx, one, { state: 'reading', reason: null }) : one;
}

async function cancel(ctx: CommandContext, one: Import): Promise<Reply> {
  const ends = ['reading', 'asked', 'running'].includes(one.state);
  if (!ends) return importReply(ctx.t, one);
  const ended = await changeImport(ctx, one, { state: 'cancelled' });
  const reply = importReply(ctx.t, ended);
  // typed, it stands below the message with the buttons
  if (!ctx.pressed) await rewriteTold(ctx, ended, reply);
  return reply;
}

async function overview(ctx: CommandContext): Promise<Reply> {
  const last = await lastImports(ctx.tx, ctx.user.id, MOST_LISTED);
  const items = last.map((one) => {
    const { title = '', text = '' } = importReply(ctx.t, one);
    return { text: title || text, buttons: [{ label: `#${one.id}`, command: `/import ${one.id}` }] };
  });
  return { text: ctx.t.import.how, ...(items.length > 0 && { lists: [{ title: ctx.t.import.last, items }] }) };
}

/** One line without a phone, a mail address or anything between its parts: a file's name, or what to do. */
const mayList = (words: string): boolean => /[\n,，;；\t@|]|\d[\d ()-]{4,}\d/u.test(words.trim());

function noList({ t }: CommandContext, words: string): Reply {
  const name = cleanName(words, LONGEST_NAME);
  return failed(t.import.noList(name), { hint: t.import.how });
}

/** Reads a file that a user gave; what is in it is shown where they gave it. */
async function begin(ctx: CommandContext, file: Attachment): Promise<Reply> {
  const { channel, address } = ctx.place;
  const id = await beginImport(ctx, { userId: ctx.user.id, file, place: { channel, address }, toldKey: replyKey(ctx) });
  return importReply(ctx.t, (await loadImport(ctx.tx, id))!);
}
