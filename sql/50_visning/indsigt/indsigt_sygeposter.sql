-- An employee's sick records, without art. Enhed: dagsværk. Korn: raekke_id.
select
    foerste_dag,
    sidste_dag,
    forloeb_fra,
    dagsvaerk(dagsvaerk_e8) as dagsvaerk

from sygeposter

where medarbejdernr = $medarbejdernr

order by foerste_dag, sidste_dag, raekke_id
