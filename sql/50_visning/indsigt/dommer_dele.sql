-- The parts of every group that may be shown. Korn: enhed_id, del.
select
    enhed_id,
    del

from dommer_dele

order by enhed_id, del
