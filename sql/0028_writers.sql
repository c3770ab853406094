-- Several people write from one address (office@, a relay): under which name this one was sent, where it is not the contact's.
alter table messages add column author_name text;
