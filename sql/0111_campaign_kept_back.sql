-- A campaign's message that waits in a chat channel's outbox and is cancelled there, whoever does that, is nothing that is being sent any
-- more: its person has been blocked or has left the channel. Whoever means something else by it says so of the delivery before.
create function campaign_kept_back() returns trigger language plpgsql as $$
begin
  update campaign_deliveries set state = 'skipped', reason = 'blocked', sent_at = null, locked_until = null
  where outbox_id = new.id and state = 'sending';
  return null;
end $$;
create trigger campaign_kept_back after update of state on outbox for each row
when (old.state = 'queued' and new.state = 'cancelled' and new.payload ? 'campaign') execute function campaign_kept_back();

update campaign_deliveries d set state = 'skipped', reason = 'blocked', sent_at = null, locked_until = null
from outbox o where o.id = d.outbox_id and d.state = 'sending' and o.state = 'cancelled';

-- A send that was taken back after its people had been given their deliveries went to them in the next words all the same.
update campaigns set state = 'paused', reason = 'asked' where state in ('draft', 'scheduled') and planned_at is not null;
