-- What a buyer writes with an order: a note, a gift text, an engraving. Null: the order was stored before that was read.
alter table orders add column words text;
-- Which kind of an article a line is: Blue / L.
alter table order_lines add column variant text;
create index orders_words on orders using gin (word_keys(words)) with (fastupdate = off) where words <> '';
