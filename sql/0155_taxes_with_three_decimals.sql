-- 9.975 and 8.875 percent are taxes that there are.
alter table quotes alter column tax_percent type numeric(6, 3);
