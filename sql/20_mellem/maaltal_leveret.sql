-- The måltal the delivery gives a node, one a calendar year; of several files the newest that names node and year.
-- Enhed: sygedage pr. medarbejder in hundred millionths (e8). Korn: enhed_id, aar. Midlertidig.
select
    enheder.enhed_id,
    maaltal_laest.aar,
    arg_max(
        maaltal_laest.maaltal_e8,
        {
            'udtraeksdato': coalesce(maaltal_laest.udtraeksdato, date '1900-01-01'),
            'fil_id': maaltal_laest.fil_id,
            'linje': maaltal_laest.linje
        }
    ) as maaltal_e8

from maaltal_laest

inner join enheder
    on maaltal_laest.enhedsnr = enheder.enhed_id

where
    maaltal_laest.grund is null
    and maaltal_laest.totaltekst is null
    and not maaltal_laest.er_dublet

group by enheder.enhed_id, maaltal_laest.aar
