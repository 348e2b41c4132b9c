-- Exact division of whole numbers, and dagsværk from hundred millionths.

create or replace temp macro divider_afrundet(taeller, naevner) as
    (2 * taeller + naevner) // (2 * naevner);

-- taeller / naevner rounded to one decimal, half away from zero.
create or replace temp macro tiendedele(taeller, naevner) as
    (divider_afrundet(10 * taeller, naevner)::decimal(18, 0) / 10)::decimal(9, 1);

-- round(beloeb * del / hele) for whole numbers, without leaving 64 bits.
create or replace temp macro andel_af(beloeb, del, hele) as
    (beloeb // hele) * del + divider_afrundet((beloeb % hele) * del, hele);

create or replace temp macro dagsvaerk(antal_e8) as
    (antal_e8::decimal(28, 0) * 0.00000001::decimal(9, 8))::decimal(28, 8);
