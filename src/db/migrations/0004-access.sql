-- Organisations, the people who sign in, and their sessions.

create table organisations (
  id         uuid        primary key default gen_random_uuid(),
  kind       text        not null check (kind in ('police', 'provider')),
  name       text        not null check (name <> ''),
  force      text        unique,
  created_at timestamptz not null default now(),
  check ((kind = 'police') = (force is not null))
);

create table accounts (
  id               uuid        primary key default gen_random_uuid(),
  organisation_id  uuid        not null references organisations,
  email            text        not null unique check (email = lower(email)),
  name             text        not null check (name <> ''),
  role             text        not null check (role in ('officer', 'supervisor', 'coordinator', 'provider')),
  password_hash    text        not null,
  is_demonstration boolean     not null default false,
  disabled_at      timestamptz,
  created_at       timestamptz not null default now()
);
create index accounts_by_organisation on accounts (organisation_id);

create function role_fits_organisation() returns trigger language plpgsql as $$
begin
  if (new.role = 'provider') <> (select kind = 'provider' from organisations where id = new.organisation_id) then
    raise exception 'An account with role % cannot belong to this kind of organisation', new.role
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger accounts_role_fits_organisation before insert or update of role, organisation_id on accounts
  for each row execute function role_fits_organisation();

create table sessions (
  token_hash   bytea       primary key check (length(token_hash) = 32),
  account_id   uuid        not null references accounts on delete cascade,
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index sessions_by_account on sessions (account_id);

create table sign_in_attempts (
  subject        text        primary key,
  failures       integer     not null check (failures > 0),
  last_failed_at timestamptz not null
);

alter table organisations enable row level security;
alter table organisations force row level security;
alter table accounts enable row level security;
alter table accounts force row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;

-- Which organisations exist is no secret among those who sign in; the colleagues of other organisations are.
grant select on organisations to waymark_app;
create policy seen_by_all on organisations for select to waymark_app using (true);

grant select (id, organisation_id, email, name, role, is_demonstration, disabled_at, created_at) on accounts to waymark_app;
create policy seen_by_colleagues on accounts for select to waymark_app
  using (organisation_id = (select acting_organisation()));

grant select, insert on organisations to waymark_system;
create policy seen_by_the_program on organisations for select to waymark_system using (true);
create policy made_for_demonstration on organisations for insert to waymark_system
  with check ((select acting_purpose()) = 'demonstration');

grant select, insert, update (password_hash) on accounts to waymark_system;
create policy seen_to_sign_in on accounts for select to waymark_system
  using ((select acting_purpose()) in ('sign-in', 'read-session', 'demonstration'));
create policy made_for_demonstration on accounts for insert to waymark_system
  with check ((select acting_purpose()) = 'demonstration' and is_demonstration);
create policy rehashed_at_sign_in on accounts for update to waymark_system
  using ((select acting_purpose()) = 'sign-in' or ((select acting_purpose()) = 'demonstration' and is_demonstration));

grant select, insert, delete, update (last_seen_at) on sessions to waymark_system;
create policy kept_by_access on sessions for all to waymark_system
  using ((select acting_purpose()) in ('sign-in', 'read-session'))
  with check ((select acting_purpose()) in ('sign-in', 'read-session'));

grant select, insert, update, delete on sign_in_attempts to waymark_system;
create policy kept_by_access on sign_in_attempts for all to waymark_system
  using ((select acting_purpose()) = 'sign-in')
  with check ((select acting_purpose()) = 'sign-in');
