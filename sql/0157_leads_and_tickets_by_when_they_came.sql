-- Which leads and tickets came in some days is asked of them all, those that are over too.
create index leads_came on leads (created_at);
create index tickets_came on tickets (created_at);
