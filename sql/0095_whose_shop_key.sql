-- Which of the accounts behind one address a shop's key is of, as far as its words say: another account is another shop.
alter table shop_keys add column account text;
