-- Every unit some tree named: the newest delivery's tree rules, older files serve only units that vanished. Of several
-- rows of a unit the one that holds on the udtræksdato counts, else the last that did.
-- Korn: enhedsnr. Midlertidig.
with

raekker as (

    select
        enhedsnr,
        {
            'udtraeksdato': udtraeksdato,
            'gyldighed': gyldighed,
            'startdato': coalesce(startdato, date '1900-01-01'),
            'fil_id': fil_id,
            'linje': linje
        } as alder,
        coalesce(enhedsnavn, 'Enhed ' || nummer(enhedsnr)) as enhedsnavn,
        overordnet_enhedsnr

    from organisation_laest

    where grund is null and totaltekst is null and not er_dublet

)

select
    enhedsnr,
    arg_max(enhedsnavn, alder) as enhedsnavn,
    arg_max({ 'nr': overordnet_enhedsnr }, alder).nr as overordnet_enhedsnr

from raekker

group by enhedsnr
