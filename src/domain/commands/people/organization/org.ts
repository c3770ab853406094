import { splitAtForm } from '../../../../text/organization/company_name.ts';
import { loadContact } from '../../../people/contact.ts';
import { type Organization, organizationsCalled } from '../../../people/organization/organization.ts';
import { failed, type Reply } from '../../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../../command.ts';
import { pickShown } from '../../who/pick.ts';
import { explicitContact, pageIn } from '../../words/words.ts';
import { create, joinKnown, keepFact, merge, remove, rename } from './change.ts';
import {
  type Act,
  actInFront,
  type Cut,
  cutsOf,
  markedName,
  mayChange,
  type Wish,
  whereIn,
  wishIn,
} from './grammar.ts';
import { leave, main, others } from './join.ts';
import { isKnown, meantBy, noSuch, oneMeant, quoted, shortly, which } from './meant.ts';
import { card, list, whereSomebodyIs } from './shown.ts';

type Args = { is: 'list'; page: number } | { is: 'card' } | { is: 'words'; words: string };

/**
 * '/org' lists them, '/org Acme' shows one, '/org Acme +Anna purchasing' and '/org Anna @Acme purchasing' say who is there, '/org Acme -Anna'
 * who is no more, '/org Anna' where she is; '/org Acme rename ACME Ltd', '… note …', '… tax …', '… merge Acme Inc'.
 */
export const org: Command<Args> = {
  name: 'org',
  role: 'helper',
  saidAtOnce: 'shows',
  changes: true,
  onlyShows: (args) => args.is !== 'words' || !mayChange(args.words),
  parse(words, { replying }) {
    if (words === '') return replying ? { is: 'card' } : { is: 'list', page: 1 };
    if (/^\d{1,4}$/.test(words)) return { is: 'list', page: pageIn(words) };
    return needOf(words, replying) ?? { is: 'words', words };
  },
  async run(ctx, args) {
    if (args.is === 'list') return list(ctx, args.page);
    if (args.is === 'card') return ctx.about ? whereSomebodyIs(ctx, ctx.about.contact) : list(ctx, 1);
    return act(ctx, args.words);
  },
};

/** 'o12 +', 'o12 note': what a button begins. */
function needOf(words: string, replying: boolean): Incomplete | undefined {
  const marked = markedName(words);
  const wish = marked && wishIn(marked.tail);
  if (wish?.words !== '') return undefined;
  if (wish.act === 'join' || wish.act === 'leave' || wish.act === 'main')
    return replying ? undefined : new Incomplete('name', 'end');
  if (wish.act === 'rename') return new Incomplete('newName', 'end');
  if (wish.act === 'merge') return new Incomplete('companyName', 'end');
  return wish.act === 'others' || wish.act === 'remove' ? undefined : new Incomplete('text', 'end');
}

async function act(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const marked = markedName(words);
  if (marked) return onNamed(ctx, marked.name, wishBehind(marked.tail), marked.tail);
  const where = whereIn(words);
  if (where) return somebodyAt(ctx, where);
  // a company may itself be called as an act is
  if ((await organizationsCalled(ctx.tx, words)).length > 0) return onNamed(ctx, words, undefined, '');
  const first = actInFront(words);
  if (first?.act === 'add') return made(ctx, first.rest);
  const inFront = first && (await nameInFront(ctx, first.rest));
  if (first && inFront) return perform(ctx, inFront.one, { act: first.act, words: inFront.rest });
  const cut = await cutMeant(ctx, cutsOf(words));
  return onNamed(ctx, cut.name, cut.wish, '');
}

/** undefined: nothing; what is not understood is no wish. */
const wishBehind = (tail: string): Wish | undefined => (tail === '' ? undefined : wishIn(tail));

/** The longest name that there is, then the longest that may be one of those there are; else where somebody is to join. */
async function cutMeant(ctx: CommandContext, cuts: readonly Cut[]): Promise<Cut> {
  const meant = [];
  for (const cut of cuts.slice(0, MOST_CUTS)) {
    const known = await meantBy(ctx, cut.name);
    if (known.exact.length > 0) return cut;
    meant.push({ cut, known });
  }
  const maybe = meant.find(({ known, cut }) => isKnown(known) && (cut.wish || cuts.length === 1));
  return maybe?.cut ?? cuts.findLast(({ wish }) => wish?.act === 'join') ?? cuts[0]!;
}

const MOST_CUTS = 12;

/** Of 'Acme ACME Ltd' the longest beginning that a company is called. */
async function nameInFront(
  ctx: CommandContext,
  words: string,
): Promise<{ one: Organization; rest: string } | undefined> {
  const marked = markedName(words);
  if (marked) {
    const [one] = (await meantBy(ctx, marked.name)).exact;
    return one && { one, rest: marked.tail };
  }
  const ends = [...words.matchAll(/\s+|$/gu)].map(({ index }) => index).slice(0, MOST_CUTS);
  for (const end of ends.reverse()) {
    const [one, ...more] = await organizationsCalled(ctx.tx, words.slice(0, end));
    if (one && more.length === 0) return { one, rest: words.slice(end).trim() };
  }
  return undefined;
}

