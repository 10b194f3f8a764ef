-- `waymark database check` reads where each case stands, and how a provider was in touch, too: both hold codes. Of what a
-- provider writes down about the person it may read nothing else.

grant select on case_progress to waymark_system;
create policy read_to_check on case_progress for select to waymark_system
  using ((select acting_purpose()) = 'check-database');

grant select (force, record_id, how) on treatment_records to waymark_system;
create policy read_to_check on treatment_records for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
