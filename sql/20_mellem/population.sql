-- Who is counted and who is not, with the title or the Ansforhold that decides.
-- Enhed: antal medarbejdere, each counted once per line. Korn: aarsag, titel.
with

spaend_med_aarsag as (

    select
        spaend.medarbejdernr,
        spaend.startdato,
        spaend.slutdato,
        tael_aarsag(
            spaend.startdato is not null,
            titler.er_annulleret,
            maanedsloennede.ansforhold is not null,
            titler.er_ekstraordinaer,
            spaend.er_uden_loen
        ) as aarsag,
        case
            when spaend.startdato is null or titler.er_annulleret then ''
            when maanedsloennede.ansforhold is null then coalesce('Ansforhold ' || spaend.ansforhold, 'uden Ansforhold')
            when titler.er_ekstraordinaer then titler.titel
            else ''
        end as titel

    from spaend

    inner join titler
        on
            spaend.stilling is not distinct from titler.stilling
            and spaend.loenklasse is not distinct from titler.loenklasse
            and spaend.ansforholdtekst is not distinct from titler.ansforholdtekst

    left join maanedsloennede
        on spaend.ansforhold = maanedsloennede.ansforhold

)

select
    aarsag,
    titel,
    count(distinct medarbejdernr) as antal_medarbejdere,
    count(distinct medarbejdernr) filter (
        where $udtraeksdato::date between coalesce(startdato, $udtraeksdato::date) and slutdato
    ) as antal_paa_udtraeksdatoen

from spaend_med_aarsag

where slutdato >= $opbevaring_fra::date

group by aarsag, titel
