import { cleanName } from '../../../text/normalise.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { formatAge } from '../../../text/when/duration.ts';
import {
  type ApiKey,
  findApiKey,
  isRevoked,
  listApiKeys,
  makeApiKey,
  revokeApiKey,
  SCOPES,
  type Scope,
} from '../../owner/api_key.ts';
import { noteAct } from '../../owner/journal.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { nearest } from '../similar.ts';
import { splitFirst } from '../words/words.ts';

const MAKE = typedWords(({ apikey: { make } }) => make);
const REVOKE = typedWords(({ apikey: { revoke } }) => revoke);
const SCOPE = typedMeanings<Scope>(({ apikey: { scope } }) => scope);
const LONGEST_NAME = 40;
const MOST_OFFERED = 6;
/** books revoke: what is done with a key may stand behind its name. */
const BEHIND = /^(\S.{0,80}?)\s+(\S+)$/su;
const SURE = /(?:^|\s)[!！]$/;

type Args =
  | { act: 'list' }
  | { act: 'make'; name: string; scopes: Scope[] }
  /** Its words speak of all that a key may do. */
  | { act: 'which'; name: string }
  /** `sure`: it was asked, and the answer is yes. */
  | { act: 'revoke'; name: string; sure: boolean };

/** '/apikey' lists the keys; '/apikey new shop-sync write' makes one and shows it once; '/apikey revoke shop-sync' asks, and ends it for good. */
export const apikey: Command<Args> = {
  name: 'apikey',
  role: 'owner',
  changes: true,
  unrecorded: 'noted',
  onlyShows: (args) => args.act === 'list' || args.act === 'which' || (args.act === 'revoke' && !args.sure),
  parse(words) {
    const [verb, rest] = splitFirst(words);
    if (!verb) return { act: 'list' };
    if (REVOKE.has(verb.toLowerCase())) {
      const name = rest.replace(SURE, '').trim();
      return name
        ? { act: 'revoke', name, sure: SURE.test(rest) }
        : new Incomplete('keyName', (more) => `revoke ${more}`);
    }
    const [, named, last] = BEHIND.exec(words.trim()) ?? [];
    if (named && REVOKE.has(last!.toLowerCase())) return { act: 'revoke', name: named, sure: false };
    if (!MAKE.has(verb.toLowerCase())) return new Incomplete('keyAct', 'instead');
    const all = ALL.exec(rest);
    if (all) return { act: 'which', name: cleanName(rest.slice(0, all.index), LONGEST_NAME) };
    const made = nameAndScopes(rest);
    return made.name ? { act: 'make', ...made } : new Incomplete('keyName', (more) => `new ${more}`);
  },
  async run(ctx, args) {
    if (args.act === 'list') return list(ctx);
    if (args.act === 'which') return askScope(ctx, args.name);
    return args.act === 'make' ? make(ctx, args) : revoke(ctx, args.name, args.sure);
  },
};

/** bot all, 助理 全部权限. */
const ALL = new RegExp(`(?<=\\S)\\s+(?:${[...typedWords(({ apikey: { every } }) => every)].join('|')})$`, 'iu');

/** What somebody may do with it is said by whoever makes it: each of them is a tap. */
function askScope({ t }: CommandContext, name: string): Reply {
  const ways: Scope[][] = [['read'], ['read', 'write'], ['read', 'write', 'send']];
  return failed(t.apikey.whichScope(name), {
    undecided: true,
    oneOf: true,
    buttons: ways.map((scopes) => [{ label: scopesIn(t, scopes), command: `/apikey new ${name} ${scopes.join(' ')}` }]),
  });
}

/** Scopes stand at the end; each holds those before it in the order of `SCOPES` that it cannot do without. */
function nameAndScopes(words: string): { name: string; scopes: Scope[] } {
  const all = words.split(/[\s,，、]+/u).filter(Boolean);
  const asked = new Set<Scope>();
  while (all.length > 1) {
    const scope = SCOPE.get(all.at(-1)!.toLowerCase());
    if (!scope) break;
    asked.add(scope);
    all.pop();
  }
  const scopes = SCOPES.filter((scope) => scope === 'read' || asked.has(scope));
  return { name: cleanName(all.join(' '), LONGEST_NAME), scopes };
}

