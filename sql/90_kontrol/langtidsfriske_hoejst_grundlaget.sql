-- The langtidsfriske are counted among those who can be judged, and these among the employed.
select *
from noegletal
where langtidsfriske > langtidsfriske_grundlag or langtidsfriske_grundlag > antal_ansatte
