import { cleanText, narrow } from '../../../../text/normalise.ts';
import { companyName } from '../../../../text/organization/company_name.ts';
import { ownDomain } from '../../../../text/public_mail.ts';
import { typedMeanings } from '../../../../text/typed.ts';
import { countMembers } from '../../../people/organization/membership.ts';
import {
  type Fact,
  insertOrganization,
  LONGEST_FACT,
  lockCompanyName,
  mergeOrganizations,
  type Organization,
  removeOrganization,
  renameOrganization,
  setFact,
} from '../../../people/organization/organization.ts';
import { failed, type Reply } from '../../../reply.ts';
import { type CommandContext, Incomplete } from '../../command.ts';
import { join, joiningIn } from './join.ts';
import { meantBy, noSuch, oneMeant, quoted, shortly, which } from './meant.ts';
import { card } from './shown.ts';

const FILLED = typedMeanings<'any' | 'none'>(({ field }) => field.filled);
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * A company that is not there yet is made, with whoever is to be there; where one is called nearly so it is asked which is meant, unless
 * that was answered (`sure`).
 */
export async function create(
  ctx: CommandContext,
  typed: string,
  { sure, people = '' }: { sure: boolean; people?: string },
): Promise<Reply | Incomplete> {
  const { t, tx } = ctx;
  const name = companyName(typed);
  if (!HAS_WORD.test(name) || /^o\d+$/i.test(name)) return failed(t.organization.badName);
  await lockCompanyName(tx, name);
  const { exact, near, within } = await meantBy(ctx, name);
  const behind = people ? ` +${people}` : '';
  if (exact[0]) {
    if (people) return joinKnown(ctx, exact[0], people);
    return { ...(await card(ctx, exact[0], t.organization.there(exact[0].name))), unchanged: true };
  }
  const alike = [...near, ...within];
  if (alike.length > 0 && !sure) {
    const last = { label: t.organization.button.fresh, command: `/org add !${quoted(name)}${behind}` };
    return which(ctx, alike, (ref) => `/org ${ref}${behind}`, { text: t.organization.nearly(shortly(name)), last });
  }
  const joining = people ? await joiningIn(ctx, people, `/org add !${quoted(name)}`) : undefined;
  if (joining && !('people' in joining)) return 'ask' in joining ? joining.ask : joining;
  const made = await insertOrganization(tx, name, ctx.now);
  return joining ? join(ctx, made, joining.people, true) : card(ctx, made, t.organization.made(made.name));
}

/** '+Anna purchasing' */
export async function joinKnown(ctx: CommandContext, one: Organization, words: string): Promise<Reply | Incomplete> {
  const joining = await joiningIn(ctx, words, `/org o${one.id}`);
  if (!('people' in joining)) return 'ask' in joining ? joining.ask : joining;
  return join(ctx, one, joining.people, false);
}

export async function rename(ctx: CommandContext, one: Organization, typed: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  const name = companyName(typed.replace(/^(?:[-=]>|→)\s*/u, '').replace(/^["“「](.*)["”」]$/u, '$1'));
  if (name === '') return new Incomplete('newName', 'end');
  if (!HAS_WORD.test(name) || /^o\d+$/i.test(name)) return failed(t.organization.badName);
  await lockCompanyName(ctx.tx, name);
  const { exact } = await meantBy(ctx, name);
  const other = exact.find(({ id }) => id !== one.id);
  if (other) {
    const same = { label: t.organization.button.same(other.name), command: `/org o${one.id} merge o${other.id}` };
    return failed(t.organization.there(other.name), { buttons: [[same]] });
  }
  await renameOrganization(ctx.tx, one.id, name);
  return card(ctx, one, t.organization.renamed(one.name, name));
}

/** A note is added to what is noted; anything else takes its place. 'none' takes it away. */
export async function keepFact(
  ctx: CommandContext,
  one: Organization,
  fact: Fact,
  typed: string,
): Promise<Reply | Incomplete> {
  const { t } = ctx;
  const label = t.organization.fact[fact];
  const said = cleanText(typed).trim();
  if (said === '') return new Incomplete('text', 'end');
  if (FILLED.get(said.toLowerCase()) === 'none') {
    await setFact(ctx.tx, one.id, fact, '');
    return card(ctx, one, t.organization.cleared(label));
  }
  const value = fact === 'domain' ? domainIn(said) : said;
  if (value === undefined) return failed(t.organization.badDomain(shortly(said)));
  const kept = fact === 'note' && one.note !== '' ? `${one.note}\n${value}` : value;
  const most = fact === 'note' ? LONGEST_NOTE : LONGEST_FACT;
  if (kept.length > most) return failed(t.organization.tooLong(label));
  await setFact(ctx.tx, one.id, fact, kept);
  return card(ctx, one, t.organization.kept(label, value));
}

const LONGEST_NOTE = 4000;

/** 'acme.com' of anna@acme.com, https://www.acme.com/ and @acme.com; undefined: it is none of a company's own. */
function domainIn(typed: string): string | undefined {
  const domain = narrow(typed)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^\S{0,64}@/, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '');
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z0-9-]{2,24}$/.test(domain)
    ? ownDomain(domain)
    : undefined;
}

/** 'merge Acme Inc.': both are one, under the first's name. */
export async function merge(ctx: CommandContext, one: Organization, typed: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  const name = typed.replace(/^["“「](.*)["”」]$/u, '$1').trim();
  if (name === '') return new Incomplete('companyName', 'end');
  const meant = await oneMeant(ctx, name, (ref) => `/org o${one.id} merge ${ref}`);
  if ('ask' in meant) return meant.ask;
  if (meant.one.id === one.id) return failed(t.organization.itself);
  if (!(await mergeOrganizations(ctx.tx, meant.one.id, one.id))) return noSuch(ctx, name);
  return card(ctx, one, t.organization.merged(meant.one.name, one.name));
}

/** 'delete' asks, 'delete !3' does it while so many are there. */
export async function remove(ctx: CommandContext, one: Organization, typed: string): Promise<Reply> {
  const { t } = ctx;
  const count = await countMembers(ctx.tx, one.id);
  if (typed.replace(/^！/u, '!') === `!${count}`) {
    await removeOrganization(ctx.tx, one.id);
    return { text: t.organization.removed(one.name) };
  }
  return {
    undecided: true,
    title: t.organization.removeTitle(one.name),
    text: t.organization.removeText(count),
    buttons: [
      [
        { label: t.organization.button.remove, command: `/org o${one.id} remove !${count}` },
        { label: one.name, command: `/org o${one.id}` },
      ],
    ],
  };
}
