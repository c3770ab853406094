drop trigger campaign_unsubscribed on consents;
drop function campaign_unsubscribed();

-- Nothing unasked goes there any more. A no that was lifted since is not said again by an older one. True: it was not known.
-- Whoever says so has had enough of what they got last: its report counts them, whether or not they had ever agreed in a row of their own.
create or replace function suppress(
  to_channel text, to_address text, purposes text[], why text, by_whom text, where_said text, said_at timestamptz, ends timestamptz default null
) returns boolean language plpgsql as $$
declare
  house suppression_keys := suppression_key();
  is_new boolean;
begin
  insert into suppressions as s (hash, channel, purpose, reason, said_by, source, at, until)
  select suppression_hash(house.inner_pad, house.outer_pad, to_channel, to_address), to_channel, p, why, by_whom, where_said, said_at, ends
  from unnest(purposes) p order by p
  on conflict (hash, purpose, reason) do update set
    said_by = excluded.said_by, source = excluded.source, at = excluded.at, until = excluded.until, lifted_at = null
  where (s.lifted_at is not null and excluded.at > s.lifted_at)
    or (s.lifted_at is null and (s.said_by = 'user' and excluded.said_by = 'person' or s.until <> excluded.until));
  is_new := found;
  if is_new and why = 'unsubscribed' and by_whom = 'person' then
    update campaign_deliveries d set unsubscribed_at = said_at
    from (
      select campaign_id, contact_id from campaign_deliveries
      where channel = to_channel and address = to_address and sent_at is not null
        and sent_at between said_at - interval '30 days' and said_at
      order by sent_at desc limit 1
    ) last
    where d.campaign_id = last.campaign_id and d.contact_id = last.contact_id and d.unsubscribed_at is null;
  end if;
  return is_new;
end
$$;
