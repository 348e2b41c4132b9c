-- The rows that could not be read, and why; not what stood in them. Korn: fil_id, linje, grund.
select
    fil_id,
    linje,
    grund

from maal.karantaene
