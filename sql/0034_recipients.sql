-- To whom an answer goes is kept where it was shown: at its time, or when a user lets it go, it is compared with where it would go by
-- then. Null in rows from before, and then the conversation's own address was shown, and no copies.
alter table scheduled_answers add column address text;
alter table scheduled_answers add column copies jsonb;
alter table scheduled_answers add column contact_id bigint references contacts (id) on delete set null;
alter table unconfirmed_answers add column copies jsonb;
create index scheduled_answers_contact on scheduled_answers (contact_id);

update scheduled_answers s set address = coalesce(v.answers_to, v.address), contact_id = v.contact_id
from conversations v where v.id = s.conversation_id and s.sent_at is null and s.cancelled_at is null;
