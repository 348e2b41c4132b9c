-- The name kept of an employee. Korn: medarbejdernr.
select navn

from navneregister

where medarbejdernr = $medarbejdernr
