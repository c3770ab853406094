import type { Context } from '../../context.ts';
import { withdrawAlike } from '../../people/consent.ts';
import { choicesOfValues } from '../../people/fields/contact_fields.ts';
import { sayAgain } from '../../people/suppression.ts';
import { lookForFaqs } from '../../talk/ready/faq.ts';
import { loadWebForm, rotateWebForm } from '../../webforms/web_form.ts';
import type { Import } from '../imports.ts';
import { mappedRows, type Range } from './mapped.ts';

/** The ids here of the rows that were added, and of those that are as the file has them by now. */
interface Written {
  added: readonly string[];
  changed: readonly string[];
}

/** A title of a task is no longer. */
const LONGEST_STEP = 200;

/** What has to follow once rows of a table are taken in. */
export const AFTER: Readonly<
  Record<string, (ctx: Context, one: Import, range: Range, written: Written) => Promise<void>>
> = {
  async field_values({ tx }, _, __, { added, changed }) {
    await choicesOfValues(tx, [...added, ...changed]);
  },
  /** Whoever has withdrawn, here or there, has withdrawn what they had agreed to before, wherever that was. */
  async consents({ tx }, one, range) {
    await withdrawAlike(
      tx,
      tx`
      select r.channel, r.address, r.purpose, r.withdrawn_at, r.withdrawn_from
      from (${mappedRows(tx, one, range)}) m cross join lateral jsonb_populate_record(null::consents, m.says) r
      where not m.lost`,
    );
  },
  /** Who said no there after they had agreed again here says it. */
  async suppressions({ tx }, one, range) {
    await sayAgain(
      tx,
      tx`
      select r.* from (${mappedRows(tx, one, range)}) m cross join lateral jsonb_populate_record(null::suppressions, m.says) r
      where not m.lost`,
    );
  },
  /** What was next of a lead stood in its row before it was a task. */
  async leads({ tx }, one, { noun, from, to }, { added }) {
    await tx`
      insert into tasks (lead_id, contact_id, title, done_at)
      select l.id, l.contact_id, left(b.says ->> 'next_step', ${LONGEST_STEP}), l.closed_at
      from import_rows b join leads l on l.id = b.row_id::bigint
      where b.import_id = ${one.id} and b.noun = ${noun.file} and b.nth > ${from} and b.nth <= ${to}
        and b.row_id = any((select ${[...added]}::text[])::text[]) and trim(coalesce(b.says ->> 'next_step', '')) <> ''
      order by l.id`;
  },
  async faqs(ctx, _, __, { added }) {
    if (added.length > 0) await lookForFaqs(ctx);
  },
  /** A form is signed anew: what signed it elsewhere is in no file. */
  async web_forms(ctx, _, __, { added }) {
    for (const id of added) await rotateWebForm(ctx, (await loadWebForm(ctx.tx, id))!);
  },
};
