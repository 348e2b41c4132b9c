-- The named groups of nodes and their members. Korn: gruppe_id, enhed_id. Midlertidig.
select
    gruppe_id,
    gruppe as navn,
    enhedsnr as enhed_id

from enhed_i_gruppe
