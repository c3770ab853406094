-- A button that answers a customer by mail may say in its label who gets the answer: kept, and compared when it is pressed.
alter table buttons add column goes_to jsonb;
