import type { Context } from '../../context.ts';
import { seemAlikeEach } from '../../desk/alike.ts';
import { type Contact, knowSince, lockIdentities, ownersOf } from '../../people/contact.ts';
import { asNew, makeContacts } from '../../people/resolve.ts';
import { followRecords } from '../../people/shop_record.ts';
import type { Identity } from '../../people/sign.ts';
import { type Buying, goesBy, isRenamed, type Met, meet, meetAgain, type Named, recordOf } from './buyer.ts';

/**
 * The contacts that the buyers of different orders are, or become, who have nothing in common. Who is plainly known is met at once, and
 * neighbours of whom nothing is known are made together; everybody else is met alone, in their order: it comes to what one after the
 * other comes to. Once it is to be asked about somebody, nobody is met behind who may be called otherwise by then.
 */
export async function meetBuyers(ctx: Context, all: readonly Buying[]): Promise<Map<Named, Met>> {
  const met = new Map<Named, Met>();
  const meetKnown = async (those: readonly Buying[]) => {
    const known = those.flatMap(({ named, known: contact }) => (contact ? { named, contact } : []));
    await meetAgain(ctx, known);
    for (const { named, contact } of known) met.set(named, { contact: asKnown(contact), by: goesBy(named), alike: [] });
  };
  await meetKnown(all.filter((one) => !isRenamed(one)));
  const unknown = await unknownAmong(
    ctx,
    all.flatMap(({ named, known }) => (known ? [] : named)),
  );
  let together: Named[] = [];
  const meetThem = async () => {
    if (together.length === 0) return;
    const made = await meetNew(ctx, together);
    for (const [nth, one] of made.entries()) met.set(together[nth]!, one);
    together = [];
  };
  for (const one of all.filter(({ named }) => !met.has(named))) {
    if (unknown.has(one.named)) together.push(one.named);
    else {
      await meetThem();
      // who is known may be called otherwise from here on
      if ([...met.values()].some(({ alike }) => alike.length > 0)) return met;
      if (one.known) await meetKnown([one]);
      else met.set(one.named, await meet(ctx, one.named));
    }
  }
  await meetThem();
  return met;
}

/** Somebody of whom nothing is new. */
const asKnown = (contact: Contact) => ({ ...contact, changed: false });

/** Those of several of whom nobody here has an identity; all are locked in one order: else two who handle orders of the same people could wait for each other. */
async function unknownAmong({ tx }: Context, all: readonly Named[]): Promise<Set<Named>> {
  if (all.length < 2) return new Set();
  const identities = all.flatMap(identitiesOf);
  await lockIdentities(tx, identities);
  const owners = await ownersOf(tx, identities);
  const held = new Set(owners.map(({ identity }) => identity));
  return new Set(all.filter((named) => !identitiesOf(named).some((one) => held.has(one))));
}

/** A guest may be known by their phone and name though nobody is by the phone alone any more. */
const identitiesOf = ({ account, marks, otherwise }: Named): Identity[] => [
  ...marks.identities,
  ...((!account && otherwise?.marks.identities) || []),
];

/** The contacts that different people become, who have nothing in common and are unknown, in their order. */
async function meetNew(ctx: Context, all: readonly Named[]): Promise<Met[]> {
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
  return made.map((contact, nth) => ({ contact, by: goesBy(all[nth]!), alike: alike[nth]! }));
}
