-- What a card shows is written on the card: so it can be made anew as long as it waits, from the messages as they are then.
-- shows: the messages, oldest first, each with what only its arrival said ({messageId, at, urgent, forwardedFrom, claimed, perhaps});
-- the last ones, when there are very many (shows_count says how many there are). Null: the card is about something else, or is never
-- joined by others; shows_contact alone says whose words are on it.
alter table outbox add column shows jsonb;
alter table outbox drop column shows_from;
-- of a cancelled card: the card that shows its messages instead
alter table outbox add column shown_by bigint;

-- a card that was cancelled for another is told; a cancelled one that still has a contact can wait again
update outbox set shows_contact = null where state = 'cancelled' and shows_contact is not null;

-- the cards of a contact that have not begun to leave
create index outbox_told on outbox (shows_contact, (id + 0)) where waits and shows_contact is not null;

-- Only what is parked can be let go: notices whose hour has not come never are.
create or replace function outbox_next() returns trigger language plpgsql as $$
begin
  update outbox set parked_until = null
  where id = (
    select id from outbox
    where channel = old.channel and address = old.address and holds and state = 'queued' and priority in (1, 2)
    order by priority, id limit 1
  );
  return null;
end $$;

-- A card that another shows instead stood behind that one, and so does everything that stood behind it: nobody's turn has come. As
-- nothing is looked for, acts about different customers never wait for each other's rows at a desk.
drop trigger next_updated on outbox;
create trigger next_updated after update of state, address on outbox for each row
  when (old.holds and (not new.holds and new.shown_by is null or new.address <> old.address)) execute function outbox_next();
