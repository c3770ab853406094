-- Whose an address is, and who has a channel at all, are two questions with an index each. As long as there are few rows both look
-- equally good for the first one, and a plan that was made then is kept: so the second index gets a predicate that only its own question names.
drop index contact_identities_channel;
create index contact_identities_channel on contact_identities (channel, contact_id) where contact_id > 0;
