"""DuckDB itself: the file, its key, the runner of sql/, the reading of named SELECTs."""
