import { cleanName } from '../../../../text/normalise.ts';
import { furtherNames } from '../../../../text/organization/company_name.ts';
import { typedWords } from '../../../../text/typed.ts';
import { loadContacts } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import {
  joinOrganization,
  LONGEST_ROLE,
  leaveOrganization,
  makeMain,
  othersOfDomain,
} from '../../../people/organization/membership.ts';
import type { Organization } from '../../../people/organization/organization.ts';
import { failed, type Reply } from '../../../reply.ts';
import { type CommandContext, Incomplete } from '../../command.ts';
import { called } from '../../who/addressed.ts';
import { pickContact, pickNamed } from '../../who/pick.ts';
import { splitFirst } from '../../words/words.ts';
import { shortly } from './meant.ts';
import { card } from './shown.ts';

/** Somebody who is to be there, and what they do. */
export interface Joining {
  contactId: string;
  name: string;
  role: string;
}

const SEVERAL = /^c\d{1,18}(?:,c\d{1,18}){1,99}$/iu;
const BETWEEN = /\s+[+＋]\s*/u;
const AS = typedWords(({ organization }) => organization.as);
const MOST_OTHERS = 20;

/** Whom '+Anna purchasing +Ben' names, each with a role; `before`: the line in front of them. Nothing is done yet. */
export async function joiningIn(
  ctx: CommandContext,
  words: string,
  before: string,
): Promise<{ people: Joining[] } | { ask: Reply } | Incomplete> {
  if (SEVERAL.test(words)) return { people: await severalOf(ctx, words) };
  if (words === '' && !ctx.about) return new Incomplete('name', 'end');
  const parts = words.split(BETWEEN);
  const people: Joining[] = [];
  for (const [nth, part] of parts.entries()) {
    const others = parts.slice(nth + 1).map((one) => `+${one}`);
    const done = people.map(({ contactId, role }) => `+c${contactId} ${role}`.trim());
    // whoever is named is meant, whatever card it answers
    const named = part === '' ? ctx : { ...ctx, about: undefined };
    const picked = await pickContact(
      named,
      part,
      (ref, rest) => [before, ...done, `+${ref} ${rest}`.trim(), ...others].join(' '),
      'value',
    );
    if ('ask' in picked) return picked;
    const line = [before, ...done, `+c${picked.contact.id}`].join(' ');
    const several = await askSeveral(ctx, part, picked, (rest) => [line, ...rest, ...others].join(' '));
    if (several) return { ask: several };
    people.push({ contactId: picked.contact.id, name: nameOf(picked.contact), role: roleIn(picked.rest) });
  }
  return { people };
}

/** Further names never become what somebody does: which of both they are is asked. */
async function askSeveral(
  ctx: CommandContext,
  part: string,
  { contact, rest }: { contact: { id: string; name: string }; rest: string },
  again: (rest: readonly string[]) => string,
): Promise<Reply | undefined> {
  // who is meant was read with the comma behind them
  const [comma] = rest && part.endsWith(rest) ? /[\s,，、;；&＆]*$/u.exec(part.slice(0, -rest.length))! : [''];
  const further = furtherNames(`${comma}${rest}`);
  if (!further) return undefined;
  const known = further.sure || (await anyCalled(ctx, further.names));
  if (!known) return undefined;
  const { organization: t } = ctx.t;
  const who = [nameOf(contact), ...further.names];
  const role = rest.replace(/^[\s,，、;；&＆]+/u, '');
  return failed(t.severalNamed(shortly(role)), {
    buttons: [
      [{ label: t.button.allOfThem(ctx.t.inARow(who)), command: again(further.names.map((name) => `+${name}`)) }],
      [{ label: t.button.isRole(shortly(role)), command: again([`${AS.values().next().value} ${role}`]) }],
    ],
  });
}

async function anyCalled(ctx: CommandContext, names: readonly string[]): Promise<boolean> {
  for (const name of names.slice(0, MOST_NAMED)) if ((await called(ctx, name)).ids.length > 0) return true;
  return false;
}

