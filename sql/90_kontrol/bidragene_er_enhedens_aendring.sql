-- What a node's employees have moved adds up to its own change, exactly: in dagsværk, in long dagsværk and in
-- employment.
select
    vinduespar.par_nr,
    enheder.enhed_id

from vinduespar

cross join enheder

left join sygefravaer as nu
    on vinduespar.vindue_nr = nu.vindue_nr and enheder.enhed_id = nu.enhed_id

left join sygefravaer as foer
    on vinduespar.foer_vindue_nr = foer.vindue_nr and enheder.enhed_id = foer.enhed_id

left join bidrag_enhed
    on vinduespar.par_nr = bidrag_enhed.par_nr and enheder.enhed_id = bidrag_enhed.enhed_id

where
    coalesce(nu.dagsvaerk_e8, 0) - coalesce(foer.dagsvaerk_e8, 0) <> coalesce(bidrag_enhed.aendring_e8, 0)
    or coalesce(nu.dagsvaerk_lang_e8, 0) - coalesce(foer.dagsvaerk_lang_e8, 0)
    <> coalesce(bidrag_enhed.aendring_lang_e8, 0)
    or som_nytal($nytal, coalesce(nu.ansat_dage, 0) * 100000000::hugeint, coalesce(nu.fuldtid_dage_e8, 0)::hugeint)
    * vinduespar.foer_dage
    - som_nytal($nytal, coalesce(foer.ansat_dage, 0) * 100000000::hugeint, coalesce(foer.fuldtid_dage_e8, 0)::hugeint)
    * vinduespar.nu_dage
    <> coalesce(bidrag_enhed.aendring_ansat, 0)
