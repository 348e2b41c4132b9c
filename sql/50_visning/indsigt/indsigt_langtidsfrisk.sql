-- Whether an employee in the figures is langtidsfrisk, where that is known. Korn: medarbejdernr.
select er_langtidsfrisk

from personer

where medarbejdernr = $medarbejdernr and er_langtidsfrisk is not null
