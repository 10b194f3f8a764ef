-- A provider may correct attendance after its part is completed or ended, as the state machine lets it. From which
-- statuses a provider may write an event stands with the event's right, so that a test can compare it with the table of
-- transitions; null where no provider may.
alter table event_rights add column provider_from text[];

update event_rights set provider_from = array['referred'] where event in ('referral-rejected', 'referral-accepted');
update event_rights set provider_from = array['engaging']
  where event in (
    'contact-attempted', 'appointment-booked', 'appointment-moved', 'appointment-kept', 'appointment-late',
    'appointment-missed', 'appointment-cancelled', 'activity-completed', 'activity-not-completed'
  );
update event_rights set provider_from = array['engaging', 'completed', 'not-completed'] where event = 'attendance-corrected';

create function provider_may_record_from(wanted_event text, stands text) returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp
as $$ select exists (select from event_rights where event = wanted_event and stands = any (provider_from)) $$;

alter policy written_by_the_provider on case_events
  with check (
    (select acting_may('see-referrals'))
    and acting_may_record(type)
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
    and exists (
      select from case_progress progress
      where progress.force = case_events.force and progress.case_id = case_events.case_id
        and progress.provider_organisation_id = (select acting_organisation())
        and provider_may_record_from(case_events.type, progress.status)
    )
  );

alter policy moved_on_by_the_provider on case_progress
  using (
    (select acting_may('see-referrals'))
    and (select acting_may_record_something())
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'completed', 'not-completed')
  );
alter policy moved_on_by_the_provider on referrals
  using (
    (select acting_may('see-referrals'))
    and (select acting_may_record_something())
    and organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'completed', 'not-completed')
  );

-- What is over for a provider stays over: it may correct what was recorded, and not begin again.
create function hold_what_is_over() returns trigger language plpgsql as $$
begin
  if acting_role() is not null and not acting_may('see-cases')
     and old.status in ('completed', 'not-completed') and new.status <> old.status then
    raise exception 'A provider may not take up again what is %', old.status using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger case_progress_stays_over before update on case_progress
  for each row execute function hold_what_is_over();
create trigger referrals_stay_over before update on referrals
  for each row execute function hold_what_is_over();
