-- What each child of a node is judged by when figures are published. Korn: barn_id, periode.
select * from maal.barn_regler
