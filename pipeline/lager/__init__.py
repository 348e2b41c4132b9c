"""The one place that is written to besides the build: adgang, the log, sessions. SQLite or PostgreSQL."""