async function list(ctx: CommandContext): Promise<Reply> {
  const items = (await listApiKeys(ctx.tx)).map((key) => keyItem(ctx, key));
  return {
    title: items.length > 0 ? ctx.t.apikey.list : ctx.t.apikey.none,
    ...(items.length > 0 ? { lists: [{ items }] } : { text: ctx.t.apikey.howToMake }),
    buttons: [[{ label: ctx.t.apikey.makeOne, command: '/apikey new', asks: true }]],
    hint: ctx.t.apikey.hint(`${ctx.publicUrl}/api/v1/docs`, `${ctx.publicUrl}/mcp`),
  };
}

function keyItem({ t, now, locale }: CommandContext, { name, prefix, scopes, lastUsedAt }: ApiKey): Item {
  const used = lastUsedAt
    ? t.apikey.lastUsed(formatAge(now.getTime() - lastUsedAt.getTime(), locale))
    : t.apikey.unused;
  return {
    text: `${name} · ${prefix}…`,
    detail: `${scopesIn(t, scopes)} · ${used}`,
    buttons: [revokeButton(t, { name, prefix })],
  };
}

const scopesIn = (t: CommandContext['t'], scopes: readonly Scope[]): string =>
  scopes.map((scope) => t.apikey.scope[scope]).join(t.add.comma);

/** The key is in this reply and nowhere else: it is taken out of it soon after it was told. */
async function make(ctx: CommandContext, { name, scopes }: { name: string; scopes: Scope[] }): Promise<Reply> {
  const { t } = ctx;
  if (Object.values(ctx.deskChats).includes(ctx.place.address)) return failed(t.apikey.notHere);
  const made = await makeApiKey(ctx, name, scopes);
  if (!made) return nameTaken(ctx, name);
  await noteAct(ctx.tx, { userId: ctx.user.id, command: `/apikey new ${name}`, now: ctx.now }, 'key_made');
  return {
    title: t.apikey.made(name, scopesIn(t, scopes)),
    text: t.apikey.shownOnce,
    quote: made.key,
    once: true,
    secret: true,
    hint: t.apikey.hint(`${ctx.publicUrl}/api/v1/docs`, `${ctx.publicUrl}/mcp`),
  };
}

async function nameTaken({ t, tx }: CommandContext, name: string): Promise<Reply> {
  const has = await findApiKey(tx, name);
  return failed(t.apikey.nameTaken(name), has && { buttons: [[revokeButton(t, has)]] });
}

const revokeButton = (t: CommandContext['t'], { name, prefix }: Pick<ApiKey, 'name' | 'prefix'>): Button => ({
  label: t.apikey.revoke(name),
  command: `/apikey revoke ${prefix}`,
});

/** The keys whose names begin so or are nearly so. Another is not offered: it could be ended by mistake, and for good. */
async function noSuchKey({ t, tx }: CommandContext, typed: string): Promise<Reply> {
  const keys = await listApiKeys(tx);
  const near = nearest(
    typed,
    keys.map(({ name }) => name),
  );
  const word = typed.toLowerCase();
  const meant = keys.filter(({ name }) => name === near || name.toLowerCase().startsWith(word));
  const buttons = meant.slice(0, MOST_OFFERED).map((key) => [revokeButton(t, key)]);
  const text = (await isRevoked(tx, typed)) ? t.apikey.revokedBefore(typed) : t.apikey.noSuch(typed);
  return failed(text, { buttons: [...buttons, [{ label: t.apikey.list, command: '/apikey' }]] });
}

async function revoke(ctx: CommandContext, typed: string, sure: boolean): Promise<Reply> {
  const found = await findApiKey(ctx.tx, typed);
  if (!found) return noSuchKey(ctx, typed);
  if (!sure) return askWhetherSure(ctx, found);
  await revokeApiKey(ctx.tx, found.id, ctx.now);
  const command = `/apikey revoke ${found.name}`;
  await noteAct(ctx.tx, { userId: ctx.user.id, command, now: ctx.now }, 'key_revoked');
  return { text: ctx.t.apikey.revoked(found.name) };
}

/** Nothing brings it back, so one tap is not enough. */
const askWhetherSure = ({ t }: CommandContext, { name, prefix }: ApiKey): Reply => ({
  undecided: true,
  title: t.apikey.sureToRevoke(name),
  text: t.apikey.forGood,
  buttons: [
    [
      { label: t.apikey.revokeForGood, command: `/apikey revoke ${prefix} !` },
      { label: t.apikey.list, command: '/apikey' },
    ],
  ],
});
