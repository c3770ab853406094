-- An answer leaves by itself only in the words, and to the questions, that the owner has seen and let: whoever changes either, by whatever way,
-- has it proposed again. An undo brings back both.
create function faq_words_changed() returns trigger language plpgsql as $$
begin
  if current_setting('crm.reverting', true) is distinct from 'on' then
    update faqs set by_itself = false where name in (new.name, old.name) and by_itself;
  end if;
  return null;
end
$$;
create trigger faq_words_made after insert on canned_replies for each row execute function faq_words_changed();
create trigger faq_words_changed after update of name, locale, text on canned_replies for each row
  when (old.name <> new.name or old.locale <> new.locale or old.text <> new.text) execute function faq_words_changed();
create trigger faq_words_gone after delete on canned_replies for each row execute function faq_words_changed();

create function faq_asked_otherwise() returns trigger language plpgsql as $$
begin
  new.by_itself := false;
  return new;
end
$$;
create trigger faq_asked_otherwise before update of questions on faqs for each row
  when (old.by_itself and new.by_itself and old.questions <> new.questions and current_setting('crm.reverting', true) is distinct from 'on')
  execute function faq_asked_otherwise();
