import type { Context } from '../../context.ts';
import { proposeAlike, seemAlikeEach } from '../../desk/alike.ts';
import { type Contact, knowSince, lockIdentities, ownersOf } from '../../people/contact.ts';
import { asNew, makeContacts } from '../../people/resolve.ts';
import { followRecords } from '../../people/shop_record.ts';
import { meet, type Named, recordOf } from './buyer.ts';

/**
 * The contacts that people become who are not plainly known and have nothing in common. Neighbours of whom nothing is known are made
 * together, everybody else is met alone, all of them in their order: it comes to what one after the other comes to.
 */
export async function meetStrangers(ctx: Context, strangers: readonly Named[]): Promise<Map<Named, Contact>> {
  // in one order for all: else two who handle orders of the same people could wait for each other
  await lockIdentities(
    ctx.tx,
    strangers.flatMap(({ marks }) => marks.identities),
  );
  const unknown = await unknownAmong(ctx, strangers);
  const met = new Map<Named, Contact>();
  let together: Named[] = [];
  const meetThem = async () => {
    const made = await meetNew(ctx, together);
    for (const [nth, contact] of made.entries()) met.set(together[nth]!, contact);
    together = [];
  };
  for (const named of strangers) {
    if (unknown.has(named)) together.push(named);
    else {
      await meetThem();
      met.set(named, await meet(ctx, named));
    }
  }
  await meetThem();
  return met;
}

/** Those of them of whom nobody here has an identity; those are locked. */
async function unknownAmong({ tx }: Context, all: readonly Named[]): Promise<Set<Named>> {
  const owners = await ownersOf(
    tx,
    all.flatMap(({ marks }) => marks.identities),
  );
  const held = new Set(owners.map(({ identity }) => identity));
  return new Set(all.filter(({ marks }) => !marks.identities.some((one) => held.has(one))));
}

/** The contacts that different people become, who have nothing in common and are unknown, in their order. */
async function meetNew(ctx: Context, all: readonly Named[]): Promise<Contact[]> {
  const made = (await makeContacts(ctx.tx, all)).map(asNew);
  if (ctx.pulled === 'history')
    for (const [nth, { since }] of all.entries()) await knowSince(ctx.tx, made[nth]!.id, since);
  await followRecords(
    ctx.tx,
    all.flatMap((named, nth) => recordOf(made[nth]!, named)),
  );
  // each looks for those before it, as if they had come one after the other
  const alike = await seemAlikeEach(
    ctx,
    made.map((contact, nth) => ({ contact, touch: all[nth]!.marks })),
  );
  for (const [nth, contact] of made.entries()) await proposeAlike(ctx, contact, alike[nth]!);
  return made;
}
