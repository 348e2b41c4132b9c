-- How few stand for half of a node's days in a rolling period. Korn: højst én række.
select halvdelen.antal_personer

from halvdelen

inner join perioder
    on halvdelen.vindue_nr = perioder.vindue_nr

where halvdelen.enhed_id = $enhed_id and perioder.periode = $periode
