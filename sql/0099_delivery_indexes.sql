-- Each index costs a delivery three entries: when it is planned, claimed and settled. By their person one index finds all of them.
drop index campaign_deliveries_contact;
drop index campaign_deliveries_sent;
create index campaign_deliveries_sent on campaign_deliveries (contact_id, sent_at);
