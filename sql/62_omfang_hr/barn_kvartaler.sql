-- What each child of a node is in a quarter alone. Korn: barn_id, periode.
select * from maal.barn_kvartaler
