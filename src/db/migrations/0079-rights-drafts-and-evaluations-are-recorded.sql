-- Who may do what, which event needs which right, what a provider offers, what a triage has asked so far and what an
-- evaluation found are rows that decide much and stood beside the chains: they are recorded like the others now
-- (0070-rows-are-recorded.sql).

create or replace function recorded_tables() returns table (name text, key text[]) language sql immutable as $$
  values
    ('cases', '{force,case_id}'::text[]),
    ('case_progress', '{force,case_id}'),
    ('referrals', '{force,referral_id}'),
    ('condition_proposals', '{force,proposal_id}'),
    ('treatment_records', '{force,record_id}'),
    ('organisations', '{id}'),
    ('accounts', '{id}'),
    ('memberships', '{id}'),
    ('roles', '{role}'),
    ('role_rights', '{role,right}'),
    ('event_rights', '{event}'),
    ('provider_services', '{service_id}'),
    ('triage_drafts', '{force,draft_id}'),
    ('evaluations', '{id}')
$$;

-- What of a row is recorded. How far an evaluation has come changes every second, and says nothing of what it found.
create function recorded_content(table_name text, content jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case when table_name = 'evaluations' then content - array['share', 'doing'] else content end
$$;

create or replace function record_row() returns trigger
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
  if tg_op = 'DELETE' then
    perform record_content(row_chain(tg_table_name, tg_argv, to_jsonb(old)), null);
  elsif tg_op = 'INSERT' or tg_table_name <> 'evaluations'
    or recorded_content(tg_table_name, to_jsonb(old)) <> recorded_content(tg_table_name, to_jsonb(new)) then
    perform record_content(row_chain(tg_table_name, tg_argv, to_jsonb(new)), recorded_content(tg_table_name, to_jsonb(new)));
  end if;
  return null;
end $$;

select set_config('waymark.purpose', 'migration', true);

do $$
declare
  one record;
  is_forced boolean;
begin
  for one in
    select * from recorded_tables()
    where name in ('roles', 'role_rights', 'event_rights', 'provider_services', 'triage_drafts', 'evaluations')
  loop
    select relforcerowsecurity into is_forced from pg_class where oid = one.name::regclass;
    if is_forced then
      execute format('create policy read_to_verify_by_function on %I for select to current_user
        using ((select acting_purpose()) = ''verify-audit'')', one.name);
      execute format('alter table %I no force row level security', one.name);
    end if;
    execute format('select record_content(row_chain(%1$L, %2$L, to_jsonb(standing_row)), recorded_content(%1$L, to_jsonb(standing_row)))
      from %1$I standing_row', one.name, one.key);
    if is_forced then execute format('alter table %I force row level security', one.name); end if;
    execute format('create trigger %I after insert or update or delete on %I for each row execute function record_row(%s)',
      one.name || '_are_recorded', one.name,
      (select string_agg(quote_literal(part), ', ') from unnest(one.key) part));
  end loop;
end $$;
