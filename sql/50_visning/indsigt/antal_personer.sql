-- How many employees a scope shows by name, for the log. Korn: én række.
select count(*) as antal

from personer
