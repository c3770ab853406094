-- The very address by which alone this identity came to its contact (of the kind `joined_by`): of two phones of one contact only one brought it.
alter table contact_identities add column joined_through text;
-- Of what came before it is known only where there was one such address, or where a shop still names the mail address.
update contact_identities j set joined_through = i.address from contact_identities i
where j.joined_by is not null and i.contact_id = j.contact_id and i.channel = j.joined_by and i.id < j.id
  and (i.address = j.told_email or not exists (
    select from contact_identities o where o.contact_id = j.contact_id and o.channel = j.joined_by and o.id < j.id and o.id <> i.id
  ));
