-- How the language of a contact is known, weakest first: a guess from a word or two (all there was so far), the setting of
-- their app or shop account, words they have clearly written in it, the owner's decision.
alter table contacts add column locale_from text not null default 'guess'
  constraint contacts_locale_from_check check (locale_from in ('guess', 'platform', 'words', 'owner'));
