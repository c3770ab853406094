-- A button that answers a customer by mail may say in its label who gets the answer: kept, and compared when it is pressed.
alter table buttons add column goes_to jsonb;
-- and its line may be words somebody typed, put behind another command: a v2 in them may be a word of the answer
alter table buttons add column typed boolean not null default false;
