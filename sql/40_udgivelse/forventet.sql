-- What is to be expected of a node or group with its mix of personalegrupper, between which limits chance alone moves
-- it, and where its level lies. er_vedvarende: above the inner limit in each of its last quarters alone, or below it.
-- tilstand: som_forventet, hold_oeje (outside the inner limits) or stoerre (outside the outer), by the window alone.
-- Enhed: sygedage pr. medarbejder (or årsværk). Korn: enhed_id, vindue_nr.
with

doemte as (

    select
        niveautal.*,
        niveaugraenser.* exclude (enhed_id, vindue_nr),
        case
            when niveautal.niveau > niveaugraenser.oevre then 1
            when niveautal.niveau < niveaugraenser.nedre then -1
            else 0
        end as side

    from niveautal

    inner join niveaugraenser
        on niveautal.enhed_id = niveaugraenser.enhed_id and niveautal.vindue_nr = niveaugraenser.vindue_nr

),

vedvarende as (

    select
        nu.enhed_id,
        nu.vindue_nr

    from doemte as nu

    inner join doemte as kvartaler
        on
            nu.enhed_id = kvartaler.enhed_id
            and kvartaler.vindue = 'alene'
            and kvartaler.sidste_maaned <= nu.sidste_maaned
            and kvartaler.sidste_maaned > nu.sidste_maaned - 3 * $forventet_kvartaler

    where nu.vindue = 'rullende'

    group by nu.enhed_id, nu.vindue_nr

    having abs(sum(kvartaler.side)) = $forventet_kvartaler

)

select
    doemte.enhed_id,
    doemte.vindue_nr,
    doemte.forventet,
    doemte.nedre,
    doemte.oevre,
    doemte.nedre_yderst,
    doemte.oevre_yderst,
    case
        when doemte.niveau not between doemte.nedre_yderst and doemte.oevre_yderst then 'stoerre'
        when doemte.side <> 0 then 'hold_oeje'
        else 'som_forventet'
    end as tilstand,
    vedvarende.enhed_id is not null as er_vedvarende,
    doemte.er_egen_maalestok

from doemte

left join vedvarende
    on doemte.enhed_id = vedvarende.enhed_id and doemte.vindue_nr = vedvarende.vindue_nr

where doemte.vindue = 'rullende'