/** 'new Acme', 'new Acme +Anna purchasing' */
function made(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const sure = /^[!！]/u.test(words);
  const bare = words.replace(/^[!！]\s*/u, '');
  const marked = /^o\d/i.test(bare) ? undefined : markedName(bare);
  const joins = marked ? wishIn(marked.tail) : undefined;
  if (marked) return create(ctx, marked.name, { sure, ...(joins?.act === 'join' && { people: joins.words }) });
  const cut = cutsOf(bare).findLast(({ wish }) => wish?.act === 'join');
  return create(ctx, cut?.name ?? bare, { sure, ...(cut?.wish && { people: cut.wish.words }) });
}

async function onNamed(
  ctx: CommandContext,
  name: string,
  wish: Wish | undefined,
  tail: string,
): Promise<Reply | Incomplete> {
  if (!wish) return tail === '' ? show(ctx, name) : unread(ctx, name, tail);
  if (wish.act === 'join' && !/^o\d+$/i.test(name)) {
    const { exact } = await meantBy(ctx, name);
    // made where it is not there, and asked about where one is called nearly so
    if (exact.length === 0) return create(ctx, name, { sure: false, people: wish.words });
  }
  const again =
    wish.act === 'join' ? `+${wish.words}` : wish.act === 'leave' ? `-${wish.words}` : `${wish.act} ${wish.words}`;
  const meant = await oneMeant(ctx, name, (ref) => `/org ${ref} ${again}`);
  return 'ask' in meant ? meant.ask : perform(ctx, meant.one, wish);
}

const ACT: Readonly<
  Record<
    Exclude<Wish['act'], 'add'>,
    (ctx: CommandContext, one: Organization, words: string) => Promise<Reply | Incomplete>
  >
> = {
  ...{ join: joinKnown, leave, main, others, rename, merge, remove },
  note: (ctx, one, words) => keepFact(ctx, one, 'note', words),
  domain: (ctx, one, words) => keepFact(ctx, one, 'domain', words),
  website: (ctx, one, words) => keepFact(ctx, one, 'website', words),
  taxId: (ctx, one, words) => keepFact(ctx, one, 'taxId', words),
  address: (ctx, one, words) => keepFact(ctx, one, 'address', words),
};

const perform = (ctx: CommandContext, one: Organization, { act: does, words }: Wish): Promise<Reply | Incomplete> =>
  ACT[does as Exclude<Act, 'add'>](ctx, one, words);

function unread({ t }: CommandContext, name: string, tail: string): Reply {
  const shown = { label: shortly(name), command: `/org ${/^o\d+$/.test(name) ? name : quoted(name)}` };
  return failed(t.organization.unread(shortly(tail)), { hint: t.organization.possible, buttons: [[shown]] });
}

/** A company, or where somebody is who is called so. */
async function show(ctx: CommandContext, name: string): Promise<Reply> {
  const { exact, near, within } = await meantBy(ctx, name);
  const [one, ...others] = [...exact, ...near, ...within];
  if (exact.length === 1) return card(ctx, exact[0]!);
  const person = exact.length > 0 ? undefined : await personCalled(ctx, name);
  if (person) return person;
  if (one && others.length === 0)
    return { ...(await card(ctx, one)), text: ctx.t.organization.shownInstead(shortly(name), one.name) };
  if (!one) return noSuch(ctx, name);
  return which(ctx, [one, ...others], (ref) => `/org ${ref}`, { text: ctx.t.organization.which(shortly(name)) });
}

async function personCalled(ctx: CommandContext, name: string): Promise<Reply | undefined> {
  const id = explicitContact(name);
  const contact = id ? await loadContact(ctx.tx, id) : undefined;
  if (contact) return whereSomebodyIs(ctx, contact);
  if (/^o\d+$/i.test(name)) return undefined;
  const picked = await pickShown({ ...ctx, about: undefined }, name, (ref) => `/org ${ref}`);
  return 'ask' in picked || picked.rest ? undefined : whereSomebodyIs(ctx, picked.contact);
}

/** 'Anna @Acme purchasing': the same as 'Acme +Anna purchasing', as a sentence says it. */
async function somebodyAt(
  ctx: CommandContext,
  { who, where }: { who: string; where: string },
): Promise<Reply | Incomplete> {
  const marked = markedName(where);
  const names = marked ? [] : where.split(/[\s,，、]+[@＠](?=["“「\p{L}\p{N}])/u);
  if (names.length > 1) return oneByOne(ctx, who, names);
  const inFront = marked ? undefined : await nameInFront(ctx, where);
  const formed = marked || inFront ? undefined : splitAtForm(where);
  const name = marked?.name ?? inFront?.one.name ?? formed?.name ?? where;
  const role = marked?.tail ?? inFront?.rest ?? formed?.rest ?? '';
  if (who === '' && !ctx.about) return new Incomplete('name', 'front');
  return onNamed(ctx, name, { act: 'join', words: `${who} ${role}`.trim() }, '');
}

/** Somebody at several companies is said of one after the other. */
function oneByOne({ t }: CommandContext, who: string, names: readonly string[]): Reply {
  return failed(t.organization.oneByOne, {
    buttons: names.map((name) => [{ label: shortly(name), command: `/org ${who} @${name}`.replace(/\s+/gu, ' ') }]),
  });
}
