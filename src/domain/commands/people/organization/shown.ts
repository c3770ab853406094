import { formatAge } from '../../../../text/when/duration.ts';
import { organizationCard } from '../../../desk/organization/card.ts';
import type { Contact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { organizationByDomain, organizationsOf } from '../../../people/organization/membership.ts';
import {
  countOrganizations,
  type Listed,
  listOrganizations,
  loadOrganization,
  type Organization,
} from '../../../people/organization/organization.ts';
import type { Button, Item, Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';

/** A company as it stands; `said`: what was just done. */
export async function card(ctx: CommandContext, { id }: Pick<Organization, 'id'>, said?: string): Promise<Reply> {
  const one = (await loadOrganization(ctx.tx, id))!;
  const shown = await organizationCard(ctx, ctx.t, ctx.locale, one);
  return { ...shown, ...(said && { text: said }) };
}

/** All of them: what has the most that is open first. */
export const list = (ctx: CommandContext, page: number): Promise<Reply> =>
  paged(ctx, page, {
    title: ctx.t.organization.title,
    empty: ctx.t.organization.none,
    command: '/org',
    count: (most) => countOrganizations(ctx.tx, most),
    load: async (limit, offset) => (await listOrganizations(ctx.tx, limit, offset)).map((one) => itemOf(ctx, one)),
  });

function itemOf({ t, now, locale }: CommandContext, { id, name, people, leads, tickets, lastSeenAt }: Listed): Item {
  return {
    text: name,
    detail: [
      t.organization.count(people),
      ...(leads + tickets > 0 ? [t.organization.open(leads, tickets)] : []),
      ...(lastSeenAt ? [formatAge(now.getTime() - lastSeenAt.getTime(), locale)] : []),
    ].join(' · '),
    ref: `o${id}`,
    buttons: [{ label: t.button.show, command: `/org o${id}` }],
  };
}

/** Where somebody is. */
export async function whereSomebodyIs(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { t } = ctx;
  const [all, proposed] = await Promise.all([
    organizationsOf(ctx.tx, contact.id),
    organizationByDomain(ctx.tx, contact.id),
  ]);
  const name = nameOf(contact);
  const rows: Button[][] = [
    proposed
      ? [{ label: t.organization.button.atIt(proposed.name), command: `/org o${proposed.id} +c${contact.id}` }]
      : [],
    [{ label: t.button.contact, command: `/contact c${contact.id}` }],
  ];
  const buttons = rows.filter((row) => row.length > 0);
  const person = { contactId: contact.id, sure: false };
  if (all.length === 0) return { text: t.organization.nowhere(name), buttons, person };
  const items = all.map(
    (one, nth): Item => ({
      text: one.name,
      ...(one.role !== '' && { detail: one.role }),
      ref: `o${one.id}`,
      buttons: [
        { label: t.button.show, command: `/org o${one.id}` },
        ...(nth > 0 ? [{ label: t.organization.button.main, command: `/org o${one.id} main c${contact.id}` }] : []),
        { label: t.organization.button.leave, command: `/org o${one.id} -c${contact.id}` },
      ],
    }),
  );
  return { title: t.organization.whereTitle(name), lists: [{ items }], buttons, person };
}
