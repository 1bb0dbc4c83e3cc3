-- People of a study, those who are only invited among them; and what a study says to finders.

-- Whether its issuer says that the address is theirs; only then does it open anything.
alter table app_user add column email_confirmed boolean not null default false;
update app_user set email_confirmed = true where issuer = 'built-in';

create table study_invitation (
  id integer generated always as identity primary key,
  study_id integer not null references study on delete cascade,
  email text not null check (email like '%_@_%'),
  role text not null check (role in ('viewer', 'editor', 'owner')),
  -- Of the link that makes an account of the built-in provider; null where people sign in elsewhere.
  token_hash text unique,
  invited_by text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create unique index study_invitation_address on study_invitation (study_id, lower(email));
create index study_invitation_email on study_invitation (lower(email));
select keep_audit('study_invitation', 'invitation', left_out => '{token_hash}');

-- By language: {"nl": "...", "fr": "..."}.
alter table study add column finder_texts jsonb not null default '{}';
