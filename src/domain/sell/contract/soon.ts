import type { Sql } from '../../../db/sql.ts';
import { type Day, isoDay } from '../../../text/when/zone.ts';

/** A contract of which notice can still be given. */
export interface NoticeSoon {
  id: string;
  contactId: string;
  contactName: string;
  title: string;
  /** The last day on which it can be. */
  noticeBy: string;
}

/** Those whose last day for notice is within so many days from `today`, the nearest first. */
export async function noticeWithin(sql: Sql, today: Day, days: number, limit: number): Promise<NoticeSoon[]> {
  return sql<NoticeSoon>`
    select k.id, k.contact_id as "contactId", c.name as "contactName", k.title, k.notice_by::text as "noticeBy"
    from contracts k join contacts c on c.id = k.contact_id
    where k.state <> 'ended' and coalesce(k.due_on, 'infinity'::date) <= ${isoDay(today + days)}::date
      and k.state = 'active' and k.due_on = k.notice_by and k.due_on >= ${isoDay(today)}::date
    order by coalesce(k.due_on, 'infinity'::date), k.id limit ${limit}`;
}
