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

-- The sum of (alt * x + lang * y)², from the sums of x², xy and y².
create or replace temp macro kvadrat_af(alt, lang, x_x, x_y, y_y) as alt * alt * x_x + 2 * alt * lang * x_y + lang * lang * y_y;

-- The sum of (change - rate * share)², from the sums of their squares and products; none where doubles cannot tell it
-- from none.
create or replace temp macro kvadratsum(rate, kvadrat, produkt, andel_kvadrat) as
    case
        when
            kvadrat::double - 2 * rate * produkt::double + rate * rate * andel_kvadrat::double
            > (kvadrat::double + rate * rate * andel_kvadrat::double) / 100000000000
            then kvadrat::double - 2 * rate * produkt::double + rate * rate * andel_kvadrat::double
    end;

-- How many standard deviations a sum of (change - rate * share) lies from none; null where nobody has moved.
create or replace temp macro z_vaerdi(aendring, rate, andel, kvadrat, produkt, andel_kvadrat) as
    (aendring::double - rate * andel::double) / sqrt(kvadratsum(rate, kvadrat, produkt, andel_kvadrat));
