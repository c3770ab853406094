-- whether anything that a button has done still stands
create index journal_button on journal (button_id) where button_id is not null;
