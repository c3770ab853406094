import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Locale } from '../../../text/locale.ts';
import type { Context } from '../../context.ts';
import { saveSetting } from '../../settings.ts';
import { leftToFillIn } from '../variable.ts';

/** What customers often ask. The canned reply of its name answers it. */
export interface Faq {
  name: string;
  /** How it is asked, as examples. */
  questions: string[];
  /** It leaves by itself where the question is certainly this one. */
  byItself: boolean;
  texts: Partial<Record<Locale, string>>;
}

export interface FaqCounted extends Faq {
  proposed: number;
  sent: number;
  corrected: number;
}

export const MOST_FAQS = 100;
export const MOST_QUESTIONS = 20;
export const LONGEST_NAME = 30;

const columns = (sql: Sql) => sql`
  f.name, f.questions, f.by_itself as "byItself",
  coalesce((select jsonb_object_agg(c.locale, c.text) from canned_replies c where c.name = f.name), '{}') as texts`;

export async function listFaqs(sql: Sql): Promise<Faq[]> {
  return sql<Faq>`select ${columns(sql)} from faqs f order by f.name limit ${MOST_FAQS}`;
}

/** With how often each was proposed, sent, and answered otherwise. */
export async function countedFaqs(sql: Sql, limit: number, offset = 0): Promise<FaqCounted[]> {
  return counted(sql, sql`select * from faqs order by name limit ${limit} offset ${offset}`);
}

const counted = (sql: Sql, those: Fragment) => sql<FaqCounted>`
    select ${columns(sql)}, used.* from (${those}) f
    cross join lateral (
      select count(*)::int as proposed, (count(*) filter (where r.state in ('sent', 'given')))::int as sent,
        (count(*) filter (where r.state = 'taken' or r.why = 'answered'))::int as corrected
      from ready_answers r where r.name = f.name
    ) used
    order by f.name`;

export async function faqNamed(sql: Sql, name: string): Promise<FaqCounted | undefined> {
  const [found] = await counted(
    sql,
    sql`select * from faqs where fold_text(name) = fold_text(${name}) order by name = ${name.toLowerCase()} desc, name limit 1`,
  );
  return found;
}

export async function countFaqs(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`select count(*)::int as count from faqs`;
  return row!.count;
}

/** Kept under its name; asked anew, its questions are added to those it has. */
export async function saveFaq(
  ctx: Pick<Context, 'tx' | 'now' | 'settings'>,
  { name, questions }: Pick<Faq, 'name' | 'questions'>,
): Promise<void> {
  const { tx, now, settings } = ctx;
  const [was] = await tx<{ questions: string[] }>`select questions from faqs where name = ${name} for update`;
  const all = [...new Set([...(was?.questions ?? []), ...questions])].slice(-MOST_QUESTIONS);
  await tx`
    insert into faqs (name, questions, created_at) values (${name}, ${tx.json(all)}, ${now})
    on conflict (name) do update set questions = excluded.questions`;
  await lookForFaqs({ tx, settings });
}

/** From now on messages are held against them. */
export async function lookForFaqs({ tx, settings }: Pick<Context, 'tx' | 'settings'>): Promise<void> {
  if (!settings.autoreply?.faq) await saveSetting(tx, 'autoreply', { ...settings.autoreply, faq: true });
}

export async function setByItself(tx: Tx, name: string, byItself: boolean): Promise<void> {
  await tx`update faqs set by_itself = ${byItself} where name = ${name} and by_itself <> ${byItself}`;
}

export async function dropFaq(tx: Tx, name: string): Promise<boolean> {
  return (await tx`delete from faqs where name = ${name} returning id`).length > 0;
}

/** What is filled in for each who gets it, or still to be filled in: it leaves only when somebody has read it. */
export const asksForMore = (words: string): string | undefined =>
  /[{｛][^}｝]*[}｝]?/u.exec(words)?.[0] ?? leftToFillIn(words);
