-- Whether a user has said what a campaign is: news, an offer or a reminder. Until then a text that reads like an offer is asked about, as
-- some people let us send them news and no offers.
alter table campaigns add column purpose_said boolean not null default false;
update campaigns set purpose_said = true where sequence_id is not null;