async function severalOf(ctx: CommandContext, words: string): Promise<Joining[]> {
  const ids = words.split(',').map((ref) => ref.slice(1));
  const known = await loadContacts(ctx.tx, ids);
  return ids.flatMap((id) => {
    const contact = known.get(id);
    return contact ? { contactId: id, name: nameOf(contact), role: '' } : [];
  });
}

/** '(purchasing)', 'as purchasing', '做采购' */
function roleIn(typed: string): string {
  const bare = typed.replace(/^[\s,，:：、(（]+|[\s)）。.]+$/gu, '');
  const [first, rest] = splitFirst(bare);
  if (rest !== '' && AS.has(first.toLowerCase())) return cleanName(rest, LONGEST_ROLE);
  const glued = [...AS].find(
    (word) => /^\p{Script=Han}/u.test(word) && bare.startsWith(word) && bare.length > word.length,
  );
  return cleanName(glued ? bare.slice(glued.length) : bare, LONGEST_ROLE);
}

/** They are there from now on; `made`: the company is new. */
export async function join(
  ctx: CommandContext,
  one: Organization,
  people: readonly Joining[],
  made: boolean,
): Promise<Reply> {
  const { t } = ctx;
  await joinOrganization(ctx.tx, one.id, people, ctx.now);
  const names = people.map(({ name, role }) => (role ? t.marked(name, role) : name)).join(' · ');
  const [said, many] = made
    ? [t.organization.madeWith(one.name, names), t.organization.madeWith(one.name, names)]
    : [t.organization.joined(names, one.name), t.organization.joinedAll(people.length, one.name)];
  return card(ctx, one, people.length > MOST_NAMED ? many : said);
}

const MOST_NAMED = 3;

/** '-Anna' */
export async function leave(ctx: CommandContext, one: Organization, words: string): Promise<Reply> {
  const picked = await pickNamed(ctx, words, (ref) => `/org o${one.id} -${ref}`);
  if ('ask' in picked) return picked.ask;
  const name = nameOf(picked.contact);
  const left = await leaveOrganization(ctx.tx, one.id, picked.contact.id);
  if (!left) return { ...failed(ctx.t.organization.notThere(name, one.name)), unchanged: true };
  return card(ctx, one, ctx.t.organization.left(name, one.name));
}

/** 'main Anna': of several companies it is hers. */
export async function main(ctx: CommandContext, one: Organization, words: string): Promise<Reply | Incomplete> {
  if (words === '' && !ctx.about) return new Incomplete('name', 'end');
  const picked = await pickNamed(ctx, words, (ref) => `/org o${one.id} main ${ref}`);
  if ('ask' in picked) return picked.ask;
  const name = nameOf(picked.contact);
  if (!(await makeMain(ctx.tx, one.id, picked.contact.id, ctx.now)))
    return failed(ctx.t.organization.notThere(name, one.name));
  return card(ctx, one, ctx.t.organization.mainNow(name, one.name));
}

/** 'others': who writes from its mail domain and is not noted there. */
export async function others(ctx: CommandContext, one: Organization): Promise<Reply> {
  const { t } = ctx;
  if (one.domain === '') return failed(t.organization.noDomain(one.name));
  const found = await othersOfDomain(ctx.tx, one, MOST_OTHERS);
  if (found.length === 0) return { text: t.organization.noOthers(one.name) };
  const all = found.map(({ id }) => `c${id}`).join(',');
  return {
    title: t.organization.othersTitle(one.domain, one.name),
    lists: [
      {
        items: found.map(({ id, name, address }) => ({
          text: nameOf({ id, name }),
          detail: address,
          ref: `c${id}`,
          contactId: id,
          buttons: [{ label: t.organization.button.addOne, command: `/org o${one.id} +c${id}` }],
        })),
      },
    ],
    buttons: [
      [
        ...(found.length > 1
          ? [{ label: t.organization.button.addAll(found.length), command: `/org o${one.id} +${all}` }]
          : []),
        { label: one.name, command: `/org o${one.id}` },
      ],
    ],
  };
}
