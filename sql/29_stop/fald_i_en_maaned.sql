-- A month both builds cover holds far fewer absence records than before: a half-delivered export.
-- Korn: fund, and the first is told.
select
    maaned_navn(forrige_fravaer_pr_maaned.maaned_nr) as maaned,
    coalesce(fravaer_pr_maaned.antal, 0) as antal_nu,
    forrige_fravaer_pr_maaned.antal as antal_foer

from forrige_fravaer_pr_maaned

cross join forrige_bygning

cross join bygning

left join fravaer_pr_maaned
    on forrige_fravaer_pr_maaned.maaned_nr = fravaer_pr_maaned.maaned_nr

where
    forrige_fravaer_pr_maaned.maaned_nr
    between maaned_nr(greatest(bygning.daekket_fra, forrige_bygning.daekket_fra))
    and maaned_nr(least(bygning.daekket_til, forrige_bygning.daekket_til) + 1) - 1
    and coalesce(fravaer_pr_maaned.antal, 0) < $mindste_af_maaned * forrige_fravaer_pr_maaned.antal

order by forrige_fravaer_pr_maaned.maaned_nr
