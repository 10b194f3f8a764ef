-- People change their own password, see where they are signed in, and prove again who they are before what cannot be
-- taken back.
select set_config('waymark.purpose', 'migration', true);

-- A password that somebody else chose is good for one sign-in. Until now all of them were; the demonstration's stay.
alter table accounts add column must_change_password boolean not null default true;
alter table accounts no force row level security;
update accounts set must_change_password = false where is_demonstration;
alter table accounts force row level security;
grant update (must_change_password) on accounts to waymark_system;

-- What its owner knows a session by, and when its password was last asked for.
alter table sessions
  add column id uuid not null default gen_random_uuid() unique,
  add column address text,
  add column browser text,
  add column proved_at timestamptz;
alter table sessions no force row level security;
update sessions set proved_at = signed_in_at;
alter table sessions force row level security;
alter table sessions alter column proved_at set not null;
grant update (proved_at) on sessions to waymark_system;

create index sign_in_attempts_by_moment on sign_in_attempts (last_failed_at);
