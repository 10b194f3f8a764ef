-- A provider sees of `case_progress` how its own part stands, through a view: policies part rows and not columns, and what
-- else is in a row (whether a verdict has changed, under which scheme, when anybody last did anything) is the police's
-- business (docs/decisions/0041). The table itself it can no longer read or change.

drop policy seen_by_the_provider on case_progress;
drop policy moved_on_by_the_provider on case_progress;

-- The owner of the view reads and changes the table for it.
create policy read_for_the_provider on case_progress for select to current_user
  using (
    (select acting_may('see-referrals'))
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'sent-back', 'completed', 'not-completed')
  );
create policy moved_on_for_the_provider on case_progress for update to current_user
  using (
    (select acting_may('see-referrals'))
    and (select acting_may_record_something())
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'completed', 'not-completed')
  )
  with check (
    provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'sent-back', 'completed', 'not-completed')
  );

-- `last_recorded_at`: nothing of a provider's is dated before what came before it. Once its part is over the moment would
-- tell that the police have done something.
create view provider_progress with (security_barrier) as
  select force, case_id, provider_organisation_id, status, first_contact_at, next_appointment_at, sequence, updated_at,
    case when status in ('referred', 'engaging') then updated_at end as last_recorded_at
  from case_progress
  where (select acting_may('see-referrals'))
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'sent-back', 'completed', 'not-completed');
-- Where the log ends, and when, a provider may set with an event of its own, and not read.
grant select (force, case_id, provider_organisation_id, status, first_contact_at, next_appointment_at, last_recorded_at),
  update (status, first_contact_at, next_appointment_at, sequence, updated_at)
  on provider_progress to waymark_app;

alter policy written_by_the_provider on case_events
  with check (
    (select acting_may('see-referrals'))
    and acting_may_record(type)
    and provider_may_say(type, data)
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
    and exists (
      select from provider_progress progress
      where progress.force = case_events.force and progress.case_id = case_events.case_id
        and provider_may_record_from(case_events.type, progress.status)
    )
  );
