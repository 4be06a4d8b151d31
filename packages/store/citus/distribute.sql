-- Distributes Jalon's tables over the servers of a Citus cluster. Written by
-- `npm run store -- distribute` from packages/store/src/citus/placement.ts.
--
-- Run it once, on the coordinator, on a database that is empty but for its tables: start Jalon on
-- it, stop it, run this with psql, and then copy a school, or all of them, into it.
-- The coordinator must be in the metadata: select citus_set_coordinator_host('…').

begin;

-- Citus asks for this wherever a table has a trigger. "Unsafe" is a trigger that reads or writes
-- other tables; the one of "response" looks at nothing and refuses each change of a row. Where a
-- service does not lend the setting: drop trigger response_append_only on response, before; and
-- after, as the owner of the tables: revoke update on response from the role that Jalon connects as.
set citus.enable_unsafe_triggers to on;

select create_reference_table('school');
select create_reference_table('staff');
select create_reference_table('passkey');
select create_reference_table('invitation');
select create_reference_table('transfer');
select create_reference_table('published_release');
select create_distributed_table('school_class', 'school_id', colocate_with => 'none');
select create_distributed_table('pupil', 'school_id', colocate_with => 'school_class');
select create_distributed_table('membership', 'school_id', colocate_with => 'school_class');
select create_distributed_table('pupil_key', 'school_id', colocate_with => 'school_class');
select create_distributed_table('accommodation', 'school_id', colocate_with => 'school_class');
select create_distributed_table('roster_draft', 'school_id', colocate_with => 'school_class');
select create_distributed_table('teaching', 'school_id', colocate_with => 'school_class');
select create_distributed_table('assessment', 'school_id', colocate_with => 'school_class');
select create_distributed_table('assessment_pupil', 'school_id', colocate_with => 'school_class');
select create_distributed_table('attempt', 'school_id', colocate_with => 'school_class');
select create_distributed_table('response', 'school_id', colocate_with => 'school_class');
select create_distributed_table('result', 'school_id', colocate_with => 'school_class');
select create_distributed_table('position', 'school_id', colocate_with => 'school_class');
select create_distributed_table('access_log', 'school_id', colocate_with => 'school_class');
select create_distributed_table('erasure', 'school_id', colocate_with => 'school_class');
select create_distributed_table('card', 'digest', colocate_with => 'none');
select create_distributed_table('refresh_token', 'token_digest', colocate_with => 'none');
select citus_add_local_table_to_metadata('job');
select citus_add_local_table_to_metadata('exposure_count');
select create_reference_table('publication');
select create_reference_table('dashboard_key');
select citus_add_local_table_to_metadata('published_figures');

commit;
