-- Whoever was called so before counts as a namesake: by the name a contact has given up, and by that of one that a merge made theirs.
create index contact_signs_former on contact_signs (fold_text(address)) where source = 'former';
create index contact_identities_known_as on contact_identities (fold_text(known_as)) where known_as is not null;
