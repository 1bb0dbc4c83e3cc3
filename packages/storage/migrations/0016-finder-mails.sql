-- Mails to finders: only to whom confirmed that the address is theirs and that they want them.

-- The token stands in the links of every mail. It is no secret from whoever reads this table, as the
-- address stands beside it, and mails must be able to name it again.
alter table sighting_contact add column token text not null unique
  default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
alter table sighting_contact add column confirm_mailed_at timestamptz(3);
alter table sighting_contact add column confirmed_at timestamptz(3);
alter table sighting_contact add column unsubscribed_at timestamptz(3);
alter table sighting_contact add column news_mailed_at timestamptz(3);
create index sighting_contact_address on sighting_contact (lower(email));

-- Where one click ends mails of this kind (RFC 8058).
alter table mail add column unsubscribe_url text;
