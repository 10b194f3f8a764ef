-- What was released to boards and to which of them, whom an evaluation was of, and which places and closed days a service
-- has published are recorded like the rows beside them (0070-rows-are-recorded.sql): a release decides what the next one
-- may be, and a time how many are sent there.

select set_config('waymark.purpose', 'migration', true);
-- As rows are read when they are verified: a moment is written in the zone of whoever reads it.
select set_config('timezone', 'UTC', true);

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
    ('evaluations', '{id}'),
    ('service_particulars', '{service_id}'),
    ('place_bookings', '{force,appointment_id}'),
    ('service_times', '{time_id}'),
    ('service_closures', '{service_id,closed_on}'),
    ('evaluation_people', '{evaluation_id}'),
    ('evaluation_releases', '{evaluation_id}'),
    ('evaluation_shares', '{evaluation_id,board_id}')
$$;

do $$
declare
  one record;
begin
  for one in
    select * from recorded_tables()
    where name in ('service_times', 'service_closures', 'evaluation_people', 'evaluation_releases', 'evaluation_shares')
  loop
    execute format('create policy read_to_verify_by_function on %I for select to current_user
      using ((select acting_purpose()) = ''verify-audit'')', one.name);
    execute format('alter table %I no force row level security', one.name);
    execute format('select record_content(row_chain(%1$L, %2$L, to_jsonb(standing_row)), to_jsonb(standing_row))
      from %1$I standing_row', one.name, one.key);
    execute format('alter table %I force row level security', one.name);
    execute format('create trigger %I after insert or update or delete on %I for each row execute function record_row(%s)',
      one.name || '_are_recorded', one.name,
      (select string_agg(quote_literal(part), ', ') from unnest(one.key) part));
  end loop;
end $$;
