-- The sick records cut where employment, retention or the udtræksdato cuts them.
-- Korn: raekke_id, fra. Midlertidig.
with

i_tiden as (

    select
        *,
        greatest(foerste_dag, $opbevaring_fra::date) as tidligst,
        least(sidste_dag, $udtraeksdato::date) as senest

    from sygeposter

),

dele as (

    select
        i_tiden.*,
        greatest(i_tiden.tidligst, coalesce(tidslinje.fra, i_tiden.tidligst)) as fra,
        least(i_tiden.senest, coalesce(tidslinje.til, i_tiden.senest)) as til,
        tidslinje.placering_id,
        coalesce(tidslinje.kategori, 'uden ansættelse') as kategori
    from i_tiden
    left join tidslinje
        on
            i_tiden.medarbejdernr = tidslinje.medarbejdernr
            and i_tiden.senest >= tidslinje.fra
            and i_tiden.tidligst <= tidslinje.til
    where i_tiden.tidligst <= i_tiden.senest

    union all

    select
        i_tiden.*,
        foerste_dag as fra,
        least(sidste_dag, $opbevaring_fra::date - 1) as til,
        null as placering_id,
        'før opbevaringsfristen' as kategori
    from i_tiden
    where foerste_dag < $opbevaring_fra::date

    union all

    select
        i_tiden.*,
        greatest(foerste_dag, $udtraeksdato::date + 1) as fra,
        sidste_dag as til,
        null as placering_id,
        'efter udtræksdatoen' as kategori
    from i_tiden
    where sidste_dag > $udtraeksdato::date

)

select
    raekke_id,
    medarbejdernr,
    foerste_dag,
    dagsvaerk_e8,
    dage_i_alt,
    er_paa_arbejdsdage,
    lang_fra_maaned,
    fra,
    til,
    fra = foerste_dag and til = sidste_dag as er_hele_posten,
    placering_id,
    kategori

from dele
