-- Who people are, how they prove it, and what they may do where. Secrets are kept as SHA-256
-- hashes (they are random, so a slow hash adds nothing), passwords as argon2id.

create table app_user (
  id integer generated always as identity primary key,
  -- The issuer's URL, or 'built-in' for accounts of our own provider, whose URL may change.
  issuer text not null,
  subject text not null,
  email text,
  name text not null,
  administrator boolean not null default false,
  created_at timestamptz(3) not null default now(),
  unique (issuer, subject)
);

-- What the built-in provider knows; app_user.subject is account.id.
create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email like '%_@_%'),
  name text not null check (length(name) between 1 and 200),
  password_hash text not null check (password_hash like '$argon2id$%'),
  created_at timestamptz(3) not null default now()
);
create unique index account_email on account (lower(email));

create table study_member (
  study_id integer not null references study on delete cascade,
  user_id integer not null references app_user on delete cascade,
  role text not null check (role in ('viewer', 'editor', 'owner')),
  primary key (study_id, user_id)
);
create index study_member_user on study_member (user_id);

create table session (
  id_hash text primary key,
  user_id integer not null references app_user on delete cascade,
  -- What the issuer wants to see again at sign-out. No other token is kept.
  id_token text,
  created_at timestamptz(3) not null,
  idle_until timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index session_expiry on session (expires_at);

-- A sign-in that has left for the issuer and not come back; taken once.
create table sign_in_attempt (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  setup_link_hash text,
  expires_at timestamptz(3) not null
);
create index sign_in_attempt_expiry on sign_in_attempt (expires_at);

create table api_key (
  id integer generated always as identity primary key,
  name text not null check (length(name) between 1 and 200),
  key_hash text not null unique,
  study_id integer references study on delete cascade,
  scope text not null check (scope in ('read', 'ingest', 'admin')),
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  check ((scope = 'admin') = (study_id is null))
);

-- The one-time link that makes the first administrator.
create table setup_link (
  token_hash text primary key,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

-- What the built-in provider has to remember: its sessions, grants, codes, tokens, interactions.
create table oidc_artifact (
  kind text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  user_code text,
  uid text,
  consumed_at timestamptz(3),
  expires_at timestamptz(3),
  primary key (kind, id)
);
create index oidc_artifact_grant on oidc_artifact (grant_id) where grant_id is not null;
create index oidc_artifact_uid on oidc_artifact (kind, uid) where uid is not null;
create index oidc_artifact_user_code on oidc_artifact (kind, user_code) where user_code is not null;
create index oidc_artifact_expiry on oidc_artifact (expires_at);

-- Signing keys, cookie keys and the first-party client's secret: made once, then kept.
create table provider_secret (
  name text primary key,
  value jsonb not null,
  created_at timestamptz(3) not null default now()
);
